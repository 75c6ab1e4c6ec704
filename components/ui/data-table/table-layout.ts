import type { TableFilter, TableSort } from './row-pages';

/** Which columns a table shows, and which rows in which order. Columns are meant by their places. */
export interface TableLayout {
  /** Those shown, in order; null: all as they come. */
  readonly shown: readonly number[] | null;
  readonly sort: TableSort | null;
  /** A column once, none with an empty text. */
  readonly filters: readonly TableFilter[];
}

/** A layout that is kept elsewhere. */
export interface KeptLayout {
  readonly layout: TableLayout;
  /** `goesOn`: the change before it goes on, as while a text is typed. */
  readonly onLayout: (layout: TableLayout, goesOn: boolean) => void;
}

export const plainLayout: TableLayout = { shown: null, sort: null, filters: [] };

/** All columns in order: a hidden one stands after the one that it comes after, so that it returns to its place. */
export function columnOrder(shown: readonly number[] | null, columns: number): readonly number[] {
  if (shown === null) return Array.from({ length: columns }, (_, column) => column);
  const order = [...shown];
  for (let column = 0; column < columns; column++) if (!shown.includes(column)) order.splice(column === 0 ? 0 : order.indexOf(column - 1) + 1, 0, column);
  return order;
}

/** Null for all columns as they come. */
export function shownOf(shown: readonly number[], columns: number): TableLayout['shown'] {
  return shown.length === columns && shown.every((column, i) => column === i) ? null : shown;
}

/** The filters with another text for one column. */
export function withFilter(filters: readonly TableFilter[], column: number, text: string): readonly TableFilter[] {
  if (text === '') return filters.filter((filter) => filter.column !== column);
  const isThere = filters.some((filter) => filter.column === column);
  return isThere ? filters.map((filter) => (filter.column === column ? { column, text } : filter)) : [...filters, { column, text }];
}

/** Whether only texts that were there before have become others. */
export function goesOn(before: readonly TableFilter[], after: readonly TableFilter[]): boolean {
  return after.every(({ column }) => before.some((filter) => filter.column === column));
}
