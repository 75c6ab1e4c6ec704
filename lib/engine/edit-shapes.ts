import type { HuntCheck } from '@/lib/hunts/check-hunt';
import type { CodeToken } from '@/lib/query/code-token';
import type { ReadingKind } from './reading-address';
import type { Verdict } from './verdict';

/** A hunt document that is being edited. */
export interface EditRequest {
  /** The hunt that it is compared with, Markdown or a notebook, and the name of its file. */
  readonly original: string;
  readonly name: string;
  /** Markdown; null: as the original has it. */
  readonly edited: string | null;
}

/**
 * What an edited hunt finds beside its original. Rows of either side are asked for as those of a reading, with `editedAnalytic(side, id)` in
 * the place of the analytic, until the next edit is run.
 */
export interface HuntEdit {
  /** The text that was run: Markdown, its lines ended by '\n'. */
  readonly text: string;
  /** The original in the same form. */
  readonly original: string;
  readonly title: string;
  /** Colours of `text`. */
  readonly tokens: readonly CodeToken[];
  readonly checks: readonly HuntCheck[];
  /** In the order of the document, then those that are no longer in it; none where it cannot be read at all, which `checks` tells. */
  readonly analytics: readonly AnalyticEdit[];
  /** Milliseconds it took. */
  readonly took: number;
}

export interface AnalyticEdit {
  readonly id: string;
  readonly title: string;
  /** Where it begins in `text`; null for one that is no longer there. */
  readonly start: number | null;
  readonly readings: readonly ReadingEdit[];
}

export interface ReadingEdit {
  readonly kind: ReadingKind;
  /** 'edited': its code is another than the original's. */
  readonly standing: 'same' | 'edited' | 'new' | 'removed';
  /** Where its code begins in `text`; null for one that is no longer there. */
  readonly start: number | null;
  /** As the text has it, else as the original had it. */
  readonly code: string;
  /** Of the edited reading; null for one that is no longer there. */
  readonly found: { readonly verdict: Verdict; readonly reason: string | null; readonly columns: readonly string[]; readonly rowCount: number } | null;
  /** Of the original; null for one that is new or does not run. */
  readonly originalRows: number | null;
  /** Null where either side has none to compare, or too many. */
  readonly change: { readonly gained: ChangedRows; readonly lost: ChangedRows } | null;
}

/** Rows of one side that the other does not have. */
export interface ChangedRows {
  readonly count: number;
  /** Their numbers, at most 1,000. */
  readonly rows: readonly number[];
}
