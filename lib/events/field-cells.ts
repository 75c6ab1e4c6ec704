import type { Segment } from './segment';
import type { Shape } from './shape-trie';

/** Where a field's value stands in the rows of each shape: its place among the shape's values, -1 where the shape has none. */
export interface FieldCells {
  readonly slots: Int32Array;
  /** Bytes between the end of the value and the next one. */
  readonly gapsBehind: Uint32Array;
}

/** Of every shape the first of `fields` that it has. */
export function fieldCells(fields: readonly number[], shapes: readonly Shape[]): FieldCells {
  const slots = Int32Array.from(shapes, (shape) => slotOf(shape, fields));
  return { slots, gapsBehind: Uint32Array.from(shapes, (shape, i) => shape.gaps[slots[i] + 1]) };
}

function slotOf(shape: Shape, fields: readonly number[]): number {
  for (const field of fields) {
    const slot = shape.fields.indexOf(field);
    if (slot >= 0) return slot;
  }
  return -1;
}

/** Visits the value of every row that has one. `start` counts in the bytes of the segment with that number. */
export function forEachCell(
  segments: readonly Segment[],
  { slots, gapsBehind }: FieldCells,
  visit: (row: number, segment: number, start: number, length: number, shape: number) => void,
): void {
  segments.forEach(({ cells, firstCells, firstRow, rowCount, shapes }, segment) => {
    for (let row = 0; row < rowCount; row++) {
      const shape = shapes[row];
      const slot = slots[shape];
      if (slot < 0) continue;
      const cell = firstCells[row] + slot;
      const start = cells[cell];
      visit(firstRow + row, segment, start, cells[cell + 1] - gapsBehind[shape] - start, shape);
    }
  });
}
