import { kindOfCell, textOfCell } from './cell';
import type { CellKind, Cells, CodedValues, Column } from './event-table';
import type { FieldCells } from './field-cells';
import { decodeBytes } from './json-bytes';
import { grown, type Segment } from './segment';
import { ValueDictionary } from './value-dictionary';

/** The column of a field, from all segments. */
export function buildColumn(name: string, places: FieldCells, segments: readonly Segment[], rowCount: number): Column & Cells {
  const builder = new ColumnBuilder(segments, rowCount);
  for (let segment = 0; segment < segments.length; segment++) builder.add(segment, places);
  return builder.finish(name);
}

/** Looks the bytes of every row's value up in a dictionary of those met before, segment by segment. */
export class ColumnBuilder {
  private codes: Uint32Array;
  private rowCount = 0;
  private readonly dictionary: ValueDictionary;
  /** A shape is a type of event: most often it has the value that it had the last time. */
  private readonly recent: number[] = [];

  /** `segments` may grow, up to about `rowCount` rows. */
  constructor(
    private readonly segments: readonly Segment[],
    rowCount: number,
  ) {
    this.codes = new Uint32Array(rowCount);
    this.dictionary = new ValueDictionary(segments);
  }

  /** The segment with the next number; `places` null where none of its rows has the field. */
  add(segment: number, places: FieldCells | null): void {
    const { starts, cells, firstCells, firstRow, rowCount, shapes } = this.segments[segment];
    this.rowCount = firstRow + rowCount;
    if (places === null) return;
    if (this.rowCount > this.codes.length) this.codes = grown(this.codes, this.rowCount);
    const { slots, gapsBehind } = places;
    const { codes, dictionary, recent } = this;
    while (recent.length < slots.length) recent.push(0);
    for (let row = 0; row < rowCount; row++) {
      const shape = shapes[row];
      const slot = slots[shape];
      if (slot < 0) continue;
      const cell = firstCells[row] + slot;
      const start = starts[row] + cells[cell];
      const length = cells[cell + 1] - gapsBehind[shape] - cells[cell];
      const last = recent[shape];
      codes[firstRow + row] = dictionary.hasAt(last, segment, start, length) ? last : (recent[shape] = dictionary.codeOf(segment, start, length));
    }
  }

  finish(name: string): Column & Cells {
    const codes = this.codes.length < this.rowCount ? grown(this.codes, this.rowCount) : this.codes;
    return new DictionaryColumn(name, codes.length === this.rowCount ? codes : codes.slice(0, this.rowCount), this.dictionary);
  }
}

/** The same for single rows: a row's value is looked up when it is first asked for. `segmentOf` gives the number of a row's segment. */
export function buildCells(places: FieldCells, segments: readonly Segment[], rowCount: number, segmentOf: (row: number) => number): Cells {
  return new RowCells(places, segments, rowCount, segmentOf);
}

/** What is decoded beyond so many characters of a column is decoded anew each time: the heap would not hold a large dataset's messages. */
const MAX_KEPT_CHARACTERS = 64 * 1024 * 1024;
/** Of the heap, beside its characters. */
const STRING_CHARACTERS = 20;

class DictionaryValues implements CodedValues {
  private readonly texts: (string | null | undefined)[] = [];
  private kept = 0;

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
      text = textOfCell(bytes, start, end);
      if (this.kept < MAX_KEPT_CHARACTERS) {
        this.texts[code] = text;
        this.kept += (text?.length ?? 0) + STRING_CHARACTERS;
      }
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
  /** By row; made when the first is asked for. */
  private codes: Uint32Array | null = null;

  constructor(
    private readonly places: FieldCells,
    private readonly segments: readonly Segment[],
    private readonly rowCount: number,
    private readonly segmentOf: (row: number) => number,
  ) {
    super(new ValueDictionary(segments));
  }

  codeAt(row: number): number {
    const codes = (this.codes ??= new Uint32Array(this.rowCount).fill(UNREAD));
    const known = codes[row];
    return known === UNREAD ? (codes[row] = this.read(row)) : known;
  }

  private read(row: number): number {
    const segment = this.segmentOf(row);
    const { starts, cells, firstCells, firstRow, shapes } = this.segments[segment];
    const shape = shapes[row - firstRow];
    const slot = this.places.slots[shape];
    if (slot < 0) return 0;
    const cell = firstCells[row - firstRow] + slot;
    return this.dictionary.codeOf(segment, starts[row - firstRow] + cells[cell], cells[cell + 1] - this.places.gapsBehind[shape] - cells[cell]);
  }
}
