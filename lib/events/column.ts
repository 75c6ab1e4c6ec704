import { kindOfCell, textOfCell } from './cell';
import type { CellKind, Column } from './event-table';
import { decodeBytes } from './json-bytes';
import type { Segment } from './segment';
import type { Shape } from './shape-trie';
import { ValueDictionary } from './value-dictionary';

/** Reads of every row the first of `fields` that its shape has: its value's bytes, looked up in a dictionary of those met before. */
export function buildColumn(
  name: string,
  fields: readonly number[],
  segments: readonly Segment[],
  shapes: readonly Shape[],
  rowCount: number,
): Column {
  const codes = new Uint32Array(rowCount);
  const dictionary = new ValueDictionary(segments);
  const slots = Int32Array.from(shapes, (shape) => slotOf(shape, fields));
  const gapsBehind = Uint32Array.from(shapes, (shape, i) => shape.gaps[slots[i] + 1]);
  segments.forEach(({ cells, firstCells, firstRow, rowCount: rows, shapes: shapeOfRow }, segment) => {
    for (let row = 0; row < rows; row++) {
      const shape = shapeOfRow[row];
      const slot = slots[shape];
      if (slot < 0) continue;
      const cell = firstCells[row] + slot;
      codes[firstRow + row] = dictionary.codeOf(segment, cells[cell], cells[cell + 1] - gapsBehind[shape] - cells[cell]);
    }
  });
  return new DictionaryColumn(name, codes, dictionary);
}

/** -1 where the shape has none of the fields. */
function slotOf(shape: Shape, fields: readonly number[]): number {
  for (const field of fields) {
    const slot = shape.fields.indexOf(field);
    if (slot >= 0) return slot;
  }
  return -1;
}

class DictionaryColumn implements Column {
  readonly size: number;
  private texts: (string | null | undefined)[] | null = null;

  constructor(
    readonly name: string,
    readonly codes: Uint32Array,
    private readonly dictionary: ValueDictionary,
  ) {
    this.size = dictionary.size;
  }

  kind(code: number): CellKind {
    if (code === 0) return 'absent';
    const { bytes, start } = this.dictionary.place(code);
    return kindOfCell(bytes, start);
  }

  text(code: number): string | null {
    if (code === 0) return null;
    this.texts ??= new Array<string | null | undefined>(this.size);
    let text = this.texts[code];
    if (text === undefined) {
      const { bytes, start, end } = this.dictionary.place(code);
      text = this.texts[code] = textOfCell(bytes, start, end);
    }
    return text;
  }

  value(code: number): unknown {
    const kind = this.kind(code);
    if (kind === 'absent') return undefined;
    if (kind === 'string') return this.text(code);
    const { bytes, start, end } = this.dictionary.place(code);
    return JSON.parse(decodeBytes(bytes, start, end));
  }
}
