import {
  columnOrderingFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createColumnHelper,
  functionalUpdate,
  rowSortingFeature,
  tableFeatures,
  useTable,
  type Column,
  type Header,
} from '@tanstack/react-table';
import { useMemo } from 'react';
import type { TableRow } from './row-pages';
import { columnOrder, shownOf, type TableLayout } from './table-layout';

const features = tableFeatures({
  columnOrderingFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  rowSortingFeature,
});

const helper = createColumnHelper<typeof features, TableRow>();

/** Rows are fetched as they come into view, so none of them passes through the table. */
const NO_ROWS: TableRow[] = [];

export type TableColumn = Column<typeof features, TableRow, string | null>;
export type TableHeader = Header<typeof features, TableRow, unknown>;
export type ColumnTable = ReturnType<typeof useColumnTable>;

/**
 * The state of the columns, as the layout has it. A column's id is its place in `columns`, since names may repeat. The last `fixed` ones
 * stay where they are, and nothing is sorted by them.
 */
export function useColumnTable(columns: readonly string[], widths: readonly number[], fixed: number, layout: TableLayout, change: (part: Partial<TableLayout>) => void) {
  const defs = useMemo(
    () =>
      helper.columns(
        columns.map((name, i) =>
          helper.accessor((row) => row.cells[i], { id: String(i), header: name, size: widths[i], minSize: 48, maxSize: 1_200, enableSorting: i < columns.length - fixed, enableHiding: i < columns.length - fixed }),
        ),
      ),
    [columns, widths, fixed],
  );
  const { shown, sort } = layout;
  const state = useMemo(() => {
    const order = columnOrder(shown, columns.length);
    return {
      sorting: sort === null ? [] : [{ id: String(sort.column), desc: sort.descending }],
      columnOrder: order.map(String),
      columnVisibility: Object.fromEntries(order.map((column) => [String(column), shown === null || shown.includes(column)])),
    };
  }, [columns, shown, sort]);
  const show = (order: readonly string[], visibility: Readonly<Record<string, boolean>>) =>
    change({ shown: shownOf(order.filter((id) => visibility[id] !== false).map(Number), columns.length) });
  return useTable({
    features,
    columns: defs,
    data: NO_ROWS,
    manualSorting: true,
    enableMultiSort: false,
    sortDescFirst: false,
    columnResizeMode: 'onChange',
    state,
    onSortingChange: (updater) => {
      const [first] = functionalUpdate(updater, state.sorting);
      change({ sort: first ? { column: Number(first.id), descending: first.desc } : null });
    },
    onColumnOrderChange: (updater) => show(functionalUpdate(updater, state.columnOrder), state.columnVisibility),
    onColumnVisibilityChange: (updater) => show(state.columnOrder, functionalUpdate(updater, state.columnVisibility)),
  });
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
