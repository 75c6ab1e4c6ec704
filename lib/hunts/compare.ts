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
  const [leftKeys, rightKeys] = [eventSetKeys(left), eventSetKeys(right)];
  // How many rows on the left have no partner yet; of those that never get one, the last.
  const waiting = new Map<string, number>();
  for (const key of leftKeys) waiting.set(key, (waiting.get(key) ?? 0) + 1);
  const onlyRight: number[] = [];
  rightKeys.forEach((key, row) => {
    const rows = waiting.get(key) ?? 0;
    if (rows === 0) onlyRight.push(row);
    else waiting.set(key, rows - 1);
  });
  const onlyLeft: number[] = [];
  for (let row = leftKeys.length - 1; row >= 0; row--) {
    const rows = waiting.get(leftKeys[row]) ?? 0;
    if (rows === 0) continue;
    waiting.set(leftKeys[row], rows - 1);
    onlyLeft.push(row);
  }
  return { both: rightKeys.length - onlyRight.length, onlyLeft: onlyLeft.reverse(), onlyRight };
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
