import type { EventRef } from './dataset-shapes';
import type { EventFilter } from './event-filter-shapes';

/** How far the search for the filter's text has got; without a text, all of it. Everything told of events is of those found by then. */
export interface EventCount {
  readonly events: number;
  /** Places of the filter's text in them; 0 without one. */
  readonly hits: number;
  /** Of the bytes, from 0 to 1. */
  readonly searched: number;
  readonly isDone: boolean;
}

export interface EventsRequest {
  readonly filter: EventFilter;
  /** `field` null: by time, then host, log and record number; these decide too where a field's values are equal. Events without a value go last. */
  readonly sort: { readonly field: string | null; readonly descending: boolean };
  /** As a hunt may write them. */
  readonly columns: readonly string[];
  readonly offset: number;
  readonly limit: number;
}

export interface EventPlaceRequest extends Pick<EventsRequest, 'filter' | 'sort'> {
  readonly event: EventRef;
}

export interface EventsPage {
  readonly total: number;
  readonly rows: readonly { readonly ref: EventRef; readonly cells: readonly (string | null)[]; readonly gist: string }[];
}

export interface FacetsRequest {
  readonly filter: EventFilter;
  readonly fields: readonly string[];
  /** Text that a facet's values must contain, in any case, by field; none: all. */
  readonly find: Readonly<Record<string, string>>;
}

/** A field's values among the events that meet the filter but for what it asks of this field. */
export interface Facet {
  readonly field: string;
  /** The dataset has no such field. */
  readonly isAbsent: boolean;
  /** At most 30, those of most events first. Value null: the events that lack the field. What the filter names is there even without an event, as it names it. */
  readonly values: readonly FacetValue[];
  /** Different values, null not counted, however they are written. */
  readonly distinct: number;
}

/** A value in all its spellings, which a filter for any of them means. */
export interface FacetValue {
  readonly value: string | null;
  readonly events: number;
  /** The other ways in which these events write it, those of most events first; left out where there are none. */
  readonly alike?: readonly string[];
}

/** What to show of the events that meet a filter, where nobody has chosen. */
export interface EventFields {
  /** All of the dataset, those of most events first. */
  readonly all: readonly { readonly name: string; readonly events: number }[];
  /** What to show of the events that meet the filter. */
  readonly columns: readonly string[];
  readonly facets: readonly string[];
}

/** A query with the events that a filter lets through. */
export interface FilterQuery {
  /** SQL. */
  readonly text: string;
  /** It finds the same events on this dataset: it was run. */
  readonly isSame: boolean;
}
