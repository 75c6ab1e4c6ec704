import { kindOfCell } from './cell';
import type { CellKind, TableProfile } from './event-table';
import type { Segment } from './segment';
import type { ShapeTrie } from './shape-trie';

const KINDS: readonly CellKind[] = ['string', 'number', 'boolean', 'null', 'array', 'object'];

/** In one pass over the index. */
export function profileOf(segments: readonly Segment[], trie: ShapeTrie): TableProfile {
  const rowsOfShape = new Uint32Array(trie.shapes.length);
  const counts = new Uint32Array(trie.fieldNames.length * KINDS.length);
  for (const { bytes, starts, cells, firstCells, rowCount, shapes } of segments) {
    for (let row = 0; row < rowCount; row++) {
      rowsOfShape[shapes[row]]++;
      const { fields } = trie.shapes[shapes[row]];
      for (let slot = 0; slot < fields.length; slot++) {
        if (fields[slot] < 0) continue;
        counts[fields[slot] * KINDS.length + KINDS.indexOf(kindOfCell(bytes, starts[row] + cells[firstCells[row] + slot]))]++;
      }
    }
  }
  const shapes = trie.shapes.map(({ fields }, shape) => ({ fields: fields.filter((field) => field >= 0).length, events: rowsOfShape[shape] }));
  return {
    shapes: shapes.filter(({ events }) => events > 0).sort((a, b) => b.events - a.events),
    kinds: trie.fieldNames.map((_, field) =>
      KINDS.map((kind, i) => ({ kind, events: counts[field * KINDS.length + i] }))
        .filter(({ events }) => events > 0)
        .sort((a, b) => b.events - a.events),
    ),
  };
}
