import { ByteNeedle } from './byte-needle';
import type { TextScan } from './event-table';
import { grown, type Segment } from './segment';
import type { ShapeTrie } from './shape-trie';
import { writtenForms } from './written-forms';

/** Bytes between two looks at the clock. */
const STRETCH = 1 << 20;
const BACKSLASH = 0x5c;
const LETTER_U = 0x75;

/** Looks for a text in the bytes of all events, row by row, and goes on where it was left. */
export class SegmentScan implements TextScan {
  bytesSeen = 0;
  readonly byteCount: number;
  private rowCount = 0;
  private found = new Uint32Array(1_024);
  private counts = new Uint32Array(1_024);
  private readonly needles: readonly ByteNeedle[];
  private segment = 0;
  private row = 0;

  constructor(
    private readonly segments: readonly Segment[],
    private readonly trie: ShapeTrie,
    text: string,
    matchCase: boolean,
  ) {
    const encoder = new TextEncoder();
    this.needles = writtenForms(text).map((form) => new ByteNeedle(encoder.encode(form), matchCase));
    this.byteCount = segments.reduce((sum, { bytes }) => sum + bytes.length, 0);
  }

  get rows(): Uint32Array {
    return this.found.subarray(0, this.rowCount);
  }

  get rowHits(): Uint32Array {
    return this.counts.subarray(0, this.rowCount);
  }

  get isDone(): boolean {
    return this.segment >= this.segments.length;
  }

  advance(millis: number): boolean {
    const until = performance.now() + millis;
    while (!this.isDone) {
      this.scanStretch(this.segments[this.segment]);
      if (performance.now() >= until) break;
    }
    return this.isDone;
  }

  /** The names of the fields whose values hold the text in some of these rows; null where a row has it only outside of values. */
  fieldsOf(rows: Iterable<number>): ReadonlySet<string> | null {
    const names = new Set<string>();
    for (const row of rows) {
      const segment = this.segments.findLast(({ firstRow }) => firstRow <= row);
      if (!segment || !this.addFields(segment, row - segment.firstRow, names)) return null;
    }
    return names;
  }

  /** From the row that is next, all that begin within one stretch of bytes. */
  private scanStretch(segment: Segment): void {
    const { starts, rowCount, bytes } = segment;
    const first = this.row;
    const begin = first < rowCount ? starts[first] : bytes.length;
    let next = first;
    while (next < rowCount && starts[next] < begin + STRETCH) next++;
    if (next > first) this.scanRows(segment, first, next);
    this.bytesSeen += (next < rowCount ? starts[next] : bytes.length) - (first === 0 ? 0 : begin);
    if (next >= rowCount) {
      this.segment++;
      this.row = 0;
    } else this.row = next;
  }

  /** One search runs over many rows; where it finds something it looks up the row. */
  private scanRows(segment: Segment, first: number, next: number): void {
    const { bytes, starts } = segment;
    const end = this.endOf(segment, next - 1);
    const places = this.needles.map((needle) => this.placeFrom(needle, bytes, starts[first], end));
    let row = first;
    let rowEnd = this.endOf(segment, row);
    let lastFound = -1;
    for (let nearest = nearestOf(places); nearest >= 0; nearest = nearestOf(places)) {
      const place = places[nearest];
      const needle = this.needles[nearest];
      if (row + 1 < next && starts[row + 1] <= place) {
        while (row + 1 < next && starts[row + 1] <= place) row++;
        rowEnd = this.endOf(segment, row);
      }
      let after = place + needle.length;
      // What is no event, a line that was skipped, stands between two.
      if (after > rowEnd) after = place + 1;
      else {
        if (row !== lastFound) this.add(segment.firstRow + row);
        this.counts[this.rowCount - 1]++;
        lastFound = row;
      }
      for (let i = 0; i < places.length; i++) if (places[i] >= 0 && places[i] < after) places[i] = this.placeFrom(this.needles[i], bytes, after, end);
    }
  }

  /** The next place that is not in the middle of an escape: the `n` of `\n` is none. */
  private placeFrom(needle: ByteNeedle, bytes: Uint8Array, from: number, end: number): number {
    for (let place = needle.find(bytes, from, end); place >= 0; place = needle.find(bytes, place + 1, end)) if (!isInEscape(bytes, place)) return place;
    return -1;
  }

  private endOf({ starts, cells, firstCells, shapes }: Segment, row: number): number {
    return starts[row] + cells[firstCells[row] + this.trie.shapes[shapes[row]].fields.length];
  }

  private add(row: number): void {
    if (this.rowCount === this.found.length) {
      this.found = grown(this.found, this.rowCount + 1);
      this.counts = grown(this.counts, this.rowCount + 1);
    }
    this.found[this.rowCount++] = row;
  }

  private addFields(segment: Segment, row: number, names: Set<string>): boolean {
    const { bytes, starts, cells, firstCells, shapes } = segment;
    const shape = this.trie.shapes[shapes[row]];
    const first = firstCells[row];
    const end = this.endOf(segment, row);
    let isInValue = false;
    for (const needle of this.needles) {
      for (let place = this.placeFrom(needle, bytes, starts[row], end); place >= 0; place = this.placeFrom(needle, bytes, place + 1, end)) {
        const inEvent = place - starts[row];
        let cell = shape.fields.length - 1;
        while (cell >= 0 && cells[first + cell] > inEvent) cell--;
        if (cell < 0 || shape.fields[cell] < 0 || inEvent + needle.length > cells[first + cell + 1] - shape.gaps[cell + 1]) continue;
        names.add(this.trie.fieldNames[shape.fields[cell]]);
        isInValue = true;
      }
    }
    return isInValue;
  }
}

/** Of the places that are one, the first's number; -1 if none is. */
function nearestOf(places: readonly number[]): number {
  let nearest = -1;
  for (let i = 0; i < places.length; i++) if (places[i] >= 0 && (nearest < 0 || places[i] < places[nearest])) nearest = i;
  return nearest;
}

function isInEscape(bytes: Uint8Array, place: number): boolean {
  if (bytes[place - 1] === BACKSLASH && isEscaped(bytes, place)) return true;
  // One of the four digits behind a `\u`.
  for (let back = 1; back <= 4; back++) if (bytes[place - back] === LETTER_U && bytes[place - back - 1] === BACKSLASH && isEscaped(bytes, place - back)) return true;
  return false;
}

/** Whether an odd run of backslashes stands before the place. */
function isEscaped(bytes: Uint8Array, place: number): boolean {
  let start = place;
  while (bytes[start - 1] === BACKSLASH) start--;
  return (place - start) % 2 === 1;
}
