import { rowId } from '@/lib/base/row-id';
import { type AddEvent, type Node, type Relation, MISSING, idAt } from './relation';
import { rowIndexOf } from './row-index';

/** Tells the events behind one row of a node. */
export function collectNodeRow(node: Node, nodeRow: number, add: AddEvent): void {
  for (const slot of node.slots) {
    const id = idAt(slot, nodeRow);
    if (id === MISSING || slot.lineage === 'none') continue;
    if (slot.lineage !== 'event') slot.lineage.collect(id, add);
    else if (slot.leg !== null) add(slot.leg, rowId(id));
  }
}

export function collectNodeRows(relation: Relation, nodeRows: Int32Array, add: AddEvent): void {
  relation.nodes.forEach((node, index) => collectNodeRow(node, nodeRows[index], add));
}

/** The events behind one row of a relation. */
export function collectRow(relation: Relation, row: number, add: AddEvent): void {
  const nodeRows = new Int32Array(relation.nodes.length);
  rowIndexOf(relation).locate(row, nodeRows);
  collectNodeRows(relation, nodeRows, add);
}

/** The events behind those rows of a relation whose first node's row is one of `rows`: each once, without forming the rows. */
export function collectSubtrees(relation: Relation, rows: Iterable<number>, add: AddEvent): void {
  const index = rowIndexOf(relation);
  let reached: ReadonlySet<number>[] = [new Set(rows)];
  for (const row of reached[0]) collectNodeRow(relation.nodes[0], row, add);
  relation.edges.forEach((edge, at) => {
    const children = new Set<number>();
    const groups = new Set<number>();
    for (const parentRow of reached[edge.parent]) groups.add(edge.parentGroup[parentRow]);
    for (const group of groups) {
      if (group < 0) continue;
      for (let place = edge.groups.starts[group]; place < edge.groups.starts[group + 1]; place++)
        if (index.weight(at + 1, place) > 0) children.add(edge.groups.rows[place]);
    }
    reached = [...reached, children];
    for (const row of children) collectNodeRow(relation.nodes[at + 1], row, add);
  });
}
