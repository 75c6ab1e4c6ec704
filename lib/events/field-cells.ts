import type { Segment } from './segment';
import type { Shape } from './shape-trie';

/**
 * Where a field's value stands in the rows of each shape: its place among the shape's values, -1 where the shape has none. Of several
 * fields, each shape's first.
 */
export class FieldCells {
  readonly slots: number[] = [];
  /** Bytes between the end of the value and the next one. */
  readonly gapsBehind: number[] = [];

  constructor(
    private readonly fields: readonly number[],
    private readonly shapes: readonly Shape[],
  ) {
    this.followShapes();
  }

  /** Learns the shapes that were met since. */
  followShapes(): void {
    for (let shape = this.slots.length; shape < this.shapes.length; shape++) {
      const slot = slotOf(this.shapes[shape], this.fields);
      this.slots.push(slot);
      this.gapsBehind.push(this.shapes[shape].gaps[slot + 1]);
    }
  }
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
  segments.forEach(({ starts, cells, firstCells, firstRow, rowCount, shapes }, segment) => {
    for (let row = 0; row < rowCount; row++) {
      const shape = shapes[row];
      const slot = slots[shape];
      if (slot < 0) continue;
      const cell = firstCells[row] + slot;
      visit(firstRow + row, segment, starts[row] + cells[cell], cells[cell + 1] - gapsBehind[shape] - cells[cell], shape);
    }
  });
}
