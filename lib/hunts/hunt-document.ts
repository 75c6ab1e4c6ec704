/** A hunt as its document says it, before any dataset. Lines count from 1 in `markdown`. */
export interface HuntDocument {
  /** The document as MyST Markdown: its own text, or what its cells come to. */
  readonly markdown: string;
  /** From the front matter, else made from the title: 'smb-create-remote-file'. */
  readonly id: string;
  readonly title: string;
  readonly version: string | null;
  /** ATT&CK technique IDs, from the front matter. */
  readonly techniques: readonly string[];
  readonly license: string | null;
  /** Prose in order, sections without words left out. */
  readonly sections: readonly HuntSection[];
  readonly datasets: readonly DatasetLink[];
  readonly analytics: readonly Analytic[];
  /** What viewers added to its false positives and bypasses. */
  readonly entries: readonly HuntEntry[];
  /** What could not be read. */
  readonly problems: readonly HuntProblem[];
}

export interface HuntSection {
  readonly heading: string;
  readonly markdown: string;
  readonly line: number;
}

/** A dataset to run the hunt on. `link` is an address, or a path beside the document's site. */
export interface DatasetLink {
  readonly title: string | null;
  readonly link: string;
  readonly docs: string | null;
  readonly line: number;
}

export interface Analytic {
  /** As in the heading: 'I', 'II', … */
  readonly id: string;
  /** What follows the number in the heading; 'Analytic I' where nothing does. */
  readonly title: string;
  /** Markdown. */
  readonly description: string;
  readonly dataSources: readonly DataSource[];
  readonly readings: readonly Reading[];
  /** Markdown: why the readings differ; empty where the document does not say. */
  readonly differencesNote: string;
  readonly line: number;
}

export type EntryKind = 'false-positive' | 'bypass';

/** A false positive or a bypass with the view that shows it. */
export interface HuntEntry {
  readonly kind: EntryKind;
  /** One line of plain text. */
  readonly words: string;
  /** What the view is called: 'Analytic IV, hardened · …'. */
  readonly label: string;
  /** Of the view, as lib/url writes it, without a dataset or a hunt: rows by the places of their events, or a query. */
  readonly address: string;
  /** That the places are of: of its file, lower-case hex, and its name. */
  readonly dataset: { readonly sha256: string; readonly name: string };
}

/** One row of an analytic's data-source table: an event type that the analytic needs. */
export interface DataSource {
  readonly source: string;
  /** Provider or channel, as written: 'Microsoft-Windows-Security-Auditing', 'Microsoft-Windows-Sysmon/Operational'. */
  readonly provider: string;
  readonly relationship: string;
  readonly eventId: string;
  readonly line: number;
}

export type ReadingKind = 'sql' | 'pandas' | 'hardened';

/** One way to ask the analytic's question. */
export interface Reading {
  readonly kind: ReadingKind;
  readonly code: string;
  /** Where `code` begins. */
  readonly line: number;
  /** Markdown that stands with the code. */
  readonly note: string;
}

/** Where it stands in the document as it was given: in a notebook the line of a cell. Both count from 1. */
export interface HuntProblem {
  /** Null in a document without cells. */
  readonly cell: number | null;
  readonly line: number;
  readonly message: string;
}

/** The same, while the document is read. */
export interface LineProblem {
  /** Of `HuntDocument.markdown`. */
  readonly line: number;
  readonly message: string;
}
