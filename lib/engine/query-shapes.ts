import type { Span } from '@/lib/base/span';
import type { CodeToken } from '@/lib/query/code-token';
import type { QueryWarning } from '@/lib/query/plan';
import type { PlanStep } from '@/lib/query/plan-tree';
import type { FunnelView } from './funnel-shapes';

export type { PlanStep } from '@/lib/query/plan-tree';

export type QueryLanguage = 'sql' | 'pandas';

export interface QueryText {
  readonly language: QueryLanguage;
  readonly text: string;
}

/** What one query found. Its rows are asked for as those of a reading, with `QUERY_ANALYTIC` as the analytic and its language as the reading. */
export interface QueryRun extends QueryText {
  /** What keeps it from running, with its place; what follows is then empty. */
  readonly error: { readonly message: string; readonly span: Span } | null;
  readonly warnings: readonly QueryWarning[];
  readonly columns: readonly string[];
  readonly rowCount: number;
  /** Rows that the language itself would show (`.head()`). */
  readonly shown: number;
  /** Why no row says nothing: the dataset has no such events or no such field; null where it could have shown some. */
  readonly reason: string | null;
  readonly funnel: FunnelView | null;
  readonly plan: PlanStep | null;
  readonly chart: QueryChart | null;
  /** Milliseconds it took. */
  readonly took: number;
}

/** Groups by a number, for a chart: the largest first, or in order of time where each is a time. */
export interface QueryChart {
  /** The column of numbers. */
  readonly value: string;
  /** The columns that name a group. */
  readonly label: string;
  /** At most 30, of times at most 120. */
  readonly bars: readonly QueryBar[];
  /** Groups there are. */
  readonly groups: number;
}

export interface QueryBar {
  readonly label: string;
  readonly value: number;
  readonly row: number;
  /** The cell that names the group, and its column; null where several do. */
  readonly names: { readonly column: string; readonly cell: string | null } | null;
}

/** What can be told of a text without running it: its colours, and what compiling it says. */
export interface QueryCheck {
  readonly tokens: readonly CodeToken[];
  readonly error: QueryRun['error'];
  readonly warnings: QueryRun['warnings'];
}

/** A query to be kept as an analytic of a hunt. */
export interface KeepRequest extends QueryText {
  /** Of the hunt's document, as `runHunt` takes it. */
  readonly hunt: string;
  readonly title: string;
}

export interface CompletionRequest extends QueryText {
  readonly offset: number;
  /** Somebody asked: told even where nothing is typed yet. */
  readonly asked: boolean;
}

/** What could stand between `from` and `to`. */
export interface Completions {
  readonly from: number;
  readonly to: number;
  /** At most 200, the likeliest first. */
  readonly options: readonly CompletionOption[];
}

export interface CompletionOption {
  readonly label: string;
  /** What is written for it. */
  readonly insert: string;
  readonly kind: 'field' | 'value' | 'keyword' | 'function' | 'name';
  /** Events that have the field or the value; null for what is no data. */
  readonly events: number | null;
}
