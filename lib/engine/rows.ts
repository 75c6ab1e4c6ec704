import type { ResultTable } from '@/lib/query/result-table';
import { rankTexts } from './cell-order';
import type { RowsPage, RowsRequest } from './engine';
import type { TimeRange } from './event-filter-shapes';

type View = Pick<RowsRequest, 'sort' | 'filters' | 'time'>;

/** Pages of one result, sorted and filtered. The order last asked for is kept, since paging asks for it again and again. */
export class RowsView {
  private key = '';
  private ordered: Uint32Array | null = null;

  constructor(private readonly result: ResultTable) {}

  page({ offset, limit, ...view }: RowsRequest, millis: Float64Array | null = null): RowsPage {
    const order = this.order(view, millis);
    const rows = Array.from(order.subarray(offset, offset + limit), (row) => ({
      row,
      cells: this.result.columns.map((_, column) => this.result.cell(row, column)),
    }));
    return { total: order.length, rows };
  }

  /** The rows that the filters leave, in order. `millis`, which a time needs: of each event of the dataset, NaN without one; null where none has one. */
  order({ sort, filters, time }: View, millis: Float64Array | null = null): Uint32Array {
    const key = JSON.stringify([sort, filters, time ?? null]);
    if (!this.ordered || key !== this.key) {
      this.ordered = orderRows(this.result, { sort, filters, time }, millis);
      this.key = key;
    }
    return this.ordered;
  }
}

/** The rows that contain every filter's text in any case, in order; equal cells keep the order of the result, missing ones go last. */
function orderRows(result: ResultTable, { sort, filters, time }: View, millis: Float64Array | null): Uint32Array {
  const wanted = filters.filter(({ text }) => text !== '').map(({ column, text }) => ({ column, text: text.toLowerCase() }));
  const rows: number[] = [];
  for (let row = 0; row < result.rowCount; row++) {
    if (time && !isWithin(result, row, time, millis)) continue;
    if (wanted.every(({ column, text }) => result.cell(row, column)?.toLowerCase().includes(text))) rows.push(row);
  }
  if (sort) {
    const cells = new Map(rows.map((row) => [row, result.cell(row, sort.column)]));
    const ranks = rankTexts(cells.values());
    const rankOf = (row: number): number | undefined => {
      const text = cells.get(row) ?? null;
      return text === null ? undefined : ranks.get(text);
    };
    const direction = sort.descending ? -1 : 1;
    rows.sort((a, b) => {
      const rankA = rankOf(a);
      const rankB = rankOf(b);
      if (rankA === rankB) return a - b;
      if (rankA === undefined) return 1;
      if (rankB === undefined) return -1;
      return (rankA - rankB) * direction || a - b;
    });
  }
  return Uint32Array.from(rows);
}

/** Whether any of the events behind a row is. */
function isWithin(result: ResultTable, row: number, { from, to }: TimeRange, millis: Float64Array | null): boolean {
  return millis !== null && result.lineage(row).some(({ events }) => events.some((event) => millis[event] >= from && millis[event] < to));
}
