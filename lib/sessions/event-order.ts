import { rowId } from '@/lib/base/row-id';
import type { RowId } from '@/lib/base/row-id';
import type { Clock } from '@/lib/events/clock';
import type { SessionColumns } from './session-columns';

/** A time for every row: where it has none, that of the host's event before it in the dataset; before the first, -Infinity. */
export function timesOf(rowCount: number, clock: Clock | null, hostOf: (row: RowId) => number): Float64Array {
  const times = new Float64Array(rowCount);
  const latest = new Map<number, number>();
  for (let i = 0; i < rowCount; i++) {
    const row = rowId(i);
    const told = clock?.millis[row] ?? NaN;
    const millis = Number.isNaN(told) ? (latest.get(hostOf(row)) ?? -Infinity) : told;
    latest.set(hostOf(row), millis);
    times[i] = millis;
  }
  return times;
}

/**
 * By time, then host by host, then by record number, then as in the dataset: a 4672 can stand before its 4624 in the same millisecond.
 * Record numbers count within one log of one host, so equal times go log by log. `hostOf` is a number that tells hosts apart.
 */
export function eventOrder(columns: SessionColumns, times: Float64Array, hostOf: (row: RowId) => number): (a: RowId, b: RowId) => number {
  // Of the few events that have their time in common with another of the host.
  const record = columns.derivedSingly('RecordNumber', (text) => (text !== null && /^\d{1,15}$/.test(text) ? Number(text) : 0));
  const log = columns.derived('Channel', (text) => text?.toLowerCase() ?? '');
  return (a, b) => {
    // Not a difference: -Infinity less itself is NaN.
    if (times[a] !== times[b]) return times[a] < times[b] ? -1 : 1;
    const hosts = hostOf(a) - hostOf(b);
    if (hosts !== 0) return hosts;
    const logA = log(a);
    const logB = log(b);
    if (logA !== logB) return logA < logB ? -1 : 1;
    return record(a) - record(b) || a - b;
  };
}
