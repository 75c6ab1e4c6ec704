import { writeHunt } from './hunt-address';
import type { ViewState } from './view-state';

/** How a table of rows is shown. Columns are called as the table calls them; of a name that stands there twice, the second is 'name (2)'. */
export interface TableView {
  /** Null: all, in the table's own order. */
  readonly columns: ShownColumns | null;
  /** Null: the table's own order. */
  readonly sort: { readonly column: string; readonly descending: boolean } | null;
  /** What columns must contain, in any case; a column once. */
  readonly filters: readonly { readonly column: string; readonly text: string }[];
}

/** Only these, in this order; or all but these, in the table's own order. Each name once, at least one. */
export interface ShownColumns {
  readonly kind: 'only' | 'without';
  readonly names: readonly string[];
}

/** The tables of a section: the rows that it is about, and beside the logon sessions those of the services. */
export type TableName = 'rows' | 'services';

/** The tables on screen that are not as at first. Those of other rows are as at first. */
export interface TableViews extends Readonly<Record<TableName, TableView | null>> {
  /** Whose rows, as `rowsOnScreen` says it. */
  readonly of: string;
}

export const plainTable: TableView = { columns: null, sort: null, filters: [] };

export function isPlainTable({ columns, sort, filters }: TableView): boolean {
  return columns === null && sort === null && filters.length === 0;
}

/** Names the rows whose table a view shows: another analytic, reading or query has a table of its own. Null where the view names none. */
export function rowsOnScreen({ section, hunt, analytic, reading, query }: ViewState): string | null {
  const ofHunt = hunt === null ? '' : writeHunt(hunt);
  switch (section) {
    case 'analytics':
    case 'edit':
      return analytic === null || reading === null ? null : `${section} ${analytic} ${reading} ${ofHunt}`;
    case 'query':
      return query && `query ${JSON.stringify(query)}`;
    case 'sessions':
      return 'sessions';
    case 'report':
    case 'graph':
    case 'story':
    case 'events':
    case 'graph':
      return null;
  }
}

/** How a view shows one of its tables. */
export function tableViewOf(view: ViewState, name: TableName): TableView {
  const { tables } = view;
  return (tables && tables.of === rowsOnScreen(view) ? tables[name] : null) ?? plainTable;
}

/** The change of a view that shows one of its tables in another way; null where the view names no rows. */
export function withTableView(view: ViewState, name: TableName, table: TableView): Pick<ViewState, 'tables'> | null {
  const of = rowsOnScreen(view);
  if (of === null) return null;
  const before = view.tables?.of === of ? view.tables : { rows: null, services: null };
  const tables = { ...before, of, [name]: isPlainTable(table) ? null : table };
  return { tables: tables.rows === null && tables.services === null ? null : tables };
}
