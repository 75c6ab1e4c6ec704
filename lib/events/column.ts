import type { CellKind, Column } from './event-table';
import { decodeBytes } from './json-bytes';
import type { Segment } from './segment';
import type { Shape } from './shape-trie';
import { ValueDictionary } from './value-dictionary';

/** Reads one field of every row: its value's bytes, looked up in a dictionary of those met before. */
export function buildColumn(
  name: string,
  field: number,
  segments: readonly Segment[],
  shapes: readonly Shape[],
  rowCount: number,
): Column {
  const codes = new Uint32Array(rowCount);
  const dictionary = new ValueDictionary(segments);
  const slots = Int32Array.from(shapes, (shape) => shape.fields.lastIndexOf(field));
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

class DictionaryColumn implements Column {
  private readonly texts: (string | null | undefined)[] = [null];

  constructor(
    readonly name: string,
    readonly codes: Uint32Array,
    private readonly dictionary: ValueDictionary,
  ) {}

  get size(): number {
    return this.dictionary.size;
  }

  kind(code: number): CellKind {
    if (code === 0) return 'absent';
    const { bytes, start } = this.dictionary.place(code);
    return kindOf(bytes[start]);
  }

  text(code: number): string | null {
    let text = this.texts[code];
    if (text === undefined) {
      const json = this.json(code);
      const kind = this.kind(code);
      text = kind === 'null' ? null : kind !== 'string' ? json : json.includes('\\') ? String(JSON.parse(json)) : json.slice(1, -1);
      this.texts[code] = text;
    }
    return text;
  }

  value(code: number): unknown {
    if (code === 0) return undefined;
    return this.kind(code) === 'string' ? this.text(code) : JSON.parse(this.json(code));
  }

  private json(code: number): string {
    const { bytes, start, end } = this.dictionary.place(code);
    return decodeBytes(bytes, start, end);
  }
}

/** By the first byte of a value that is known to be valid. */
function kindOf(byte: number): CellKind {
  switch (byte) {
    case 0x22:
      return 'string';
    case 0x5b:
      return 'array';
    case 0x7b:
      return 'object';
    case 0x74:
    case 0x66:
      return 'boolean';
    case 0x6e:
      return 'null';
    default:
      return 'number';
  }
}
