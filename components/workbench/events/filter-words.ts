import { wallClock } from '@/lib/base/time-zone';
import type { TimeRange } from '@/lib/engine/event-filter-shapes';

/** What a value is called on screen: an empty one and a missing one are no letters. */
export function valueWords(value: string | null): string {
  if (value === null) return 'no value';
  return value === '' ? 'empty text' : value;
}

/** "2020-09-22 18:53:04.000 – 18:54:15.500", the day once where it is one. */
export function rangeWords({ from, to }: TimeRange, zone: string): string {
  const [first, last] = [wallClock(zone, from), wallClock(zone, to)].map((text) => text.replace('T', ' '));
  return `${first} – ${first.slice(0, 10) === last.slice(0, 10) ? last.slice(11) : last}`;
}
