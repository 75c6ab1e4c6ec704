import type { BaselineKey } from '@/lib/base/baseline';
import type { Span } from '@/lib/base/span';
import type { EntryKind, HuntEntry } from '@/lib/hunts/hunt-document';
import type { DatasetSource, NamedFile, OpenOptions } from '@/lib/ingest/source';
import type { CodeToken } from '@/lib/query/code-token';
import type { DatasetSummary, EventRef, EventSummary, ValueCount } from './dataset-shapes';
import type { TimeRange } from './event-filter-shapes';
import type { GraphRequest, GraphView } from './graph-shapes';
import type { ConnectionsOf, ConnectionView, FileTrailView, ProcessTreeRequest, ProcessTreeView } from './across-shapes';
import type { ConditionCheck, EventStanding, FunnelPage, FunnelRequest, Misses } from './explain-shapes';
import type { FunnelView } from './funnel-shapes';
import type { Baseline, BaselineRequest, BaselineTrail, KnownHits, KnownRowsRequest } from './baseline-shapes';
import type { EventFilter } from './event-filter-shapes';
import type { EventCount, EventFields, EventPlaceRequest, EventsPage, EventsRequest, Facet, FacetsRequest, FilterQuery } from './event-list-shapes';
import type { DifferenceCauses, ReadingCoverage, ReadingHosts, ReadingPair } from './compare-shapes';
import type { CompletionRequest, Completions, KeepRequest, QueryCheck, QueryRun, QueryText } from './query-shapes';
import type { HuntFile, HuntFileSource } from './hunt-file';
import type { Lesson } from './lesson-file';
import type { ExportedFile, ExportRequest, TranslatedReading, TranslationRequest } from './export-shapes';
import type { EditRequest, HuntEdit } from './edit-shapes';
import type { OpenedPack, PackPreview, PackRequest, PackStep, RowsDigest } from './pack-shapes';
import type { RecordsPart, RecordsRequest } from './record-shapes';
import type { PseudonymChoice, PseudonymisedEvents, PseudonymPreview } from './pseudonym-shapes';
import type { ReadingAddress, ReadingKind } from './reading-address';
import type { ResultDigest } from './result-digest';
import type { Step } from './stepwise';
import type { Timeline, TimelineRequest } from './timeline-shapes';
import type { ConfusionEvents, GroundTruthView } from './truth-shapes';
import type { ToldReport } from './report-shapes';
import type { Verdict } from './verdict';

export type { CodeToken } from '@/lib/query/code-token';
export type { DatasetSource, MemberChoice, OpenOptions, OpenProgress } from '@/lib/ingest/source';
export type { DatasetSummary, DatasetTime, EventRef, EventSummary, ValueCount } from './dataset-shapes';
export type { HuntFile, HuntFileSource } from './hunt-file';
export type { FunnelStepView, FunnelView } from './funnel-shapes';
export type { EntryKind, HuntEntry } from '@/lib/hunts/hunt-document';
export type { ReadingAddress, ReadingKind } from './reading-address';
export type { Verdict } from './verdict';
export type { Timeline, TimelineHit, TimelineRequest, TimelineSeries } from './timeline-shapes';

/*
 * What the page, the tests and the command line may ask of the engine, and the plain data that answers. Everything here can
 * cross from a worker by structured clone. Rooms below give the meaning; this file only says the shapes.
 */

export interface Engine {
  /** Opens a dataset and, once it is open, makes it the current one. Cancels an opening that is still under way. @throws UserError */
  open(source: DatasetSource, options?: OpenOptions): Promise<DatasetSummary>;
  /**
   * Fetches and reads a hunt document. @throws UserError 'unreadable-hunt', and what a link can fail with: 'not-http', 'http-error',
   * 'cross-origin-refused', 'unreadable-file'
   */
  readHunt(source: HuntFileSource): Promise<HuntFile>;
  /** Which of these files are hunts, by their places; the others may be datasets. */
  huntFiles(files: readonly NamedFile[]): Promise<readonly number[]>;
  /** Reads a lesson on a hunt; null where the file is none. What is wrong with it is in its `problems`. @throws UserError 'unreadable-hunt' */
  readLesson(file: NamedFile): Promise<Lesson | null>;
  /** Makes ready for `runHunt`, which then takes a fraction of the time. No dataset need be open. @throws UserError 'unreadable-hunt' */
  prepareHunt(documentText: string): Promise<void>;
  /**
   * Runs every analytic of a hunt document in every reading over the current dataset; while one is being opened, waits for the end of
   * that, so that nobody has to ask between the two. @throws UserError 'unreadable-hunt', 'no-dataset'
   */
  runHunt(documentText: string): Promise<HuntRun>;
  /**
   * Runs a query of no hunt over the current dataset, as `runHunt` does. Its rows are asked for as those of the analytic
   * `QUERY_ANALYTIC` until another one is run. @throws UserError 'no-dataset'
   */
  runQuery(query: QueryText): Promise<QueryRun>;
  /** What an editor shows of a text that is being written. @throws UserError 'no-dataset' */
  checkQuery(query: QueryText): Promise<QueryCheck>;
  /** What could stand at a place of a text; null where nothing is to be offered. @throws UserError 'no-dataset' */
  completions(request: CompletionRequest): Promise<Completions | null>;
  /** The hunt's document, as Markdown, with the query as one more analytic, and the number of that. @throws UserError 'unreadable-hunt' */
  withAnalytic(request: KeepRequest): Promise<{ readonly markdown: string; readonly id: string }>;
  /** Runs an edited hunt document beside its original, and tells what is to be said of it. @throws UserError 'no-dataset', 'unreadable-hunt' for the original */
  editHunt(request: EditRequest): Promise<HuntEdit>;
  /** The hunt's document, as Markdown, with one more false positive or bypass. @throws UserError 'unreadable-hunt' */
  withEntry(documentText: string, entry: HuntEntry): Promise<string>;
  /** A hunt's document with one more analytic to be filled in, which runs on the dataset as it is, and where that begins. @throws UserError 'no-dataset', 'unreadable-hunt' */
  withNewAnalytic(documentText: string): Promise<{ readonly markdown: string; readonly id: string; readonly start: number }>;
  /** A hunt document to begin with, under a title in plain words, which runs on the dataset as it is. @throws UserError 'no-dataset' */
  newHunt(title: string): Promise<string>;
  /** Of everything that the hunt found; null for too many rows. @throws UserError 'not-found' */
  resultDigest(): Promise<ResultDigest | null>;
  /** Rows of a reading that `runHunt` ran, sorted and filtered as asked. */
  rows(request: RowsRequest): Promise<RowsPage>;
  /** Where a row stands among them; null if it is none of them. */
  rowPlace(request: RowPlaceRequest): Promise<number | null>;
  /** The join chain behind one row. */
  joinChain(at: RowAddress): Promise<JoinChain>;
  /** The number of the row that these events made; null if there is none. */
  findRow(reading: ReadingAddress, events: readonly EventRef[]): Promise<number | null>;
  /** What a reading nearly found. Worked out when first asked for. @throws UserError 'not-found', 'query-failed' */
  misses(reading: ReadingAddress): Promise<Misses>;
  /** The events behind a number of a reading's funnel, or of its misses. @throws UserError 'not-found', 'query-failed' */
  funnelEvents(request: FunnelRequest): Promise<FunnelPage>;
  /** Whether an event is in the result of each reading of the hunt, or of the one that is named, and why not. @throws UserError 'not-found', 'query-failed' */
  whyNot(ref: EventRef, reading?: ReadingAddress): Promise<readonly EventStanding[]>;
  /** How many events meet a filter. Its text is searched for a short while in each call: ask again until it is done. @throws UserError 'no-dataset' */
  eventCount(filter: EventFilter): Promise<EventCount>;
  /** Events that meet a filter, as far as its text was searched for. @throws UserError 'no-dataset' */
  events(request: EventsRequest): Promise<EventsPage>;
  /** Where an event stands among them; null if it is none of them. @throws UserError 'no-dataset' */
  eventPlace(request: EventPlaceRequest): Promise<number | null>;
  /** The values of fields among the events that meet a filter. @throws UserError 'no-dataset' */
  facets(request: FacetsRequest): Promise<readonly Facet[]>;
  /** What to show of the events that meet a filter, where nobody has chosen. @throws UserError 'no-dataset' */
  eventFields(filter: EventFilter): Promise<EventFields>;
  /** A filter as a query. @throws UserError 'no-dataset' */
  filterQuery(filter: EventFilter, columns: readonly string[]): Promise<FilterQuery>;
  /** @throws UserError 'not-found' */
  event(ref: EventRef): Promise<EventDetail>;
  /** Logon sessions, those that do most first. `host`, `user` or `time` narrow them. */
  sessions(filter: SessionFilter): Promise<readonly SessionSummary[]>;
  /** @throws UserError 'not-found' */
  session(key: SessionKey): Promise<SessionDetail>;
  /** The connections that an event or a session tells of, with what other hosts tell of them; at most 20. @throws UserError 'not-found' */
  connections(of: ConnectionsOf): Promise<readonly ConnectionView[]>;
  /** What the dataset tells of the file that an event names; null if it names none. @throws UserError 'not-found' */
  fileTrail(ref: EventRef): Promise<FileTrailView | null>;
  /** The processes around that of an event, or all of its host; null if it tells of none. @throws UserError 'not-found' */
  processTree(request: ProcessTreeRequest): Promise<ProcessTreeView | null>;
  /** Hosts, sessions, processes and files, and what ties them. @throws UserError 'no-dataset' */
  graph(request: GraphRequest): Promise<GraphView>;
  /** Which accounts write files through administrative shares, from where to where. @throws UserError 'no-dataset' */
  baseline(request: BaselineRequest): Promise<Baseline>;
  /** @throws UserError 'no-dataset', 'not-found' */
  baselineTrail(key: BaselineKey): Promise<BaselineTrail>;
  /** The rows of a reading that are known (known-rows.ts). @throws UserError 'not-found' */
  knownRows(request: KnownRowsRequest): Promise<readonly number[]>;
  /** What of everything that the hunt found is known. `keys`: as of `knownRows`. @throws UserError 'not-found' without a hunt */
  knownHits(keys: readonly BaselineKey[]): Promise<KnownHits>;
  /** Events of the dataset over time, at most `bins` bars of equal width, and the events that readings hit. @throws UserError 'not-found' */
  timeline(request: TimelineRequest): Promise<Timeline>;
  /** What the current dataset is made of, and how it was read. Worked out when first asked for. @throws UserError 'no-dataset' */
  report(): Promise<ToldReport>;
  /** Why two readings of an analytic give different rows. Worked out when first asked for; null where either did not run, or has too many rows. @throws UserError 'not-found' */
  differenceCauses(pair: ReadingPair): Promise<DifferenceCauses | null>;
  /** For each host, whether it recorded what a reading needs; null for one that did not run. Worked out when first asked for. @throws UserError 'not-found' */
  coverage(reading: ReadingAddress): Promise<ReadingCoverage | null>;
  /** For every reading of the hunt without a hit, on how many hosts that means something. @throws UserError 'not-found' without a hunt */
  hostsWithoutHit(): Promise<readonly ReadingHosts[]>;
  /** What `runHunt` found, held against an answer key, given as its file's text. @throws UserError 'unreadable-key', 'not-found' without a hunt */
  groundTruth(keyText: string): Promise<GroundTruthView>;
  /** The events and rows behind the numbers of one reading; null where it has none. @throws UserError as `groundTruth` */
  confusionEvents(keyText: string, reading: ReadingAddress): Promise<ConfusionEvents | null>;
  /** The hunt that `runHunt` ran, as a file that runs it elsewhere. @throws UserError 'not-found' without one */
  exportHunt(request: ExportRequest): Promise<ExportedFile>;
  /** A reading of that hunt, or of one that is being edited, or a query, in the language of a detection system. @throws UserError 'not-found' */
  translateReading(request: TranslationRequest): Promise<TranslatedReading>;
  /** Rows or events as a file, in parts that are asked for in turn from 0 on; to cancel, ask for no more. @throws UserError 'no-dataset', 'not-found', 'cancelled' */
  exportRecords(request: RecordsRequest, part: number): Promise<RecordsPart>;
  /** How much a pack of the hunt that `runHunt` ran would hold, or of one analytic of it. @throws UserError 'not-found', 'unreadable-key' */
  packPreview(analytic: string | null, beside?: Pick<PackRequest, 'noted' | 'answerKey'>): Promise<PackPreview>;
  /** Makes a pack, in steps that are asked for in turn from 0 on; to cancel, ask for no more. @throws UserError 'not-found', 'too-large', 'unreadable-key', 'cancelled' */
  writePack(request: PackRequest, step: number): Promise<PackStep>;
  /** Reads a pack and checks every byte of it; null where the file is none. @throws UserError 'corrupt', 'too-large' */
  readPack(file: NamedFile): Promise<OpenedPack | null>;
  /** Of every reading that `runHunt` ran, to be held against those of a pack. @throws UserError 'not-found' */
  rowsDigests(): Promise<readonly RowsDigest[]>;
  /** What pseudonyms would stand for the names in the dataset, and what the hunt that `runHunt` ran finds with them; in steps as those of `writePack`. @throws UserError 'not-found', 'cancelled' */
  pseudonyms(choices: readonly PseudonymChoice[], step: number): Promise<Step<{ readonly preview: PseudonymPreview }>>;
  /** All events with their names replaced, as a file; in steps as those of `writePack`. @throws UserError 'no-dataset', 'cancelled', 'not-found' where a chosen pseudonym will not do */
  pseudonymisedEvents(choices: readonly PseudonymChoice[], step: number): Promise<Step<PseudonymisedEvents>>;
  close(): void;
}

export interface HuntRun {
  readonly id: string;
  readonly title: string;
  /** Prose sections in order, Markdown: Hypothesis, Technical Context, … */
  readonly sections: readonly {
    readonly heading: string;
    readonly markdown: string;
    /** What viewers may add to it; null: nothing. */
    readonly holds: EntryKind | null;
  }[];
  readonly datasets: readonly string[];
  readonly analytics: readonly AnalyticRun[];
  /** What viewers added to its false positives and bypasses. */
  readonly entries: readonly HuntEntry[];
  /** What could not be read of the document: the line of its text, or of a cell of the notebook. */
  readonly problems: readonly { readonly cell: number | null; readonly line: number; readonly message: string }[];
}

export interface AnalyticRun {
  /** 'I', 'II', … */
  readonly id: string;
  readonly title: string;
  /** Markdown. */
  readonly description: string;
  /** Markdown: why the readings differ, in the document's words; empty if it says nothing. */
  readonly differencesNote: string;
  readonly dataSources: readonly DataSourceStatus[];
  readonly readings: readonly ReadingRun[];
  readonly differences: readonly ReadingDifference[];
}

export interface DataSourceStatus {
  readonly source: string;
  readonly provider: string;
  readonly relationship: string;
  readonly eventId: string;
  /** Events of that provider and ID in this dataset. 0: this analytic cannot know. */
  readonly events: number;
  readonly hosts: number;
}

export interface ReadingRun {
  readonly kind: ReadingKind;
  readonly verdict: Verdict;
  /** Why it cannot know, or what failed; null otherwise. */
  readonly reason: string | null;
  readonly code: string;
  /** Markdown: the document's words above the code; empty if it has none. */
  readonly note: string;
  /** Colours of `code`. */
  readonly tokens: readonly CodeToken[];
  readonly error: { readonly message: string; readonly span: Span } | null;
  readonly columns: readonly string[];
  readonly rowCount: number;
  /** Rows that the language itself would show (`.head()`). */
  readonly shown: number;
  readonly warnings: readonly { readonly code: string; readonly message: string; readonly span: Span | null }[];
  readonly funnel: FunnelView | null;
  /** Milliseconds it took. */
  readonly took: number;
}

/** Rows of one reading that no row of the other matches: rows are alike if the same set of events made them. */
export interface ReadingDifference {
  readonly left: ReadingKind;
  readonly right: ReadingKind;
  readonly both: number;
  readonly onlyLeft: readonly number[];
  readonly onlyRight: readonly number[];
}

export interface RowAddress extends ReadingAddress {
  readonly row: number;
}

export interface RowsRequest extends ReadingAddress {
  /** A page of the sorted and filtered rows. */
  readonly offset: number;
  readonly limit: number;
  readonly sort: { readonly column: number; readonly descending: boolean } | null;
  /** Text that a column must contain, in any case. */
  readonly filters: readonly { readonly column: number; readonly text: string }[];
  /** Rows with an event in it among those behind them; left out: all. */
  readonly time?: TimeRange | null;
}

export interface RowPlaceRequest extends RowAddress, Pick<RowsRequest, 'sort' | 'filters' | 'time'> {}

export interface RowsPage {
  /** Rows that meet the filters. */
  readonly total: number;
  readonly rows: readonly { readonly row: number; readonly cells: readonly (string | null)[] }[];
}

export interface JoinChain {
  readonly legs: readonly ChainLeg[];
  /** Conditions over several legs, and what the row's events say to each; none where a leg has several events. */
  readonly between: readonly ConditionCheck[];
  /** Sessions that the row's events belong to, the acting one first. */
  readonly sessions: readonly SessionKey[];
}

export interface ChainLeg {
  /** 'b', 'c › b', 'IPCShareDf'. */
  readonly leg: string;
  /** At most 50; `eventCount` counts all. */
  readonly events: readonly EventSummary[];
  readonly eventCount: number;
  /** The join keys that tied this leg to earlier ones, and the value that met: "SubjectLogonId = SubjectLogonId", "0x4e13b2e". */
  readonly matchedOn: readonly { readonly text: string; readonly value: string | null }[];
  /** Conditions of the leg, and what the first of its events says to each; without an event, nothing. */
  readonly conditions: readonly ConditionCheck[];
}

export interface EventDetail extends EventSummary {
  readonly member: string;
  /** As in the file: JSON, a row of CSV, a record of the audit daemon. */
  readonly raw: string;
  /** The same event as JSON. */
  readonly json: string;
  /** Nested names dotted; `kind` as JSON has it. */
  readonly fields: readonly { readonly name: string; readonly kind: string; readonly text: string | null }[];
  readonly sessions: readonly SessionKey[];
}

/** `logonId` in the form '0x4e13b2e'. `boot` counts the restarts of the host seen before it in the dataset. */
export interface SessionKey {
  readonly host: string;
  readonly logonId: string;
  readonly boot: number;
}

export interface SessionFilter {
  readonly host?: string;
  readonly user?: string;
  /** Sessions with an event in it. */
  readonly time?: TimeRange;
}

export interface SessionSummary extends SessionKey {
  readonly account: string | null;
  readonly domain: string | null;
  /** 'SYSTEM', 'LOCAL SERVICE', 'NETWORK SERVICE' for 0x3e7, 0x3e5, 0x3e4: many actors in one, never one trail. */
  readonly wellKnown: string | null;
  /** 3 → 'network'; null if no event in the dataset tells it. */
  readonly logonType: string | null;
  readonly sourceAddress: string | null;
  readonly sourcePort: string | null;
  /** Null: not in this dataset. */
  readonly logon: EventSummary | null;
  readonly logoff: EventSummary | null;
  /** False: nothing of the host's Security log is in the dataset, so nothing tells whether the session began before it or outlasts it. */
  readonly hostTellsLogons: boolean;
  /** Null if no event tells. */
  readonly elevated: boolean | null;
  /** The other one of a logon that made two sessions on the host, one elevated and one not; without events in this dataset, it cannot be opened. */
  readonly linked: { readonly logonId: string; readonly isHere: boolean } | null;
  readonly shareCount: number;
  /** Files it wrote. */
  readonly fileCount: number;
  /** Analytics of the hunt with a row that its events are behind, in the hunt's order, and how many of its events. */
  readonly hits: readonly { readonly analytic: string; readonly events: number }[];
  readonly events: number;
  readonly first: EventSummary;
  readonly last: EventSummary;
}

export interface SessionDetail extends SessionSummary {
  readonly sid: string | null;
  readonly authentication: string | null;
  /** From 4672. */
  readonly privileges: readonly string[];
  readonly timeline: readonly SessionEvent[];
  /** True if `timeline` was cut at 2,000. */
  readonly cut: boolean;
  readonly files: readonly WrittenFile[];
  readonly shares: readonly ValueCount[];
}

export interface SessionEvent extends EventSummary {
  readonly role: 'logon' | 'privileges' | 'share' | 'file' | 'process' | 'network' | 'logoff' | 'other';
  readonly note: string;
  /** Analytics of the hunt with a row that it is behind. */
  readonly hits: readonly string[];
}

/** A file that the session wrote over a share, and the file-create event (Sysmon 11) on the host that confirms it. */
export interface WrittenFile {
  readonly path: string;
  readonly access: EventSummary;
  readonly confirmedBy: EventSummary | null;
}
