import { wallClock, zoneOffset, type TimeZone } from '@/lib/base/time-zone';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const STEPS = [
  1, 2, 5, 10, 20, 50, 100, 200, 500,
  ...[1, 2, 5, 10, 15, 30].map((n) => n * SECOND),
  ...[1, 2, 5, 10, 15, 30].map((n) => n * MINUTE),
  ...[1, 2, 3, 6, 12].map((n) => n * HOUR),
  ...[1, 2, 7, 14, 30, 90, 365, 3_650].map((n) => n * DAY),
] as const;

export interface TimeTick {
  readonly millis: number;
  readonly text: string;
}

/**
 * At most `most` times between two moments (milliseconds since 1970) that are round on the zone's clock, written as exactly as they
 * are round. A time that the clock shows twice is marked once, one that it skips not at all.
 */
export function timeTicks(first: number, last: number, most: number, zone: TimeZone): readonly TimeTick[] {
  const span = Math.max(1, last - first);
  const step = STEPS.find((candidate) => span / candidate < most) ?? STEPS[STEPS.length - 1];
  const ticks: TimeTick[] = [];
  const end = last + zoneOffset(zone, last);
  for (let shown = Math.ceil((first + zoneOffset(zone, first)) / step) * step; shown <= end; shown += step) {
    const millis = momentOf(shown, zone);
    if (millis !== null && millis >= first && millis <= last) ticks.push({ millis, text: tickText(wallClock(zone, millis), step, span) });
  }
  return ticks;
}

/** When the zone's clock shows a time (as milliseconds since 1970 on that clock); null if it never does. */
function momentOf(shown: number, zone: TimeZone): number | null {
  // By the offset before a change of clocks or by the one after it.
  for (const near of [shown - DAY, shown + DAY]) {
    const millis = shown - zoneOffset(zone, near);
    if (millis + zoneOffset(zone, millis) === shown) return millis;
  }
  return null;
}

function tickText(iso: string, step: number, span: number): string {
  if (step >= DAY) return iso.slice(span > 300 * DAY ? 0 : 5, 10);
  const time = iso.slice(11, step >= MINUTE ? 16 : step >= SECOND ? 19 : 23);
  return span > DAY ? `${iso.slice(5, 10)} ${time}` : time;
}
