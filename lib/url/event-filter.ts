import type { EventFilter, FieldFilter } from '@/lib/engine/event-filter-shapes';

/** What every event meets. */
export const noFilter: EventFilter = { fields: [], text: null, time: null };

export function isFiltered({ fields, text, time }: EventFilter): boolean {
  return fields.length > 0 || text !== null || time !== null;
}

/** The filter with one value of a field included or excluded: it takes the place of what was asked of that value before. */
export function withField(filter: EventFilter, wanted: FieldFilter): EventFilter {
  return { ...filter, fields: [...withoutField(filter, wanted).fields, wanted] };
}

export function withoutField(filter: EventFilter, { field, value }: Pick<FieldFilter, 'field' | 'value'>): EventFilter {
  return { ...filter, fields: filter.fields.filter((other) => other.field !== field || other.value !== value) };
}

/** Longest value or searched text that a filter takes, so that a link stays one: who wants more of a text writes a query. */
export const LONGEST_FILTER_TEXT = 1_000;
/** A filter of more values is none that somebody chose one by one. */
export const MOST_FIELD_FILTERS = 100;

export function isFilterValue(value: string | null): boolean {
  return value === null || value.length <= LONGEST_FILTER_TEXT;
}
