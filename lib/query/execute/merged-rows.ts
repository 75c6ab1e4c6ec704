import { operandsOf } from '@/lib/query/expr-tree';
import type { Expr } from '@/lib/query/plan';
import type { Environment } from './environment';
import { collectNodeRow } from './lineage';
import { nodeValues } from './node-values';
import { type AddEvent, type Groups, type Node, type Relation, groupRows, pickRows } from './relation';

/**
 * A relation in which rows of a node stand for all those that no one could tell apart: they meet the same rows of the other nodes, and all
 * that some expressions read of them is the same. 15,000 events of one session that are grouped by host become three rows, each with its
 * weight; so its pairs are few.
 */
export interface MergedRows {
  readonly relation: Relation;
  /** How many rows of the whole relation a row of this one stands for. */
  weight(nodeRows: Int32Array): number;
  /** Tells the events behind all those rows. */
  collect(nodeRows: Int32Array, add: AddEvent): void;
}

/** Rows stand in the order of the first that they stand for. */
export function mergeRows(relation: Relation, read: readonly Expr[], environment: Environment): MergedRows {
  const leaves = leavesOf(read);
  const classes = relation.nodes.map((node, at) => classesOf(node, [...valuesRead(node, leaves, environment), ...meetings(relation, at)]));
  const nodes = relation.nodes.map((node, at) => pickRows(node, classes[at].firsts));
  const edges = relation.edges.map((edge, at) => {
    const parentGroup = Int32Array.from(classes[edge.parent].firsts, (row) => edge.parentGroup[row]);
    const groupOf = groupsByRow(edge.groups, relation.nodes[at + 1].size);
    return { ...edge, parentGroup, groups: groupRows(Int32Array.from(classes[at + 1].firsts, (row) => groupOf[row]), edge.groups.starts.length - 1) };
  });
  return {
    relation: { nodes, edges },
    weight: (nodeRows) => classes.reduce((weight, { members }, at) => (nodeRows[at] < 0 ? weight : weight * sizeOf(members, nodeRows[at])), 1),
    collect: (nodeRows, add) => classes.forEach(({ members }, at) => collectMembers(relation.nodes[at], members, nodeRows[at], add)),
  };
}

/** What the expressions read, each once. */
function leavesOf(exprs: readonly Expr[]): Expr[] {
  const leaves = new Map<string, Expr>();
  const visit = (expr: Expr): void => {
    if (expr.kind === 'field') leaves.set(`${expr.leg} ${expr.found ?? ''}`, expr);
    else if (expr.kind === 'made') leaves.set(`${expr.leg} ${expr.index}`, expr);
    else if (expr.kind === 'present') leaves.set(String(expr.leg), expr);
    else operandsOf(expr).forEach(visit);
  };
  exprs.forEach(visit);
  return [...leaves.values()];
}

function valuesRead(node: Node, leaves: readonly Expr[], environment: Environment): Int32Array[] {
  const held = new Set(node.slots.map(({ leg }) => leg));
  return leaves.flatMap((leaf) => (('leg' in leaf && held.has(leaf.leg)) ? [nodeValues(node, leaf, environment).index] : []));
}

/** Which rows of other nodes each row of a node meets. */
function meetings(relation: Relation, node: number): Int32Array[] {
  const below = relation.edges.filter(({ parent }) => parent === node).map(({ parentGroup }) => parentGroup);
  return node === 0 ? below : [...below, groupsByRow(relation.edges[node - 1].groups, relation.nodes[node].size)];
}

function groupsByRow(groups: Groups, size: number): Int32Array {
  const groupOf = new Int32Array(size).fill(-1);
  for (let group = 0; group + 1 < groups.starts.length; group++)
    for (let at = groups.starts[group]; at < groups.starts[group + 1]; at++) groupOf[groups.rows[at]] = group;
  return groupOf;
}

interface Classes {
  /** The first row of each class, ascending. */
  readonly firsts: Uint32Array;
  readonly members: Groups;
}

/** Rows that are alike in every way. */
function classesOf(node: Node, ways: readonly Int32Array[]): Classes {
  let classOf = new Int32Array(node.size);
  let count = Math.min(1, node.size);
  for (const way of ways) {
    const numbers = new Map<number, number>();
    const span = 2 + way.reduce((most, value) => Math.max(most, value), -1);
    classOf = classOf.map((before, row) => {
      const key = before * span + way[row] + 1;
      let number = numbers.get(key);
      if (number === undefined) numbers.set(key, (number = numbers.size));
      return number;
    });
    count = numbers.size;
  }
  const members = groupRows(classOf, count);
  return { firsts: Uint32Array.from({ length: count }, (_, at) => members.rows[members.starts[at]]), members };
}

function sizeOf({ starts }: Groups, at: number): number {
  return starts[at + 1] - starts[at];
}

function collectMembers(node: Node, { starts, rows }: Groups, at: number, add: AddEvent): void {
  if (at >= 0) for (let place = starts[at]; place < starts[at + 1]; place++) collectNodeRow(node, rows[place], add);
}
