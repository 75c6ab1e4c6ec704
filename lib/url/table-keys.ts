import type { AddressKey } from './address-key';
import { LONGEST_FILTER_TEXT } from './event-filter';
import { escaped, splitAt, startEscaped, unescaped } from './marked-list';
import { isPlainTable, REPORT_TABLES, type TableName, type TableView } from './table-view';
import { tableViewOf, withTableView } from './tables-of-view';

const LONGEST_COLUMN = 500;
const MOST_COLUMNS = 300;

/** How the tables on screen are shown: of the rows that the keys before these name. Columns and texts may be what is in the events. */
export const tableKeys: readonly AddressKey[] = [
  tableKey('table', 'rows', 'the table'),
  tableKey('services', 'services', 'the table of service sessions'),
  tableKey('comparison', 'comparison', 'the table of compared baselines'),
  tableKey('differing', 'differing', 'the rows in which the readings differ'),
  ...REPORT_TABLES.map((name) => tableKey(name, name, 'a table of the import report')),
];

function tableKey(key: string, name: TableName, names: string): AddressKey {
  return {
    key,
    names,
    tellsData: true,
    write: (view) => {
      const table = tableViewOf(view, name);
      return isPlainTable(table) ? null : writeTable(table);
    },
    read: (text, view) => {
      const table = readTable(text);
      // Where the view names no rows there is no such table.
      return table && { ...view, ...withTableView(view, name, table) };
    },
  };
}

/*
 * A table is its parts with commas between them:
 *
 *   @Hostname    sorted by a column                Hostname,Image    only these columns, in this order
 *   @-EventID    from its last value to its first  -Message          all but this one
 *   Image:mimi   the column must contain the text
 */
function writeTable({ columns, sort, filters }: TableView): string {
  return [
    ...(sort ? [`@${sort.descending ? '-' : ''}${written(sort.column)}`] : []),
    ...filters.map(({ column, text }) => `${written(column)}:${escaped(text, ',')}`),
    ...(columns?.names ?? []).map((name) => `${columns?.kind === 'without' ? '-' : ''}${written(name)}`),
  ].join(',');
}

function written(column: string): string {
  return startEscaped(escaped(column, ',:'), true);
}

function readTable(text: string): TableView | null {
  let sort: TableView['sort'] = null;
  const filters: { readonly column: string; readonly text: string }[] = [];
  const only: string[] = [];
  const without: string[] = [];
  for (const part of splitAt(text, ',')) {
    const [name, ...rest] = splitAt(part, ':');
    const isSort = name.startsWith('@');
    const isLess = name.startsWith(isSort ? '@-' : '-');
    const column = unescaped(name.slice(Number(isSort) + Number(isLess)));
    if (column === null || column === '' || column.length > LONGEST_COLUMN) return null;
    if (rest.length > 0) {
      const wanted = unescaped(rest.join(':'));
      if (isSort || isLess || wanted === null || wanted === '' || wanted.length > LONGEST_FILTER_TEXT || filters.some((other) => other.column === column)) return null;
      filters.push({ column, text: wanted });
    } else if (isSort) {
      if (sort !== null) return null;
      sort = { column, descending: isLess };
    } else (isLess ? without : only).push(column);
  }
  const names = only.length > 0 ? only : without;
  if ((only.length > 0 && without.length > 0) || names.length > MOST_COLUMNS || new Set(names).size < names.length) return null;
  return { columns: names.length === 0 ? null : { kind: only.length > 0 ? 'only' : 'without', names }, sort, filters };
}
