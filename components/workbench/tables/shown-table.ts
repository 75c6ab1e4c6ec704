import { shownOf, type TableLayout } from '@/components/ui/data-table/table-layout';
import type { RowsWanted } from '@/lib/engine/record-shapes';
import type { ReadingAddress } from '@/lib/engine/reading-address';
import type { TableView } from '@/lib/url/table-view';
import { tableViewOf } from '@/lib/url/tables-of-view';
import type { ViewState } from '@/lib/url/view-state';

/** Each column's own name, since names of a result may repeat: the second of a name is 'name (2)'. */
export function ownNames(columns: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return columns.map((column) => {
    let name = column;
    for (let count = 2; taken.has(name); count++) name = `${column} (${count})`;
    taken.add(name);
    return name;
  });
}

/** `names` as `ownNames` gives them. What the view says of a column that is not among them counts as not said. */
export function layoutOf({ columns, sort, filters }: TableView, names: readonly string[]): TableLayout {
  const placed = (columns?.names ?? []).map((name) => names.indexOf(name)).filter((place) => place >= 0);
  const shown = columns?.kind === 'without' ? names.flatMap((_, place) => (placed.includes(place) ? [] : [place])) : placed;
  const by = sort === null ? -1 : names.indexOf(sort.column);
  return {
    // A table without a column is none.
    shown: shown.length === 0 ? null : shownOf(shown, names.length),
    sort: sort === null || by < 0 ? null : { column: by, descending: sort.descending },
    filters: filters.flatMap(({ column, text }) => (names.includes(column) ? [{ column: names.indexOf(column), text }] : [])),
  };
}

/** The rows that the table of a reading on screen shows, in its order. */
export function shownRows(view: ViewState, reading: ReadingAddress, columns: readonly string[]): RowsWanted {
  const { sort, filters } = layoutOf(tableViewOf(view, 'rows'), ownNames(columns));
  return { ...reading, sort, filters, time: view.filters.time };
}

export function viewOfLayout({ shown, sort, filters }: TableLayout, names: readonly string[]): TableView {
  return {
    columns: shown === null ? null : shownColumns(shown, names),
    sort: sort && { column: names[sort.column], descending: sort.descending },
    filters: filters.map(({ column, text }) => ({ column: names[column], text })),
  };
}

/** What is shorter to say. */
function shownColumns(shown: readonly number[], names: readonly string[]): TableView['columns'] {
  const hidden = names.flatMap((name, place) => (shown.includes(place) ? [] : [name]));
  const isInOrder = shown.every((place, i) => i === 0 || place > shown[i - 1]);
  return isInOrder && hidden.length < shown.length ? { kind: 'without', names: hidden } : { kind: 'only', names: shown.map((place) => names[place]) };
}
