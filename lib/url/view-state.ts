import { UTC, type TimeZone } from '@/lib/base/time-zone';
import type { EventRef, ReadingKind, SessionKey } from '@/lib/engine/engine';
import type { EventFilter, TimeRange } from '@/lib/engine/event-filter-shapes';
import type { TimelineSeries } from '@/lib/engine/timeline-shapes';
import type { QueryLanguage } from '@/lib/engine/query-shapes';
import { plainCatalogue, type CatalogueView } from './catalogue-view';
import { noFilter } from './event-filter';
import type { FunnelView } from './funnel-view';
import type { ResultClaim } from './result-claim';
import type { TableViews } from './table-view';

/** Everything a link restores. What is as in `emptyViewState` stays out of the address. */
export interface ViewState {
  readonly dataset: DatasetAddress | null;
  /** Places of the members that are read, among those that hold events, ascending; null: all. */
  readonly members: readonly number[] | null;
  /** Null: the first that we ship. */
  readonly hunt: HuntAddress | null;
  readonly section: Section;
  /** 'IV' */
  readonly analytic: string | null;
  readonly reading: ReadingKind | null;
  /** The result row that these events made, in the order of `sortedRefs`; empty: no row is open. */
  readonly row: readonly EventRef[];
  /** The two readings whose differences are unfolded; null: those of none. */
  readonly differences: ReadingPair | null;
  /** The number of a funnel whose events are listed; shown only beside its reading. */
  readonly funnel: FunnelView | null;
  readonly event: EventRef | null;
  /** What of an event is unfolded when it opens. */
  readonly unfolded: 'process' | null;
  readonly session: SessionKey | null;
  readonly sessionsFilter: SessionsFilter;
  /** Which events count, in every view that counts or lists them. */
  readonly filters: EventFilter;
  readonly eventList: EventListView;
  /** Null: every table is as at first. */
  readonly tables: TableViews | null;
  readonly timeline: TimelineView;
  /** What the section 'graph' shows, and in the address only there. */
  readonly graph: GraphAddress;
  /** The query that was run last in the section 'query', and in the address only there. */
  readonly query: QueryView | null;
  readonly lesson: LessonView;
  /** The baseline that the section 'baseline' compares with, by the SHA-256 of its file, lower-case hex: it stays on the device. In the address only there. */
  readonly compared: string | null;
  /** Null: as the system has it. */
  readonly theme: Theme | null;
  /** The presentation size; null: as the device keeps it, else the normal size. */
  readonly size: 'large' | null;
  /** That times are shown in. */
  readonly zone: TimeZone;
  /** What is searched for on the home page. */
  readonly catalogue: CatalogueView;
  /** In a link that somebody shared: what its maker had. It belongs to the dataset, its files and the hunt, and leaves the address with those. */
  readonly made: ResultClaim | null;
}

export type Section = 'analytics' | 'lesson' | 'edit' | 'sessions' | 'report' | 'query' | 'story' | 'events' | 'graph' | 'baseline' | 'truth';
export type Theme = 'light' | 'dark';

export type DatasetAddress =
  | { readonly kind: 'sample' }
  /** http(s), without credentials, as `URL.href` writes it. */
  | { readonly kind: 'link'; readonly url: string }
  /** The receiver of the link is asked for the file: its content is not in the address. `sha256` is lower-case hex. */
  | { readonly kind: 'upload'; readonly sha256: string; readonly name: string };

/** A link and an upload are as a dataset's. */
export type HuntAddress =
  /** One that comes with the page: 'smb-create-remote-file'. */
  { readonly kind: 'shipped'; readonly id: string } | Extract<DatasetAddress, { readonly kind: 'link' | 'upload' }>;

export type QueryView =
  | { readonly kind: 'text'; readonly language: QueryLanguage; readonly text: string }
  /** A text too long for a link: it stays on the device, under this name. */
  | { readonly kind: 'kept'; readonly language: QueryLanguage; readonly id: string };

export interface ReadingPair {
  readonly left: ReadingKind;
  readonly right: ReadingKind;
}

export interface LessonView {
  /** Of the lesson, from 1; shown in the section 'lesson', and in the address only there. */
  readonly step: number;
  /** What the lesson has not reached is hidden, in every section. */
  readonly isStudent: boolean;
}

/** As `GraphRequest` has it. Without a start: every host. */
export interface GraphAddress {
  readonly start: readonly string[];
  readonly opened: readonly string[];
}

/** How the timeline under every section is drawn. */
export interface TimelineView {
  readonly by: TimelineSeries;
  /** Null: from the dataset's first event to its last. */
  readonly zoom: TimeRange | null;
}

/** How the section 'events' lists them. */
export interface EventListView {
  /** Fields, in order, each once; null: those that tell most of the events that are listed. */
  readonly columns: readonly string[] | null;
  /** `field` null: by time. */
  readonly sort: { readonly field: string | null; readonly descending: boolean };
}

export interface SessionsFilter {
  readonly host: string | null;
  readonly user: string | null;
}

export const emptyViewState: ViewState = {
  dataset: null,
  members: null,
  hunt: null,
  section: 'analytics',
  analytic: null,
  reading: null,
  row: [],
  differences: null,
  funnel: null,
  event: null,
  unfolded: null,
  session: null,
  sessionsFilter: { host: null, user: null },
  filters: noFilter,
  eventList: { columns: null, sort: { field: null, descending: false } },
  tables: null,
  timeline: { by: 'channel', zoom: null },
  graph: { start: [], opened: [] },
  query: null,
  lesson: { step: 1, isStudent: false },
  compared: null,
  theme: null,
  size: null,
  zone: UTC,
  catalogue: plainCatalogue,
  made: null,
};
