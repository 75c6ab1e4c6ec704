import type { TableSort } from '@/components/ui/data-table/row-pages';
import type { EventListView } from '@/lib/url/view-state';

/** What the table shows: fields in order, and by which it is sorted. */
export interface GridLayout {
  readonly columns: readonly string[];
  readonly sort: EventListView['sort'];
}

/** The first column is the time, which the plain order goes by. */
export function tableSortOf({ columns, sort }: GridLayout, clock: string | null): TableSort | null {
  const column = columns.indexOf(sort.field ?? clock ?? '');
  return column < 0 || (sort.field === null && !sort.descending) ? null : { column, descending: sort.descending };
}

/** `sort` as the table has it; a column past the fields is none that events are sorted by. */
export function eventSortOf(columns: readonly string[], sort: TableSort | null, clock: string | null): EventListView['sort'] {
  const field = sort === null ? undefined : columns[sort.column];
  if (sort === null || field === undefined) return { field: null, descending: false };
  return { field: field === clock ? null : field, descending: sort.descending };
}

export function layoutKey({ columns, sort }: GridLayout): string {
  return JSON.stringify([columns, sort]);
}
