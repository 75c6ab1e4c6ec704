import { writeHunt } from './hunt-address';
import { isPlainTable, plainTable, TABLE_NAMES, type TableName, type TableView } from './table-view';
import type { ViewState } from './view-state';

/** Names the rows whose table a view shows: another analytic, reading or query has a table of its own. Null where the view names none. */
export function rowsOnScreen({ section, hunt, analytic, reading, query }: ViewState): string | null {
  const ofHunt = hunt === null ? '' : writeHunt(hunt);
  switch (section) {
    case 'analytics':
    case 'lesson':
    case 'edit':
      return analytic === null || reading === null ? null : `${section} ${analytic} ${reading} ${ofHunt}`;
    case 'query':
      return query && `query ${JSON.stringify(query)}`;
    case 'sessions':
    case 'baseline':
    case 'report':
      return section;
    case 'story':
    case 'truth':
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
  const before = view.tables?.of === of ? view.tables : { of };
  const tables = { ...before, [name]: isPlainTable(table) ? undefined : table };
  return { tables: TABLE_NAMES.some((each) => tables[each] !== undefined) ? tables : null };
}
