import type { TimeRange } from './event-filter-shapes';
import type { EventsRequest } from './event-list-shapes';
import type { ReadingAddress } from './reading-address';

/** Records for other tools, a file for each format: `timesketch` is Timesketch's JSONL. */
export type RecordsRequest =
  /** The rows of a reading, as sorted and filtered; each with the places of its source events, and in `ndjson` with their text. */
  | { readonly of: 'rows'; readonly format: 'csv' | 'ndjson'; readonly rows: RowsWanted }
  /** The events behind those rows, each once. */
  | { readonly of: 'sources'; readonly format: 'ndjson' | 'timesketch'; readonly rows: RowsWanted }
  | { readonly of: 'events'; readonly format: RecordFormat; readonly events: EventsWanted };

export type RecordFormat = 'csv' | 'ndjson' | 'timesketch';
/** What of a RowsRequest is not the page. */
export interface RowsWanted extends ReadingAddress {
  readonly sort: { readonly column: number; readonly descending: boolean } | null;
  readonly filters: readonly { readonly column: number; readonly text: string }[];
  readonly time?: TimeRange | null;
}

/** `columns` are those of `csv`; the other formats hold all of an event. */
export type EventsWanted = Omit<EventsRequest, 'offset' | 'limit'>;

/** A stretch of the file, about as much as can be written without keeping others waiting. */
export interface RecordsPart {
  readonly name: string;
  /** MIME type. */
  readonly type: string;
  /** UTF-8. */
  readonly bytes: Blob;
  /** How far it has got, from 0 to 1. */
  readonly done: number;
  readonly isDone: boolean;
  /** In this part. */
  readonly records: number;
  /** Records of this part that the format cannot hold: events without a readable time, in `timesketch`. */
  readonly leftOut: number;
}
