import {
  columnFilteringFeature,
  columnOrderingFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type Column,
  type Header,
} from '@tanstack/react-table';
import { useMemo } from 'react';
import type { TableFilter, TableRow, TableSort } from './row-pages';

const features = tableFeatures({
  columnFilteringFeature,
  columnOrderingFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  rowSortingFeature,
});

const helper = createColumnHelper<typeof features, TableRow>();

/** Whoever owns the rows filters them. */
const keepsAll = () => true;

/** Rows are fetched as they come into view, so none of them passes through the table. */
const NO_ROWS: TableRow[] = [];

export type TableColumn = Column<typeof features, TableRow, string | null>;
export type TableHeader = Header<typeof features, TableRow, unknown>;
export type ColumnTable = ReturnType<typeof useColumnTable>;

/** The state of the columns. A column's id is its place in `columns`, since names may repeat. `sort` is that at first. */
export function useColumnTable(columns: readonly string[], widths: readonly number[], sort: TableSort | null) {
  const defs = useMemo(
    () =>
      helper.columns(
        columns.map((name, i) =>
          helper.accessor((row) => row.cells[i], { id: String(i), header: name, size: widths[i], minSize: 48, maxSize: 1_200, filterFn: keepsAll }),
        ),
      ),
    [columns, widths],
  );
  return useTable({
    features,
    columns: defs,
    data: NO_ROWS,
    manualSorting: true,
    manualFiltering: true,
    enableMultiSort: false,
    sortDescFirst: false,
    columnResizeMode: 'onChange',
    initialState: { sorting: sort === null ? [] : [{ id: String(sort.column), desc: sort.descending }] },
  });
}

export function tableSort(sorting: ColumnTable['state']['sorting']): TableSort | null {
  const [first] = sorting;
  return first ? { column: Number(first.id), descending: first.desc } : null;
}

export function tableFilters(filters: ColumnTable['state']['columnFilters']): readonly TableFilter[] {
  return filters.map(({ id, value }) => ({ column: Number(id), text: String(value) }));
}

/** Moves a column before or after its neighbour, or to another column's place. */
export function moveColumn(table: ColumnTable, id: string, to: 'left' | 'right' | { readonly place: string }): void {
  const visible = table.getVisibleLeafColumns().map((column) => column.id);
  const at = visible.indexOf(id);
  const target = typeof to === 'object' ? to.place : visible[to === 'left' ? at - 1 : at + 1];
  if (target === undefined || target === id) return;
  const all = table.getAllLeafColumns().map((column) => column.id);
  const goesRight = all.indexOf(id) < all.indexOf(target);
  const rest = all.filter((other) => other !== id);
  rest.splice(rest.indexOf(target) + (goesRight ? 1 : 0), 0, id);
  table.setColumnOrder(rest);
}
