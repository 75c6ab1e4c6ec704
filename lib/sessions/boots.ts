import { rowId } from '@/lib/base/row-id';
import type { RowId } from '@/lib/base/row-id';
import type { EventTypes } from './event-type';

/** How many restarts of its host an event comes after. */
export type BootOf = (row: RowId) => number;

/** One restart writes several of these events, the last of them minutes after the first on a slow machine. */
const ONE_RESTART_MILLIS = 5 * 60_000;

interface Restart {
  readonly millis: number;
  readonly seen: Set<string>;
}

/**
 * A restart shows as 4608 (Security), 12 (Kernel-General) or 6005 (EventLog). Events of different kinds within five minutes are
 * one restart; the same kind again is another. `millisOf` must answer for every row (see `timesOf`).
 */
export function bootsOf(rowCount: number, types: EventTypes, hostOf: (row: RowId) => number, millisOf: (row: RowId) => number): BootOf {
  const marks: { host: number; millis: number; kind: string }[] = [];
  for (let i = 0; i < rowCount; i++) {
    const row = rowId(i);
    const kind = restartKind(types, row);
    if (kind !== null) marks.push({ host: hostOf(row), millis: millisOf(row), kind });
  }
  marks.sort((a, b) => a.millis - b.millis);

  const restarts = new Map<number, Restart[]>();
  for (const { host, millis, kind } of marks) {
    const ofHost = restarts.get(host) ?? [];
    restarts.set(host, ofHost);
    const latest = ofHost.at(-1);
    if (latest && !latest.seen.has(kind) && millis - latest.millis <= ONE_RESTART_MILLIS) latest.seen.add(kind);
    else ofHost.push({ millis, seen: new Set([kind]) });
  }
  if (restarts.size === 0) return () => 0;
  return (row) => {
    const millis = millisOf(row);
    return countUpTo(restarts.get(hostOf(row)) ?? [], millis);
  };
}

/** How many of the restarts, in order of time, were not after a moment. */
function countUpTo(restarts: readonly Restart[], millis: number): number {
  let low = 0;
  let high = restarts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (restarts[middle].millis <= millis) low = middle + 1;
    else high = middle;
  }
  return low;
}

function restartKind(types: EventTypes, row: RowId): string | null {
  const provider = types.provider(row);
  switch (types.id(row)) {
    case '4608':
      return provider === 'security' ? '4608' : null;
    case '12':
      return provider === 'kernel-general' ? '12' : null;
    case '6005':
      return provider === 'event-log' ? '6005' : null;
    default:
      return null;
  }
}
