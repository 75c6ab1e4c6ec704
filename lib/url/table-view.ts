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

/** Of the import report. */
export const REPORT_TABLES = ['clocktable', 'nametable', 'hosttable', 'channeltable', 'idtable', 'fieldtable', 'filetable'] as const;

/**
 * The tables of a section: the rows that it is about, beside the logon sessions those of the services, beside a baseline how it differs
 * from another, under an analytic the rows in which its readings differ, and those of the import report.
 */
export const TABLE_NAMES = ['rows', 'services', 'comparison', 'differing', ...REPORT_TABLES] as const;
export type TableName = (typeof TABLE_NAMES)[number];

/** The tables on screen that are not as at first; one that is left out is. Those of other rows are as at first. */
export interface TableViews extends Readonly<Partial<Record<TableName, TableView>>> {
  /** Whose rows, as `rowsOnScreen` (tables-of-view.ts) says it. */
  readonly of: string;
}

export const plainTable: TableView = { columns: null, sort: null, filters: [] };

export function isPlainTable({ columns, sort, filters }: TableView): boolean {
  return columns === null && sort === null && filters.length === 0;
}
