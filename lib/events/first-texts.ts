import { textOfCell } from './cell';
import type { FieldCells } from './field-cells';
import type { Segment } from './segment';

/** A field that is the same in so many events is not looked through any further. */
const MOST_CELLS = 10_000;

/** The first distinct texts of a field, at most `count`. */
export function firstTexts({ slots, gapsBehind }: FieldCells, segments: readonly Segment[], count: number): readonly string[] {
  const texts = new Set<string>();
  let seen = 0;
  for (const { bytes, starts, cells, firstCells, rowCount, shapes } of segments) {
    for (let row = 0; row < rowCount; row++) {
      const slot = slots[shapes[row]];
      if (slot < 0) continue;
      const cell = firstCells[row] + slot;
      const text = textOfCell(bytes, starts[row] + cells[cell], starts[row] + cells[cell + 1] - gapsBehind[shapes[row]]);
      if (text !== null) texts.add(text);
      if (++seen === MOST_CELLS || texts.size === count) return [...texts];
    }
  }
  return [...texts];
}
