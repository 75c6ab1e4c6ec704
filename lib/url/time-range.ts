import type { TimeRange } from '@/lib/engine/event-filter-shapes';

/** '2020-09-22T18:53:04.000Z..2020-09-22T18:54:15.000Z' */
export function writeTimeRange({ from, to }: TimeRange): string {
  return `${new Date(from).toISOString()}..${new Date(to).toISOString()}`;
}

/** Null: not as `writeTimeRange` writes one, or empty. */
export function readTimeRange(written: string): TimeRange | null {
  const [from, to, ...rest] = written.split('..').map(readInstant);
  return rest.length > 0 || from === undefined || to === undefined || from === null || to === null || from >= to ? null : { from, to };
}

/** As `Date.toISOString` writes it. */
function readInstant(text: string): number | null {
  const millis = Date.parse(text);
  return !Number.isNaN(millis) && new Date(millis).toISOString() === text ? millis : null;
}
