import type { CodeToken } from '@/lib/query/code-token';
import type { Query, QueryError } from '@/lib/query/plan';
import type { ResultTable } from '@/lib/query/result-table';
import type { RowComparison } from './compare';
import type { DataSourceStatus } from './data-source-status';
import type { Analytic, HuntDocument, Reading, ReadingKind } from './hunt-document';

/** What a hunt found in one dataset. */
export interface HuntResult {
  readonly document: HuntDocument;
  readonly analytics: readonly AnalyticResult[];
}

export interface AnalyticResult {
  readonly analytic: Analytic;
  readonly dataSources: readonly DataSourceStatus[];
  readonly readings: readonly ReadingResult[];
  /** Of each pair of readings that both ran, in the readings' order; a pair with too many rows is left out. */
  readonly differences: readonly ReadingDifference[];
}

/** 'cannot-know': an event type or a field that the reading needs is nowhere in the dataset, so no row means nothing. */
export type Verdict = 'hits' | 'no-hit' | 'cannot-know' | 'error';

export interface ReadingResult {
  readonly kind: ReadingKind;
  readonly reading: Reading;
  readonly tokens: readonly CodeToken[];
  readonly verdict: Verdict;
  /** Why it cannot know, or what failed; null otherwise. One sentence. */
  readonly reason: string | null;
  /** With its place in `reading.code`; null unless the verdict is 'error'. */
  readonly error: QueryError | null;
  /** Null where the reading could not be compiled. */
  readonly query: Query | null;
  /** Null where it could not be run. */
  readonly table: ResultTable | null;
  /** Milliseconds it took to compile and run. */
  readonly took: number;
}

export interface ReadingDifference extends RowComparison {
  readonly left: ReadingKind;
  readonly right: ReadingKind;
}
