/**
 * A name of the IANA time zone database ('Europe/Berlin') or a fixed offset east of Greenwich ('+05:30'). What is known of a zone's
 * rules is what the platform's Intl knows.
 */
export type TimeZone = string;

export const UTC: TimeZone = 'UTC';

const OFFSET = /^([+-])(\d{2}):([0-5]\d)$/;
const NAME = /^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/;
const LONGEST_NAME = 64;
/** ISO 8601 offsets stay under a day; no zone was ever further than this. */
const LARGEST_OFFSET_HOURS = 18;
const MINUTE = 60_000;

export function isTimeZone(text: string): boolean {
  const offset = OFFSET.exec(text);
  if (offset) return Number(offset[2]) + Number(offset[3]) / 60 <= LARGEST_OFFSET_HOURS;
  return text.length <= LONGEST_NAME && NAME.test(text) && clockOf(text) !== null;
}

/** How far the zone's clock is ahead of UTC at a moment, in milliseconds. Throws RangeError for what is no zone. */
export function zoneOffset(zone: TimeZone, millis: number): number {
  if (zone === UTC) return 0;
  const fixed = OFFSET.exec(zone);
  if (fixed) return (fixed[1] === '-' ? -1 : 1) * (Number(fixed[2]) * 60 + Number(fixed[3])) * MINUTE;
  const clock = clockOf(zone);
  if (!clock) throw new RangeError(`${zone} is no time zone`);
  // Offsets are whole seconds; what is less stays out of the sum.
  const second = Math.floor(millis / 1_000) * 1_000;
  const at = new Map(clock.formatToParts(second).map(({ type, value }) => [type, Number(value)]));
  const part = (type: Intl.DateTimeFormatPartTypes) => at.get(type) ?? 0;
  const shown = new Date(0);
  // Not Date.UTC, which takes the years 0 to 99 for those of the 20th century.
  shown.setUTCFullYear(part('year'), part('month') - 1, part('day'));
  shown.setUTCHours(part('hour'), part('minute'), part('second'));
  return shown.getTime() - second;
}

/** What the zone's wall clock shows: '2020-09-22T20:53:32.341'. `millis` since 1970; no more than what Date can tell. */
export function wallClock(zone: TimeZone, millis: number): string {
  return new Date(millis + zoneOffset(zone, millis)).toISOString().slice(0, -1);
}

/** 'UTC', 'UTC+02:00': the zone's offset at a moment, to stand behind a time. */
export function offsetText(zone: TimeZone, millis: number): string {
  const seconds = zoneOffset(zone, millis) / 1_000;
  if (seconds === 0) return 'UTC';
  const minutes = Math.round(Math.abs(seconds) / 60);
  const two = (value: number) => String(value).padStart(2, '0');
  return `UTC${seconds < 0 ? '-' : '+'}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

const clocks = new Map<string, Intl.DateTimeFormat | null>();

/** Null for what the platform does not know. */
function clockOf(zone: string): Intl.DateTimeFormat | null {
  const known = clocks.get(zone);
  if (known !== undefined) return known;
  let clock: Intl.DateTimeFormat | null = null;
  try {
    clock = new Intl.DateTimeFormat('en-u-ca-iso8601-nu-latn', {
      timeZone: zone, hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric',
    });
  } catch {
    // Not a zone; said by the null.
  }
  clocks.set(zone, clock);
  return clock;
}
