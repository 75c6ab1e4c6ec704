import type { Edge, Relation } from './relation';

/** Counts the rows of a relation and finds the row with a given number, in time and memory of its nodes, not of its pairs. */
export interface RowIndex {
  readonly rowCount: number;
  /** Writes the row of each node that result row `row` picks; -1 where a LEFT JOIN found none. */
  locate(row: number, nodeRows: Int32Array): void;
  /** In how many rows of its subtree a row of a node stands: the first node's by its number, others' by their place in the edge's groups. */
  weight(node: number, place: number): number;
}

const known = new WeakMap<Relation, RowIndex>();

export function rowIndexOf(relation: Relation): RowIndex {
  let index = known.get(relation);
  if (index === undefined) known.set(relation, (index = buildIndex(relation)));
  return index;
}

export function rowCountOf(relation: Relation): number {
  return rowIndexOf(relation).rowCount;
}

function buildIndex(relation: Relation): RowIndex {
  const { nodes, edges } = relation;
  if (nodes.length === 1) {
    return {
      rowCount: nodes[0].size,
      locate: (row, nodeRows) => {
        nodeRows[0] = row;
      },
      weight: () => 1,
    };
  }
  // prefix[i]: for the rows of node i in the order of its groups (the root: as they are), how many rows of the subtree come before.
  const prefix = new Array<Float64Array>(nodes.length);
  const total = (edge: number, parentRow: number): number => groupTotal(edges[edge], prefix[edge + 1], parentRow);
  for (let index = nodes.length - 1; index >= 0; index--) {
    const order = index === 0 ? null : edges[index - 1].groups.rows;
    const size = order === null ? nodes[0].size : order.length;
    const children = childEdges(edges, index);
    const sums = new Float64Array(size + 1);
    for (let at = 0; at < size; at++) {
      let weight = 1;
      const row = order === null ? at : order[at];
      for (const child of children) weight *= total(child, row);
      sums[at + 1] = sums[at] + weight;
    }
    prefix[index] = sums;
  }
  return {
    rowCount: prefix[0][nodes[0].size],
    locate: (row, nodeRows) => locate(relation, prefix, total, row, nodeRows),
    weight: (node, place) => prefix[node][place + 1] - prefix[node][place],
  };
}

function childEdges(edges: readonly Edge[], node: number): number[] {
  return edges.flatMap((edge, at) => (edge.parent === node ? [at] : []));
}

/** Rows of the child's subtree that a row of the parent pairs with. A missing side counts as one. */
function groupTotal(edge: Edge, prefix: Float64Array, parentRow: number): number {
  if (parentRow < 0) return 1;
  const partners = partnersTotal(edge, prefix, parentRow);
  return partners === 0 && edge.optional ? 1 : partners;
}

function partnersTotal(edge: Edge, prefix: Float64Array, parentRow: number): number {
  const group = parentRow < 0 ? -1 : edge.parentGroup[parentRow];
  return group < 0 ? 0 : prefix[edge.groups.starts[group + 1]] - prefix[edge.groups.starts[group]];
}

/**
 * Picks node by node. `open` is how many ways there are to fill the edges that hang below picked nodes and are not filled
 * yet: each row of the next node takes that many times its own weight of the remaining count.
 */
function locate(relation: Relation, prefix: readonly Float64Array[], total: (edge: number, parentRow: number) => number, row: number, nodeRows: Int32Array): void {
  let rest = row;
  let open = 1;
  for (let index = 0; index < relation.nodes.length; index++) {
    const edge = index === 0 ? null : relation.edges[index - 1];
    let from = 0;
    let to = relation.nodes[0].size;
    if (edge !== null) {
      const parentRow = nodeRows[edge.parent];
      open /= total(index - 1, parentRow);
      if (partnersTotal(edge, prefix[index], parentRow) === 0) {
        nodeRows[index] = -1;
        continue;
      }
      const group = edge.parentGroup[parentRow];
      from = edge.groups.starts[group];
      to = edge.groups.starts[group + 1];
    }
    const sums = prefix[index];
    const at = lastAtMost(sums, from, to, sums[from] + Math.floor(rest / open));
    rest -= (sums[at] - sums[from]) * open;
    nodeRows[index] = edge === null ? at : edge.groups.rows[at];
    relation.edges.forEach((child, childAt) => {
      if (child.parent === index) open *= total(childAt, nodeRows[index]);
    });
  }
}

/** The last place in [from, to) whose sum is at most `wanted`: of equal sums the last, so rows of weight 0 are passed over. */
function lastAtMost(sums: Float64Array, from: number, to: number, wanted: number): number {
  let low = from;
  let high = to - 1;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (sums[middle] <= wanted) low = middle;
    else high = middle - 1;
  }
  return low;
}
