import { textEvaluator } from './compile-expr';
import { type Environment, newIds } from './environment';
import type { JoinDone } from './funnel-recorder';
import { type MatchedKeys, matchKeys } from './join';
import { type Node, type Relation, MISSING, singleNode } from './relation';
import { rowIndexOf } from './row-index';
import { idFiller } from './row-reader';

/** Rows of one side of a join whose key values the other side does not have. */
export interface UnmatchedKeys {
  /** The side's rows that hold the keys. */
  readonly node: Node;
  /** Those of them whose key met nothing, in order, and the number of the key of each; NO_KEY where it is missing. */
  readonly rows: Uint32Array;
  readonly keyOfRow: Int32Array;
  /** How many different keys those are. */
  readonly count: number;
  /** At most MOST_KEYS, those of most rows first. */
  readonly keys: readonly UnmatchedKey[];
}

export interface UnmatchedKey {
  readonly key: number;
  readonly rows: number;
  /** As shown, for each key of the join; null: missing. */
  readonly values: readonly (string | null)[];
}

/** A person reads the first few. */
const MOST_KEYS = 50;

/** A key with a missing value meets nothing. */
export const NO_KEY = -1;

/** Null for a join without keys. By keys alone: what its other conditions drop is not counted. @throws QueryFailure */
export function unmatchedKeys({ plan, left, right }: JoinDone, environment: Environment): { readonly left: UnmatchedKeys; readonly right: UnmatchedKeys } | null {
  if (plan.keys.length === 0) return null;
  const matched = matchKeys(left, right, plan, environment);
  const { groups } = matched;
  const leftRows = liveRows(matched.left, matched.leftNode);
  const rightRows = liveRows(matched.right, 0);
  const met = (rows: Uint32Array, groupOf: Int32Array): Uint8Array => {
    const has = new Uint8Array(groups.count);
    for (const row of rows) if (groupOf[row] >= 0) has[groupOf[row]] = 1;
    return has;
  };
  return {
    left: sideOf(matched, 'left', leftRows, met(rightRows, groups.right), environment),
    right: sideOf(matched, 'right', rightRows, met(leftRows, groups.left), environment),
  };
}

function sideOf(matched: MatchedKeys, side: 'left' | 'right', live: Uint32Array, met: Uint8Array, environment: Environment): UnmatchedKeys {
  const node = side === 'left' ? matched.left.nodes[matched.leftNode] : matched.right.nodes[0];
  const groupOf = matched.groups[side];
  const rows = live.filter((row) => groupOf[row] < 0 || met[groupOf[row]] === 0);
  const keyOfRow = Int32Array.from(rows, (row) => groupOf[row]);
  // The last place counts the rows without a key.
  const counts = new Uint32Array(matched.groups.count + 1);
  const firsts = new Uint32Array(counts.length);
  rows.forEach((row, at) => {
    const place = keyOfRow[at] === NO_KEY ? counts.length - 1 : keyOfRow[at];
    if (counts[place]++ === 0) firsts[place] = row;
  });
  const valuesOf = keyTexts(matched, node, side, environment);
  const keys = largest(counts, MOST_KEYS).map((place) => ({
    key: place === counts.length - 1 ? NO_KEY : place,
    rows: counts[place],
    values: valuesOf(firsts[place]),
  }));
  return { node, rows, keyOfRow, count: counts.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0), keys };
}

/** The places of the largest counts above 0, largest first; of equal ones the earliest. */
function largest(counts: Uint32Array, most: number): number[] {
  const places: number[] = [];
  counts.forEach((count, place) => {
    if (count === 0 || (places.length === most && count <= counts[places[most - 1]])) return;
    const at = places.findIndex((other) => counts[other] < count);
    places.splice(at < 0 ? places.length : at, 0, place);
    if (places.length > most) places.pop();
  });
  return places;
}

function keyTexts({ keys }: MatchedKeys, node: Node, side: 'left' | 'right', environment: Environment): (row: number) => (string | null)[] {
  const evaluators = keys.map((key) => textEvaluator(key[side], environment));
  const ids = newIds(environment).fill(MISSING);
  const fill = idFiller(singleNode(node));
  const nodeRows = new Int32Array(1);
  return (row) => {
    nodeRows[0] = row;
    fill(nodeRows, ids);
    return evaluators.map((evaluate) => evaluate(ids));
  };
}

/** The rows of a node that stand in at least one row of the relation, ascending. */
function liveRows(relation: Relation, index: number): Uint32Array {
  const { nodes, edges } = relation;
  if (nodes.length === 1) return Uint32Array.from({ length: nodes[0].size }, (_, row) => row);
  const weights = rowIndexOf(relation);
  let live = Uint32Array.from({ length: nodes[0].size }, (_, row) => row).filter((row) => weights.weight(0, row) > 0);
  for (const at of wayTo(relation, index)) {
    const { parentGroup, groups } = edges[at];
    const reached = new Uint8Array(nodes[at + 1].size);
    const seen = new Uint8Array(groups.starts.length - 1);
    for (const parentRow of live) {
      const group = parentGroup[parentRow];
      if (group < 0 || seen[group] === 1) continue;
      seen[group] = 1;
      for (let place = groups.starts[group]; place < groups.starts[group + 1]; place++) if (weights.weight(at + 1, place) > 0) reached[groups.rows[place]] = 1;
    }
    live = Uint32Array.from({ length: reached.length }, (_, row) => row).filter((row) => reached[row] === 1);
  }
  return live;
}

/** The edges from the first node to this one. */
function wayTo({ edges }: Relation, index: number): number[] {
  const way: number[] = [];
  for (let at = index; at > 0; at = edges[at - 1].parent) way.unshift(at - 1);
  return way;
}
