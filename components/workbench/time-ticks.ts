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

/** At most `most` round times between two moments (milliseconds since 1970), written as exactly as they are round. */
export function timeTicks(first: number, last: number, most: number): readonly TimeTick[] {
  const span = Math.max(1, last - first);
  const step = STEPS.find((candidate) => span / candidate < most) ?? STEPS[STEPS.length - 1];
  const ticks: TimeTick[] = [];
  for (let millis = Math.ceil(first / step) * step; millis <= last; millis += step) {
    ticks.push({ millis, text: tickText(millis, step, span) });
  }
  return ticks;
}

function tickText(millis: number, step: number, span: number): string {
  const iso = new Date(millis).toISOString();
  if (step >= DAY) return iso.slice(span > 300 * DAY ? 0 : 5, 10);
  const time = iso.slice(11, step >= MINUTE ? 16 : step >= SECOND ? 19 : 23);
  return span > DAY ? `${iso.slice(5, 10)} ${time}` : time;
}
