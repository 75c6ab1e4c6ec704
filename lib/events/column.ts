import { kindOfCell, textOfCell } from './cell';
import type { CellKind, Cells, CodedValues, Column } from './event-table';
import { forEachCell, type FieldCells } from './field-cells';
import { decodeBytes } from './json-bytes';
import type { Segment } from './segment';
import { ValueDictionary } from './value-dictionary';

/** Looks the bytes of every row's value up in a dictionary of those met before. */
export function buildColumn(name: string, places: FieldCells, segments: readonly Segment[], rowCount: number): Column & Cells {
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

/** The same for single rows: a row's value is looked up when it is first asked for. `segmentOf` gives the number of a row's segment. */
export function buildCells(places: FieldCells, segments: readonly Segment[], rowCount: number, segmentOf: (row: number) => number): Cells {
  return new RowCells(places, segments, rowCount, segmentOf);
}

class DictionaryValues implements CodedValues {
  private readonly texts: (string | null | undefined)[] = [];

  constructor(protected readonly dictionary: ValueDictionary) {}

  kind(code: number): CellKind {
    if (code === 0) return 'absent';
    const { bytes, start } = this.dictionary.place(code);
    return kindOfCell(bytes, start);
  }

  text(code: number): string | null {
    if (code === 0) return null;
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

class DictionaryColumn extends DictionaryValues implements Column, Cells {
  readonly size: number;

  constructor(
    readonly name: string,
    readonly codes: Uint32Array,
    dictionary: ValueDictionary,
  ) {
    super(dictionary);
    this.size = dictionary.size;
  }

  codeAt(row: number): number {
    return this.codes[row];
  }
}

/** No dictionary has as many codes. */
const UNREAD = 0xffff_ffff;

class RowCells extends DictionaryValues implements Cells {
  private readonly codes: Uint32Array;

  constructor(
    private readonly places: FieldCells,
    private readonly segments: readonly Segment[],
    rowCount: number,
    private readonly segmentOf: (row: number) => number,
  ) {
    super(new ValueDictionary(segments));
    this.codes = new Uint32Array(rowCount).fill(UNREAD);
  }

  codeAt(row: number): number {
    const known = this.codes[row];
    return known === UNREAD ? (this.codes[row] = this.read(row)) : known;
  }

  private read(row: number): number {
    const segment = this.segmentOf(row);
    const { cells, firstCells, firstRow, shapes } = this.segments[segment];
    const shape = shapes[row - firstRow];
    const slot = this.places.slots[shape];
    if (slot < 0) return 0;
    const cell = firstCells[row - firstRow] + slot;
    return this.dictionary.codeOf(segment, cells[cell], cells[cell + 1] - this.places.gapsBehind[shape] - cells[cell]);
  }
}
