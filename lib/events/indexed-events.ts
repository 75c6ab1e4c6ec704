import { rowId, type RowId } from '@/lib/base/row-id';
import { buildCells, buildColumn } from './column';
import type { Cells, Column, EventSource, EventTable, Field, FieldMatch, FieldValues, Member, SkippedLine, TableProfile, TextScan } from './event-table';
import { FieldCells } from './field-cells';
import { FieldNames } from './field-names';
import { firstTexts } from './first-texts';
import { IndexedValues } from './field-values';
import { CARRIAGE_RETURN, decodeBytes } from './json-bytes';
import { readInstants } from './read-instants';
import type { Segment } from './segment';
import type { ShapeTrie } from './shape-trie';
import { profileOf } from './table-profile';
import { SegmentScan } from './text-scan';
import type { WrittenTexts } from './written-texts';

/** The EventTable over segments of bytes. */
export class IndexedEvents implements EventTable {
  readonly rowCount: number;
  readonly fields: readonly Field[];
  private readonly rowsOfShape: Uint32Array;
  private readonly fieldNames: FieldNames;
  private readonly fieldNumbers: ReadonlyMap<string, number>;
  private readonly columns = new Map<string, Column & Cells>();
  private readonly singleCells = new Map<string, Cells>();
  private readonly fieldValues = new Map<string, FieldValues>();

  constructor(
    private readonly segments: readonly Segment[],
    readonly members: readonly Member[],
    private readonly trie: ShapeTrie,
    readonly skipped: readonly SkippedLine[],
    readonly skippedCount: number,
    /** By member, where the segments hold JSON that was made from another text. */
    private readonly written: ReadonlyMap<number, WrittenTexts>,
    /** Those that were built by now. */
    private readonly ownColumns: Map<string, Column & Cells>,
  ) {
    this.rowCount = segments.reduce((sum, segment) => sum + segment.rowCount, 0);
    this.rowsOfShape = countShapes(segments, trie);
    this.fields = countFields(this.rowsOfShape, trie);
    this.fieldNames = new FieldNames(this.fields);
    this.fieldNumbers = new Map(trie.fieldNames.map((name, number) => [name, number]));
  }

  column(name: string): (Column & Cells) | null {
    const known = this.columns.get(name);
    if (known) return known;
    const sources = this.sources(name);
    const column = sources.length > 1 ? this.build(name, sources) : this.ownColumn(name);
    if (column) this.columns.set(name, column);
    return column;
  }

  ownColumn(name: string): (Column & Cells) | null {
    const column = this.ownColumns.get(name) ?? this.build(name, this.sources(name).slice(0, 1));
    if (column) this.ownColumns.set(name, column);
    return column;
  }

  cells(name: string): Cells | null {
    const known = this.columns.get(name) ?? this.singleCells.get(name);
    if (known) return known;
    const places = this.placesOf(this.sources(name));
    if (places === null) return null;
    const cells = buildCells(places, this.segments, this.rowCount, (row) => this.segmentNumberOf(row));
    this.singleCells.set(name, cells);
    return cells;
  }

  values(name: string): FieldValues | null {
    const known = this.fieldValues.get(name);
    if (known) return known;
    const places = this.placesOf(this.sources(name));
    if (places === null) return null;
    const values = new IndexedValues(places, this.trie.shapes, this.rowCount, () => this.cells(name));
    this.fieldValues.set(name, values);
    return values;
  }

  instants(name: string): Float64Array | null {
    const field = this.fieldNumbers.get(name);
    return field === undefined ? null : readInstants(new FieldCells([field], this.trie.shapes), this.segments, this.rowCount);
  }

  firstTexts(name: string, count: number): readonly string[] {
    const field = this.fieldNumbers.get(name);
    return field === undefined ? [] : firstTexts(new FieldCells([field], this.trie.shapes), this.segments, count);
  }

  sources(name: string): readonly Field[] {
    if (!this.fieldNumbers.has(name)) return [];
    const { shapes } = this.trie;
    const numberOf = (field: string) => this.fieldNumbers.get(field) ?? -1;
    const standTogether = (field: string, other: string) => shapes.some(({ fields }) => fields.includes(numberOf(field)) && fields.includes(numberOf(other)));
    const names = [name, ...this.fieldNames.standIns(name, standTogether).map((field) => field.name)];
    const numbers = names.map(numberOf);
    const events = new Float64Array(names.length);
    shapes.forEach(({ fields }, shape) => {
      const read = numbers.findIndex((number) => fields.includes(number));
      if (read >= 0) events[read] += this.rowsOfShape[shape];
    });
    return names.map((source, i) => ({ name: source, events: events[i] })).filter((source) => source.name === name || source.events > 0);
  }

  private build(name: string, sources: readonly Field[]): (Column & Cells) | null {
    const places = this.placesOf(sources);
    return places && buildColumn(name, places, this.segments, this.rowCount);
  }

  private placesOf(sources: readonly Field[]): FieldCells | null {
    const fields = sources.flatMap((source) => this.fieldNumbers.get(source.name) ?? []);
    return fields.length === 0 ? null : new FieldCells(fields, this.trie.shapes);
  }

  resolve(wanted: string): FieldMatch {
    return this.fieldNames.match(wanted);
  }

  source(row: RowId): EventSource {
    const segment = this.segmentOf(row);
    const inSegment = row - segment.firstRow;
    return { member: segment.member, line: segment.lines === null ? segment.firstLine + inSegment : segment.lines[inSegment] };
  }

  rowAt({ member, line }: EventSource): RowId | null {
    for (const segment of this.segments) {
      if (segment.member !== member) continue;
      const { firstLine, lines, firstRow, rowCount } = segment;
      const at = lines === null ? line - firstLine : lastAtMost(lines, line);
      if (at >= 0 && at < rowCount && (lines === null || lines[at] === line)) return rowId(firstRow + at);
    }
    return null;
  }

  text(row: RowId): string {
    const { bytes, starts, firstRow, shapes, firstCells, cells } = this.segmentOf(row);
    const inSegment = row - firstRow;
    const values = this.trie.shapes[shapes[inSegment]].fields.length;
    const newline = starts[inSegment] + cells[firstCells[inSegment] + values] - 1;
    const end = bytes[newline - 1] === CARRIAGE_RETURN ? newline - 1 : newline;
    return decodeBytes(bytes, starts[inSegment], end);
  }

  forEachValue(row: RowId, visit: (field: number, json: string) => void): void {
    const { bytes, starts, firstRow, shapes, firstCells, cells } = this.segmentOf(row);
    const { fields, gaps } = this.trie.shapes[shapes[row - firstRow]];
    const start = starts[row - firstRow];
    const first = firstCells[row - firstRow];
    const length = cells[first + fields.length];
    // Where every byte is a character, as in most events, a value is a slice of the line: one decoding for all.
    const line = decodeBytes(bytes, start, start + length);
    for (let slot = 0; slot < fields.length; slot++) {
      if (fields[slot] < 0) continue;
      const from = cells[first + slot];
      const to = cells[first + slot + 1] - gaps[slot + 1];
      visit(fields[slot], line.length === length ? line.slice(from, to) : decodeBytes(bytes, start + from, start + to));
    }
  }

  async writtenText(row: RowId): Promise<string> {
    const { member } = this.segmentOf(row);
    const written = this.written.get(member);
    if (!written) return this.text(row);
    const firstRow = this.segments.find((segment) => segment.member === member)?.firstRow ?? 0;
    return written.text(row - firstRow);
  }

  profile(): TableProfile {
    return profileOf(this.segments, this.trie);
  }

  scan(text: string, matchCase: boolean): TextScan {
    return new SegmentScan(this.segments, this.trie, text, matchCase);
  }

  private segmentOf(row: RowId): Segment {
    return this.segments[this.segmentNumberOf(row)];
  }

  private segmentNumberOf(row: number): number {
    let low = 0;
    let high = this.segments.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.segments[middle].firstRow <= row) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** Index of the last of the ascending `values` that is at most `wanted`; -1 if none is. */
function lastAtMost(values: Uint32Array, wanted: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (values[middle] <= wanted) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function countShapes(segments: readonly Segment[], trie: ShapeTrie): Uint32Array {
  const rowsOfShape = new Uint32Array(trie.shapes.length);
  for (const { shapes, rowCount } of segments) for (let row = 0; row < rowCount; row++) rowsOfShape[shapes[row]]++;
  return rowsOfShape;
}

function countFields(rowsOfShape: Uint32Array, trie: ShapeTrie): readonly Field[] {
  const events = new Uint32Array(trie.fieldNames.length);
  trie.shapes.forEach(({ fields }, shape) => {
    for (const field of fields) if (field >= 0) events[field] += rowsOfShape[shape];
  });
  return trie.fieldNames.map((name, field) => ({ name, events: events[field] }));
}
