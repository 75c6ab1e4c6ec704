import type { RowId } from '@/lib/base/row-id';
import { keyOfEvents } from '@/lib/hunts/compare';
import type { Explanation } from '@/lib/query/execute/explanation';
import type { ResultTable } from '@/lib/query/result-table';
import { shownEvents } from './shown-legs';
import { RowsView } from './rows';

/** A join's result may be of any length; a name for each row of the longest would not fit in memory. */
const MAX_NAMED_ROWS = 1_000_000;

/** The rows of one reading or query, kept so that they can be asked for. */
export class KeptResult {
  readonly view: RowsView;
  /** Row number by the set of events that made it; made when first asked for. */
  private rowOfEvents: ReadonlyMap<string, number> | null = null;

  constructor(
    readonly table: ResultTable,
    readonly explanation: Explanation,
  ) {
    this.view = new RowsView(table);
  }

  hasRow(row: number): boolean {
    return row >= 0 && row < this.table.rowCount && Number.isInteger(row);
  }

  /** The first row whose join chain shows exactly these events. */
  findRow(events: readonly RowId[]): number | null {
    this.rowOfEvents ??= rowsByEvents(this.table);
    return this.rowOfEvents.get(keyOfEvents(events)) ?? null;
  }
}

function rowsByEvents(table: ResultTable): ReadonlyMap<string, number> {
  const rows = new Map<string, number>();
  for (let row = Math.min(table.rowCount, MAX_NAMED_ROWS) - 1; row >= 0; row--) rows.set(keyOfEvents(table.lineage(row).flatMap(shownEvents)), row);
  return rows;
}
