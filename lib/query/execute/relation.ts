import type { RowId } from '@/lib/base/row-id';
import type { Expr, LegId } from '@/lib/query/plan';

/*
 * Rows while a query runs: never cells, only where they come from.
 *
 *   nodes[0]  d   rows 0 1 2         A relation is a tree of nodes. An edge says, for each row of its parent, which group of the
 *     │           group 0 - 0        child's rows it pairs with. A result row picks one row of every node, so 15,000 rows that
 *   nodes[1]  b   group 0: 5 7 9     all pair with 15,000 others are two lists, not 225 million pairs. Rows come in the order of
 *                                    the nodes: all pairs of d's first row, then of its second.
 */
export interface Relation {
  readonly nodes: readonly Node[];
  /** edges[i] ties nodes[i + 1] to an earlier node. */
  readonly edges: readonly Edge[];
}

/** Rows of one or more legs, held flat: row i of the node is element i of each slot. */
export interface Node {
  readonly size: number;
  readonly slots: readonly Slot[];
}

export interface Slot {
  /** The leg whose fields these ids answer for; null where they only lead to lineage. */
  readonly leg: LegId | null;
  /** A row of the leg (or of its origin) for each row of the node, or MISSING; null: row i is i. */
  readonly ids: Uint32Array | null;
  /** What the ids lead to: an event of the leg, rows behind a group, or nothing (another slot tells). */
  readonly lineage: 'event' | 'none' | Origin;
}

/** Tells the events behind a row that others made: a group, a DISTINCT, a semi join's partners, a union. */
export interface Origin {
  collect(id: number, add: AddEvent): void;
}

export type AddEvent = (leg: LegId, event: RowId) => void;

export interface Edge {
  readonly parent: number;
  /** The group of each row of the parent; -1: none. */
  readonly parentGroup: Int32Array;
  readonly groups: Groups;
  /** A LEFT JOIN: a parent's row without partners keeps its place, with the child missing. */
  readonly optional: boolean;
  readonly keys: readonly EdgeKey[];
}

/** Sides of a key that are equal wherever the two rows meet, and of one type, so that one may stand for the other. */
export interface EdgeKey {
  readonly parent: Expr;
  readonly child: Expr;
}

/** Rows by group: those of group g are rows[starts[g]] to rows[starts[g + 1] - 1], ascending. */
export interface Groups {
  readonly starts: Uint32Array;
  readonly rows: Uint32Array;
}

/** An id that stands for no row (the right side of an unmatched LEFT JOIN). */
export const MISSING = 0xffff_ffff;

export function singleNode(node: Node): Relation {
  return { nodes: [node], edges: [] };
}

export function idAt(slot: Slot, nodeRow: number): number {
  if (nodeRow < 0) return MISSING;
  return slot.ids === null ? nodeRow : slot.ids[nodeRow];
}

/** Sorts rows into their groups (counting sort); rows of group -1 are left out. */
export function groupRows(groupOf: Int32Array | Uint32Array, count: number): Groups {
  const starts = new Uint32Array(count + 1);
  for (const group of groupOf) if (group >= 0) starts[group + 1]++;
  for (let group = 0; group < count; group++) starts[group + 1] += starts[group];
  const rows = new Uint32Array(starts[count]);
  const next = starts.slice();
  for (let row = 0; row < groupOf.length; row++) if (groupOf[row] >= 0) rows[next[groupOf[row]]++] = row;
  return { starts, rows };
}

/**
 * The node that holds all these legs and whose rows may be dropped or joined without touching others (it is not the missing side
 * of a LEFT JOIN); null if there is none. Without legs it is the first.
 */
export function nodeWith(relation: Relation, legs: ReadonlySet<LegId>): number | null {
  for (let index = 0; index < relation.nodes.length; index++) {
    const held = relation.nodes[index].slots;
    if ([...legs].every((leg) => held.some((slot) => slot.leg === leg))) return underOptional(relation, index) ? null : index;
  }
  return null;
}

function underOptional(relation: Relation, index: number): boolean {
  for (let at = index; at > 0; at = relation.edges[at - 1].parent) if (relation.edges[at - 1].optional) return true;
  return false;
}

/** Keeps only these rows (ascending) of one node. */
export function keepRows(relation: Relation, index: number, rows: Uint32Array): Relation {
  const nodes = relation.nodes.map((node, at) => (at === index ? pickRows(node, rows) : node));
  const edges = relation.edges.map((edge, at) => {
    if (edge.parent === index) return { ...edge, parentGroup: Int32Array.from(rows, (row) => edge.parentGroup[row]) };
    return at + 1 === index ? { ...edge, groups: keepInGroups(edge.groups, rows, relation.nodes[index].size) } : edge;
  });
  return { nodes, edges };
}

export function pickRows(node: Node, rows: Uint32Array): Node {
  const slots = node.slots.map((slot) => ({ ...slot, ids: slot.ids === null ? rows : rows.map((row) => idAt(slot, row)) }));
  return { size: rows.length, slots };
}

function keepInGroups(groups: Groups, rows: Uint32Array, size: number): Groups {
  const groupOf = new Int32Array(size).fill(-1);
  const count = groups.starts.length - 1;
  for (let group = 0; group < count; group++)
    for (let at = groups.starts[group]; at < groups.starts[group + 1]; at++) groupOf[groups.rows[at]] = group;
  return groupRows(
    Int32Array.from(rows, (row) => groupOf[row]),
    count,
  );
}
