import { type Environment, type Ids, newIds } from './environment';
import { type Relation, MISSING, idAt } from './relation';
import { rowIndexOf } from './row-index';

/** Reads rows of a relation by number. Remembers the last one, so that a row's cells cost one search. */
export interface RowReader {
  /** The row of each leg; legs that the relation does not hold are missing. Valid until the next load. */
  load(row: number): Ids;
  nodeRows(row: number): Int32Array;
}

export function rowReader(relation: Relation, environment: Environment): RowReader {
  const nodeRows = new Int32Array(relation.nodes.length);
  const ids = newIds(environment).fill(MISSING);
  const fill = idFiller(relation);
  let loaded = -1;
  const find = (row: number): void => {
    if (row === loaded) return;
    rowIndexOf(relation).locate(row, nodeRows);
    fill(nodeRows, ids);
    loaded = row;
  };
  return {
    load: (row) => {
      find(row);
      return ids;
    },
    nodeRows: (row) => {
      find(row);
      return nodeRows;
    },
  };
}

/** Writes the ids of all legs for a choice of node rows. */
export function idFiller(relation: Relation): (nodeRows: Int32Array, ids: Ids) => void {
  const sources = relation.nodes.flatMap((node, index) =>
    node.slots.flatMap((slot) => (slot.leg === null ? [] : [{ index, slot, leg: slot.leg }])),
  );
  return (nodeRows, ids) => {
    for (const { index, slot, leg } of sources) ids[leg] = idAt(slot, nodeRows[index]);
  };
}
