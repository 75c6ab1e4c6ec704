import type { EventSummary } from './dataset-shapes';
import type { ReadingKind } from './reading-address';

/** An answer key that was read, before it is held against anything. */
export interface AnswerKeyInfo {
  readonly title: string;
  /** What was done, in the key's words; may be empty. */
  readonly story: string;
  readonly dataset: { readonly name: string; readonly sha256: string | null };
  readonly events: number;
}

/** The hunt's results held against an answer key; what the words mean is at `Confusion` (lib/hunts/ground-truth.ts). */
export interface GroundTruthView {
  readonly key: AnswerKeyInfo;
  /** Events of the key that the dataset, as it is open, does not have. */
  readonly absent: number;
  readonly analytics: readonly AnalyticTruthView[];
}

export interface AnalyticTruthView {
  readonly analytic: string;
  /** How many events it should report; null where the key does not speak of this analytic. */
  readonly expected: number | null;
  readonly readings: readonly ReadingTruthView[];
}

export interface ReadingTruthView {
  readonly kind: ReadingKind;
  /** Null for a reading that did not run, or has too many rows. */
  readonly confusion: ConfusionView | null;
}

/** Numbers of events, and of rows. */
export interface ConfusionView {
  readonly found: number;
  readonly missed: number;
  readonly right: number;
  readonly falseAlarms: number;
}

/** Behind those numbers, up to 200 of each. */
export interface ConfusionEvents {
  readonly found: readonly EventSummary[];
  readonly missed: readonly EventSummary[];
  /** With the first event behind each row; null where none is. */
  readonly falseAlarms: readonly { readonly row: number; readonly event: EventSummary | null }[];
}
