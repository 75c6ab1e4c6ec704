import type { TableSort } from '@/components/ui/data-table/row-pages';
import { shownOf, type TableLayout } from '@/components/ui/data-table/table-layout';
import type { EventListView } from '@/lib/url/view-state';

/** What the table shows: fields in order, and by which it is sorted. */
export interface GridLayout {
  readonly columns: readonly string[];
  readonly sort: EventListView['sort'];
}

/** A layout by the places of its fields among `columns`, which the table has and one more after them, which stays. */
export function tableLayoutOf(layout: GridLayout, columns: readonly string[], clock: string | null): TableLayout {
  const places = layout.columns.map((field) => columns.indexOf(field)).filter((place) => place >= 0);
  return { shown: shownOf([...places, columns.length], columns.length + 1), sort: tableSortOf({ columns, sort: layout.sort }, clock), filters: [] };
}

export function gridLayoutOf({ shown, sort }: TableLayout, columns: readonly string[], clock: string | null): GridLayout {
  return { columns: shown === null ? columns : shown.flatMap((place) => columns[place] ?? []), sort: eventSortOf(columns, sort, clock) };
}

/** The plain order goes by the time. Null where the table has no column of what it is sorted by. */
export function tableSortOf({ columns, sort }: GridLayout, clock: string | null): TableSort | null {
  const column = columns.indexOf(sort.field ?? clock ?? '');
  return column < 0 ? null : { column, descending: sort.descending };
}

/** `sort` as the table has it; a column past the fields is none that events are sorted by. */
export function eventSortOf(columns: readonly string[], sort: TableSort | null, clock: string | null): EventListView['sort'] {
  const field = sort === null ? undefined : columns[sort.column];
  if (sort === null || field === undefined) return { field: null, descending: false };
  return { field: field === clock ? null : field, descending: sort.descending };
}
