import { kindOfCell, textOfCell } from './cell';
import type { CellKind, Column } from './event-table';
import { forEachCell, type FieldCells } from './field-cells';
import { decodeBytes } from './json-bytes';
import type { Segment } from './segment';
import { ValueDictionary } from './value-dictionary';

/** Looks the bytes of every row's value up in a dictionary of those met before. */
export function buildColumn(name: string, places: FieldCells, segments: readonly Segment[], rowCount: number): Column {
  const codes = new Uint32Array(rowCount);
  const dictionary = new ValueDictionary(segments);
  // A shape is a type of event: most often it has the value that it had the last time.
  const recent = new Uint32Array(places.slots.length);
  forEachCell(segments, places, (row, segment, start, length, shape) => {
    const last = recent[shape];
    codes[row] = dictionary.hasAt(last, segment, start, length) ? last : (recent[shape] = dictionary.codeOf(segment, start, length));
  });
  return new DictionaryColumn(name, codes, dictionary);
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
