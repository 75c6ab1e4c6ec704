import { trackBusy } from '@/components/ui/busy';

export interface TableRow {
  /** Names the row whatever the sort and filter. */
  readonly row: number;
  /** In the order of the table's columns, all of them. */
  readonly cells: readonly (string | null)[];
}

export interface TableSort {
  readonly column: number;
  readonly descending: boolean;
}

export interface TableFilter {
  readonly column: number;
  readonly text: string;
}

/** A stretch of the rows as sorted and filtered; `total` counts all that meet the filters. */
export type FetchRows<Row = TableRow> = (
  offset: number,
  limit: number,
  sort: TableSort | null,
  filters: readonly TableFilter[],
) => Promise<{ readonly total: number; readonly rows: readonly Row[] }>;

/** Where a row stands among those as sorted and filtered; null if it is none of them. */
export type PlaceOf = (row: number, sort: TableSort | null, filters: readonly TableFilter[]) => Promise<number | null>;

const PAGE = 100;
const MOST_PAGES = 60;
const COPY_PAGE = 5_000;

/** The rows of one sort and filter, fetched page by page as they come into view; the pages looked at longest ago are dropped. */
export class RowPages<Row = TableRow> {
  /** Null until the first page is there. */
  total: number | null = null;
  failure: string | null = null;
  private version = 0;
  private readonly pages = new Map<number, readonly Row[]>();
  private readonly asked = new Set<number>();
  private readonly listeners = new Set<() => void>();

  constructor(
    private readonly fetchRows: FetchRows<Row>,
    private readonly sort: TableSort | null,
    private readonly filters: readonly TableFilter[],
  ) {}

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  /** Changes whenever a row or the total does. */
  readonly getVersion = (): number => this.version;

  at(index: number): Row | null {
    return this.pages.get(Math.floor(index / PAGE))?.[index % PAGE] ?? null;
  }

  /** Sees to the rows from `first` to `end` (exclusive) being there. */
  request(first: number, end: number): void {
    for (let page = Math.floor(first / PAGE); page * PAGE < Math.max(end, first + 1); page++) {
      const have = this.pages.get(page);
      if (have) {
        this.pages.delete(page);
        this.pages.set(page, have);
      } else if (!this.asked.has(page)) {
        this.asked.add(page);
        void trackBusy(this.load(page));
      }
    }
  }

  /** Every row, for the clipboard. */
  async all(): Promise<readonly Row[]> {
    const rows: Row[] = [];
    for (;;) {
      const page = await this.fetchRows(rows.length, COPY_PAGE, this.sort, this.filters);
      for (const row of page.rows) rows.push(row);
      if (page.rows.length === 0 || rows.length >= page.total) return rows;
    }
  }

  private async load(page: number): Promise<void> {
    try {
      const { total, rows } = await this.fetchRows(page * PAGE, PAGE, this.sort, this.filters);
      this.total = total;
      this.failure = null;
      this.pages.set(page, rows);
      for (const oldest of this.pages.keys()) {
        if (this.pages.size <= MOST_PAGES) break;
        this.pages.delete(oldest);
      }
    } catch (error) {
      this.failure = error instanceof Error ? error.message : String(error);
    } finally {
      this.asked.delete(page);
      this.version += 1;
      for (const listener of this.listeners) listener();
    }
  }
}
