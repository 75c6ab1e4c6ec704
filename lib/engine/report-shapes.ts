import type { TimeField } from '@/lib/events/clock-evidence';
import type { FieldMatch, TableProfile } from '@/lib/events/event-table';
import type { HostSkew } from '@/lib/sessions/host-skew';
import type { DatasetSummary, EventRef, ValueCount } from './dataset-shapes';

/** The import report as data, as tables of text, and as Markdown. */
export interface ToldReport {
  readonly report: ImportReport;
  readonly sections: readonly ReportSection[];
  readonly markdown: string;
}

/** One table of text: the page, the command line and a copy show the same. */
export interface ReportSection {
  readonly id: string;
  readonly title: string;
  /** What to know before reading the table, a sentence each. */
  readonly notes: readonly string[];
  /** All empty: a table of names and values, without a head. */
  readonly columns: readonly string[];
  /** Columns of numbers stand at the right. */
  readonly numeric: readonly number[];
  readonly rows: readonly (readonly string[])[];
  /** Rows that are not shown. */
  readonly more: number;
}

/** What came in, told so that an analyst can trust it, or not. */
export interface ImportReport {
  readonly summary: DatasetSummary;
  /** Bytes of JSON for each byte of the file; null for a file of no bytes. */
  readonly ratio: number | null;
  readonly shapes: TableProfile['shapes'];
  readonly fieldCount: number;
  /** In order of first appearance; at most 10,000, `fieldCount` counts all. */
  readonly fields: readonly { readonly name: string; readonly events: number; readonly kinds: TableProfile['kinds'][number] }[];
  /** Field names that differ only by case: they are different fields. */
  readonly caseTwins: readonly (readonly ValueCount[])[];
  readonly names: readonly ReportedName[];
  readonly hosts: readonly ReportedHost[];
  /** The commonest first; at most 1,000, `eventIdCount` counts all. */
  readonly eventIds: readonly { readonly channel: string | null; readonly eventId: string; readonly events: number }[];
  readonly eventIdCount: number;
  readonly clocks: {
    /** Sysmon's UtcTime by this dataset's name for it, which offsets are measured against; null: no event has it. */
    readonly reference: string | null;
    readonly fields: readonly (Omit<TimeField, 'first' | 'last'> & { readonly first: string; readonly last: string })[];
  };
  readonly skews: readonly ReportedSkew[];
}

/** Which fields of the dataset are read where a hunt asks for `canonical`. */
export interface ReportedName {
  readonly canonical: string;
  /** The best first, each with the events that it is read in: a dataset may mix exporters. None: it has nothing of the kind. */
  readonly sources: readonly ValueCount[];
  /** How the first was met. */
  readonly how: FieldMatch['how'];
  /** Fields that mean the same and are not read. */
  readonly unread: readonly ValueCount[];
}

export interface ReportedHost {
  /** The fullest name, as written. */
  readonly name: string;
  readonly events: number;
  readonly spellings: readonly { readonly value: string; readonly events: number; readonly why: 'as-named' | 'other-case' | 'short-name' }[];
  /** Of a short name that stayed apart: the full names, several, that it could mean. */
  readonly couldBe: readonly string[];
}

/** Two hosts' clocks by the two ends of their connections. */
export interface ReportedSkew extends Omit<HostSkew, 'example'> {
  readonly example: { readonly client: EventRef; readonly server: EventRef };
}
