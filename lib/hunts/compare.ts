import type { RowId } from '@/lib/base/row-id';
import type { ResultTable } from '@/lib/query/result-table';

/**
 * Two readings' rows, met by the events behind them: rows are alike if the same set of events made them, whatever they show. Rows made
 * twice by the same events count twice: of two on the left and one on the right, one is only on the left.
 */
export interface RowComparison {
  readonly both: number;
  /** Row numbers. */
  readonly onlyLeft: readonly number[];
  readonly onlyRight: readonly number[];
}

/** More rows than this nobody compares by eye, and a join's result may be of any length. */
export const MAX_COMPARED_ROWS = 100_000;

/** Null where either side has more than MAX_COMPARED_ROWS. */
export function compareRows(left: ResultTable, right: ResultTable): RowComparison | null {
  if (left.rowCount > MAX_COMPARED_ROWS || right.rowCount > MAX_COMPARED_ROWS) return null;
  const waiting = new Map<string, number[]>();
  for (let row = 0; row < left.rowCount; row++) {
    const key = eventSetKey(left, row);
    const rows = waiting.get(key);
    if (rows) rows.push(row);
    else waiting.set(key, [row]);
  }
  const onlyRight: number[] = [];
  let both = 0;
  for (let row = 0; row < right.rowCount; row++) {
    if (waiting.get(eventSetKey(right, row))?.shift() === undefined) onlyRight.push(row);
    else both++;
  }
  return { both, onlyLeft: [...waiting.values()].flat().sort((a, b) => a - b), onlyRight };
}

function eventSetKey(table: ResultTable, row: number): string {
  return keyOfEvents(table.lineage(row).flatMap((leg) => leg.events));
}

/** The same for the same set of events. */
export function keyOfEvents(events: Iterable<RowId>): string {
  return [...new Set(events)].sort((a, b) => a - b).join(',');
}
