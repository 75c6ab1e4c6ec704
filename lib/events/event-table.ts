import type { RowId } from '@/lib/base/row-id';

/**
 * Where an event stands in its file, as a person counts: line 1 is the first. An event that takes several lines stands where it
 * begins; `Member.numbering` says where lines would not tell events apart. `member` indexes `EventTable.members`.
 */
export interface EventSource {
  readonly member: number;
  readonly line: number;
}

/** One file that held events. `bytes` counts its text as inflated. */
export interface Member {
  readonly name: string;
  /** 0: it has some, but was left out. */
  readonly events: number;
  readonly bytes: number;
  /** 'events': several began on one line, so that `EventSource.line` is the event's number in the file instead. */
  readonly numbering?: 'events';
}

/** A line that is not an event. `preview` is its beginning, at most 120 characters. */
export interface SkippedLine {
  readonly member: number;
  readonly line: number;
  readonly reason: string;
  readonly preview: string;
}

export type CellKind = 'absent' | 'null' | 'string' | 'number' | 'boolean' | 'array' | 'object';

/**
 * One field over all rows: a code a row, and what each code stands for.
 *
 *   codes   1 1 2 0 1 3        code 0 = the row has no such field
 *   value   1 = "Security"  2 = "System"  3 = null (a JSON null, which is not absence)
 *
 * Two codes may stand for equal values written differently (`"a"` and `"\u0061"`), so compare values, not codes.
 */
export interface Column extends CodedValues {
  readonly name: string;
  readonly codes: Uint32Array;
  /** Number of codes, the absent one included. */
  readonly size: number;
}

/** What each code of a field stands for. */
export interface CodedValues {
  kind(code: number): CellKind;
  /** What `JSON.parse` gives for the cell; undefined for code 0. */
  value(code: number): unknown;
  /** Strings decoded, anything else as the exact JSON text (so integers past 2^53 stay whole). Null for absent and JSON null. */
  text(code: number): string | null;
}

/** One field for the few rows that somebody asks about. Its codes are not those of the Column, but mean the same kind of thing. */
export interface Cells extends CodedValues {
  codeAt(row: number): number;
}

/** What a field holds, for somebody who wants to know no more than that: its column is not built. */
export interface FieldValues {
  /** The kinds of all its cells, 'absent' too. */
  readonly kinds: ReadonlySet<CellKind>;
  /** Whether all values but JSON nulls meet the test. They are asked in the order of the rows, until one does not, each distinct one once. */
  every(test: (value: unknown) => boolean): boolean;
}

/** How a wanted field name was met in this dataset. */
export interface FieldMatch {
  readonly wanted: string;
  /** The dataset's own name for it; null if the dataset has nothing of the kind. */
  readonly found: string | null;
  readonly how: 'exact' | 'case' | 'synonym' | 'absent';
  /** Other dataset fields that differ from `found` only by case. */
  readonly alsoByCase: readonly string[];
}

export interface Field {
  readonly name: string;
  /** Rows that have it. */
  readonly events: number;
}

/** What a dataset is made of, told from its index alone: no column is built for it. */
export interface TableProfile {
  /** Every key sequence: how many fields, how many events have it. Those of most events first. */
  readonly shapes: readonly { readonly fields: number; readonly events: number }[];
  /** For each field, in the order of `EventTable.fields`, its values by kind; those of most events first. */
  readonly kinds: readonly (readonly KindCount[])[];
}

export interface KindCount {
  readonly kind: CellKind;
  readonly events: number;
}

/** A search for a text in the events' JSON, which can be left and gone on with. */
export interface TextScan {
  /** The rows that have it, ascending, as far as looked. */
  readonly rows: Uint32Array;
  /** At how many places each of them has it. */
  readonly rowHits: Uint32Array;
  readonly bytesSeen: number;
  readonly byteCount: number;
  readonly isDone: boolean;
  /** Looks on for about so long; true once all is looked at. */
  advance(millis: number): boolean;
  /** The fields whose values hold it in these rows; null where one has it only outside of values. */
  fieldsOf(rows: Iterable<number>): ReadonlySet<string> | null;
}

/** All events of one dataset: bytes with an index over them. Nothing is parsed before it is asked for. */
export interface EventTable {
  readonly rowCount: number;
  readonly members: readonly Member[];
  /** Every line that was skipped. `skippedLines` beyond the first 1,000 are only counted. */
  readonly skipped: readonly SkippedLine[];
  readonly skippedCount: number;
  /** Every field, nested ones dotted, in order of first appearance. */
  readonly fields: readonly Field[];
  /**
   * A field by its exact name, and in events that lack it what stands in for it there (FieldNames.standIns): `sources` tells.
   * Decoded when first asked for and kept; null if no row has the field.
   */
  column(name: string): Column | null;
  /** A field by its exact name, absent where an event lacks it. Kept, too. */
  ownColumn(name: string): Column | null;
  /** The values of `column(name)`, each decoded when its row is first asked for. */
  cells(name: string): Cells | null;
  /** What `column(name)` holds; the same object each time. */
  values(name: string): FieldValues | null;
  /** What `instantOf` makes of each row's `ownColumn(name)`, in milliseconds since 1970; NaN where it is no time. Not kept. */
  instants(name: string): Float64Array | null;
  /** The first distinct texts of `ownColumn(name)`, at most `count`, from as many events as it takes to judge by. */
  firstTexts(name: string, count: number): readonly string[];
  /** The fields that `column(name)` reads, itself first, each with the number of events that it is read in; none if no row has it. */
  sources(name: string): readonly Field[];
  /** Exact name first, then any case, then a synonym (lib/events/field-names.ts). */
  resolve(wanted: string): FieldMatch;
  source(row: RowId): EventSource;
  /** The row of a place in the file; null if no event stands there. */
  rowAt(source: EventSource): RowId | null;
  /** Shapes, and the kinds of each field's values: worked out anew at each call, in one pass over the index. */
  profile(): TableProfile;
  /** A search for a text, not empty, as a person reads it; the forms that it may have in JSON are looked for. `matchCase` false: A to Z equal a to z. */
  scan(text: string, matchCase: boolean): TextScan;
  /** The event as JSON, without its line end. */
  text(row: RowId): string;
  /** Visits the values of an event in the order of its line: the field's place in `fields`, and the value's JSON as it stands there. Of a key that comes twice the last, as `JSON.parse` keeps it. */
  forEachValue(row: RowId, visit: (field: number, json: string) => void): void;
  /** The event's text as in the file: its JSON, or the CSV row or audit record that it was made from. */
  writtenText(row: RowId): Promise<string>;
}
