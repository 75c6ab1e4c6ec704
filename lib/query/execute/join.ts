import { legsOf, sameExpr } from '@/lib/query/expr-tree';
import type { Expr, JoinKey, JoinPlan, LegId } from '@/lib/query/plan';
import { compileExpr } from './compile-expr';
import { type Environment, newIds } from './environment';
import { filterRows, flatten } from './filter';
import { type KeyGroups, keyGroups } from './key-groups';
import { checkHeld, checkVisited } from './limits';
import { collectNodeRow, collectSubtrees } from './lineage';
import { type Node, type Origin, type Relation, type Slot, groupRows, keepRows, nodeWith } from './relation';
import { rowCountOf, rowIndexOf } from './row-index';
import { idFiller } from './row-reader';
import { booleanOf } from './value';
import { FlatRows, walk } from './walk';

/** Joins two relations. Pairs are formed only where a residual condition must look at them. @throws QueryFailure */
export function joinRows(left: Relation, right: Relation, plan: JoinPlan, environment: Environment): Relation {
  return plan.residual.length === 0 ? joinByKeys(left, right, plan, environment) : joinByPairs(left, right, plan, environment);
}

/** The two sides of a join by the values of its keys. */
export interface MatchedKeys {
  readonly left: Relation;
  readonly leftNode: number;
  readonly right: Relation;
  readonly keys: readonly JoinKey[];
  readonly groups: KeyGroups;
}

/** Brings the key's fields together in one node of the left and the first node of the right, and groups their rows by it. @throws QueryFailure */
export function matchKeys(left: Relation, right: Relation, plan: JoinPlan, environment: Environment): MatchedKeys {
  let keys = plan.keys.map((key) => ({ ...key, right: towardsRoot(key.right, right) }));
  let leftNode = nodeWith(left, legsOfAll(keys.map((key) => key.left)));
  if (leftNode === null) {
    left = flatten(left, `The left side of ${plan.text}`, plan.span);
    leftNode = 0;
  }
  if (nodeWith(right, legsOfAll(keys.map((key) => key.right))) !== 0) {
    right = flatten(right, `The right side of ${plan.text}`, plan.span);
    keys = [...plan.keys];
  }
  const groups = keyGroups(left.nodes[leftNode], right.nodes[0], keys, plan.missingKeysMatch, environment);
  return { left, leftNode, right, keys, groups };
}

function legsOfAll(exprs: readonly Expr[]): Set<LegId> {
  const legs = new Set<LegId>();
  for (const expr of exprs) legsOf(expr, legs);
  return legs;
}

/**
 * A key over an inner leg of a join, as the equal key over the leg that it was joined to, and so on up to the first: then the pairs of
 * that join need not be formed. Where there is no such key the expression stays as it is.
 */
function towardsRoot(expr: Expr, relation: Relation): Expr {
  for (let at = relation.edges.length - 1; at >= 0; at--) {
    const edge = relation.edges[at];
    const equal = edge.optional ? undefined : edge.keys.find((key) => sameExpr(key.child, expr));
    if (equal !== undefined) expr = equal.parent;
  }
  return expr;
}

function joinByKeys(left: Relation, right: Relation, plan: JoinPlan, environment: Environment): Relation {
  const matched = matchKeys(left, right, plan, environment);
  return plan.how === 'semi' || plan.how === 'anti' ? semiJoin(matched, plan.how) : attach(matched, plan.how === 'left');
}

function attach({ left, leftNode, right, keys, groups }: MatchedKeys, optional: boolean): Relation {
  const shift = left.nodes.length;
  const edge = {
    parent: leftNode,
    parentGroup: groups.left,
    groups: groupRows(aliveGroups(right, groups), groups.count),
    optional,
    keys: groups.sameTypes ? keys.map((key) => ({ parent: key.left, child: key.right })) : [],
  };
  const moved = right.edges.map((inner) => ({ ...inner, parent: inner.parent + shift }));
  return { nodes: [...left.nodes, ...right.nodes], edges: [...left.edges, edge, ...moved] };
}

/** The groups of the right side's first node, without rows that have lost their own partners: a left row must not count them as found. */
function aliveGroups(right: Relation, groups: KeyGroups): Int32Array {
  if (right.nodes.length === 1) return groups.right;
  const index = rowIndexOf(right);
  return groups.right.map((group, row) => (index.weight(0, row) > 0 ? group : -1));
}

function semiJoin({ left, leftNode, right, groups }: MatchedKeys, how: 'semi' | 'anti'): Relation {
  const partners = groupRows(aliveGroups(right, groups), groups.count);
  const kept = rowsWhere(groups.left.length, (row) => {
    const group = groups.left[row];
    return (group >= 0 && partners.starts[group] < partners.starts[group + 1]) === (how === 'semi');
  });
  const filtered = keepRows(left, leftNode, kept);
  if (how === 'anti') return filtered;
  const origin: Origin = {
    collect: (group, add) => collectSubtrees(right, partners.rows.subarray(partners.starts[group], partners.starts[group + 1]), add),
  };
  return withSlot(filtered, leftNode, { leg: null, ids: kept.map((row) => groups.left[row]), lineage: origin });
}

/** Joins by looking at every pair that the keys allow. */
function joinByPairs(left: Relation, right: Relation, plan: JoinPlan, environment: Environment): Relation {
  if (plan.how === 'inner') return filterRows(attach(matchKeys(left, right, plan, environment), false), plan.residual, environment, () => undefined);
  const flatLeft = flatten(left, `The left side of ${plan.text}`, plan.span);
  const matched = matchKeys(flatLeft, right, plan, environment);
  const pairs = attach(matched, false);
  checkVisited(rowCountOf(pairs), plan.text, plan.span);
  const tests = plan.residual.map((condition) => compileExpr(condition.expr, environment));
  const ids = newIds(environment);
  const fill = idFiller(pairs);
  const leftSize = flatLeft.nodes[0].size;
  const partners = new FlatRows(matched.right);
  const starts = new Uint32Array(leftSize + 1);
  walk(pairs, (nodeRows) => {
    fill(nodeRows, ids);
    if (!tests.every((test) => booleanOf(test(ids)) === true)) return;
    checkHeld(partners.size + 1, plan.text, plan.span);
    partners.push(nodeRows.subarray(1));
    starts[nodeRows[0] + 1]++;
  });
  for (let row = 0; row < leftSize; row++) starts[row + 1] += starts[row];
  return withPartners(flatLeft, partners.node(), starts, plan.how);
}

/** The left rows with the partners that were found: those of left row i are partners[starts[i]] to partners[starts[i + 1] - 1]. */
function withPartners(left: Relation, partners: Node, starts: Uint32Array, how: 'left' | 'semi' | 'anti'): Relation {
  const size = left.nodes[0].size;
  if (how === 'left') {
    const rows = Uint32Array.from({ length: partners.size }, (_, row) => row);
    const parentGroup = Int32Array.from({ length: size }, (_, row) => row);
    return { nodes: [left.nodes[0], partners], edges: [{ parent: 0, parentGroup, groups: { starts, rows }, optional: true, keys: [] }] };
  }
  const kept = rowsWhere(size, (row) => starts[row] < starts[row + 1] === (how === 'semi'));
  const filtered = keepRows(left, 0, kept);
  if (how === 'anti') return filtered;
  const origin: Origin = {
    collect: (row, add) => {
      for (let at = starts[row]; at < starts[row + 1]; at++) collectNodeRow(partners, at, add);
    },
  };
  return withSlot(filtered, 0, { leg: null, ids: kept, lineage: origin });
}

function rowsWhere(size: number, keeps: (row: number) => boolean): Uint32Array {
  const kept = new Uint32Array(size);
  let count = 0;
  for (let row = 0; row < size; row++) if (keeps(row)) kept[count++] = row;
  return kept.slice(0, count);
}

function withSlot(relation: Relation, index: number, slot: Slot): Relation {
  const nodes = relation.nodes.map((node, at) => (at === index ? { ...node, slots: [...node.slots, slot] } : node));
  return { nodes, edges: relation.edges };
}
