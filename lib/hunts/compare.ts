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
  eventSetKeys(left).forEach((key, row) => {
    const rows = waiting.get(key);
    if (rows) rows.push(row);
    else waiting.set(key, [row]);
  });
  const onlyRight: number[] = [];
  let both = 0;
  eventSetKeys(right).forEach((key, row) => {
    if (waiting.get(key)?.shift() === undefined) onlyRight.push(row);
    else both++;
  });
  return { both, onlyLeft: [...waiting.values()].flat().sort((a, b) => a - b), onlyRight };
}

/** Of three readings each is compared twice. */
const keysOf = new WeakMap<ResultTable, readonly string[]>();

function eventSetKeys(table: ResultTable): readonly string[] {
  const keys = keysOf.get(table) ?? Array.from({ length: table.rowCount }, (_, row) => keyOfEvents(table.lineage(row).flatMap((leg) => leg.events)));
  keysOf.set(table, keys);
  return keys;
}

/** The same for the same set of events. */
export function keyOfEvents(events: Iterable<RowId>): string {
  const rows = [...new Set(events)];
  return rows.length === 1 ? String(rows[0]) : rows.sort((a, b) => a - b).join(',');
}
