import type { FetchRows, PlaceOf, TableFilter, TableSort } from '@/components/ui/data-table/row-pages';

export type SortKey = string | number | null;

/** A column of a list that is all there. */
export interface ListColumn<Item> {
  /** Names it in the address, whatever the zone. */
  readonly id: string;
  readonly head: string;
  readonly cell: (item: Item) => string | null;
  /** What it sorts by, where that is not the cell's text. */
  readonly key?: (item: Item) => SortKey;
}

/** Of a list, what meets the filters, in order; `row` is the item's place in the list. */
export function arrangedRows<Item>(items: readonly Item[], columns: readonly ListColumn<Item>[], sort: TableSort | null, filters: readonly TableFilter[]): readonly ListRow[] {
  return arranged(items, items.map((item, row) => ({ row, cells: columns.map(({ cell }) => cell(item)) })), columns, sort, filters);
}

/** A list as rows of a table; `row` is the item's place in the list. */
export function listRows<Item>(items: readonly Item[], columns: readonly ListColumn<Item>[]): FetchRows {
  const rows = items.map((item, row) => ({ row, cells: columns.map(({ cell }) => cell(item)) }));
  return (offset, limit, sort, filters) => {
    const kept = arranged(items, rows, columns, sort, filters);
    return Promise.resolve({ total: kept.length, rows: kept.slice(offset, offset + limit) });
  };
}

interface ListRow {
  readonly row: number;
  readonly cells: readonly (string | null)[];
}

function arranged<Item>(items: readonly Item[], rows: readonly ListRow[], columns: readonly ListColumn<Item>[], sort: TableSort | null, filters: readonly TableFilter[]): readonly ListRow[] {
  const wanted = filters.map(({ column, text }) => ({ column, text: text.toLowerCase() }));
  const kept = rows.filter(({ cells }) => wanted.every(({ column, text }) => cells[column]?.toLowerCase().includes(text)));
  if (sort === null) return kept;
  const direction = sort.descending ? -1 : 1;
  const { key } = columns[sort.column];
  const keyOf = ({ row, cells }: ListRow) => (key ? key(items[row]) : cells[sort.column]);
  return kept.sort((a, b) => direction * compareKeys(keyOf(a), keyOf(b)) || a.row - b.row);
}

/** Where an item stands in those that are fetched so. */
export function listPlaces(fetchRows: FetchRows): PlaceOf {
  return async (item, sort, filters) => {
    const place = (await fetchRows(0, Infinity, sort, filters)).rows.findIndex(({ row }) => row === item);
    return place < 0 ? null : place;
  };
}

export const byNumbersInText = new Intl.Collator('en', { numeric: true });

/** What is missing comes before everything. */
function compareKeys(a: SortKey, b: SortKey): number {
  if (a === null || b === null) return Number(b === null) - Number(a === null);
  // Not a difference: infinity less itself is NaN.
  if (typeof a === 'number' && typeof b === 'number') return Number(a > b) - Number(a < b);
  return byNumbersInText.compare(String(a), String(b));
}
