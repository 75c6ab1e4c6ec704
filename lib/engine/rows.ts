import type { ResultTable } from '@/lib/query/result-table';
import { rankTexts } from './cell-order';
import type { RowsPage, RowsRequest } from './engine';

type View = Pick<RowsRequest, 'sort' | 'filters'>;

/** Pages of one result, sorted and filtered. The order last asked for is kept, since paging asks for it again and again. */
export class RowsView {
  private key = '';
  private order: Uint32Array | null = null;

  constructor(private readonly result: ResultTable) {}

  page({ offset, limit, sort, filters }: RowsRequest): RowsPage {
    const order = this.orderOf({ sort, filters });
    const rows = Array.from(order.subarray(offset, offset + limit), (row) => ({
      row,
      cells: this.result.columns.map((_, column) => this.result.cell(row, column)),
    }));
    return { total: order.length, rows };
  }

  private orderOf(view: View): Uint32Array {
    const key = JSON.stringify([view.sort, view.filters]);
    if (!this.order || key !== this.key) {
      this.order = orderRows(this.result, view);
      this.key = key;
    }
    return this.order;
  }
}

/** The rows that contain every filter's text in any case, in order; equal cells keep the order of the result, missing ones go last. */
function orderRows(result: ResultTable, { sort, filters }: View): Uint32Array {
  const wanted = filters.filter(({ text }) => text !== '').map(({ column, text }) => ({ column, text: text.toLowerCase() }));
  const rows: number[] = [];
  for (let row = 0; row < result.rowCount; row++) {
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
