import type { EventRef } from './dataset-shapes';
import type { EventFilter, TimeRange } from './event-filter-shapes';
import type { ReadingAddress } from './reading-address';

/** What each colour of the bars is. */
export type TimelineSeries = 'channel' | 'host';

export interface TimelineRequest {
  readonly bins: number;
  readonly by: TimelineSeries;
  /** Null: from the dataset's first event to its last. */
  readonly range: TimeRange | null;
  /** Count apart the events that do not meet it, whatever it asks of the time: as far as its text was searched for. */
  readonly filter?: EventFilter;
  /** Mark the events of these readings' rows. */
  readonly hits: readonly ReadingAddress[];
}

export interface Timeline {
  /** The dataset's clock; null if it has none. */
  readonly field: string | null;
  /** From the dataset's first event to just after its last, whatever part was asked for. */
  readonly whole: TimeRange;
  readonly start: number;
  readonly binMillis: number;
  /** Those of the dataset with most events first; 'Other' counts the rest together. */
  readonly series: readonly string[];
  /** counts[series][bin]; with a filter, of the events that meet it. */
  readonly counts: readonly (readonly number[])[];
  /** By bin, the events that do not meet the filter; left out where it asks of nothing but the time. */
  readonly others?: readonly number[];
  /** Those in the part that was asked for. */
  readonly hits: readonly TimelineHit[];
}

export interface TimelineHit {
  readonly analytic: string;
  readonly millis: number;
  readonly row: number;
  readonly ref: EventRef;
}
