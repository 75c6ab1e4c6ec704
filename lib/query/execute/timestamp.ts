/** A moment. Microseconds since 1970, UTC, as Spark holds them. */
export class Timestamp {
  constructor(readonly micros: number) {}
}

const PATTERN =
  /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{1,2})(?::(\d{1,2})(?:[.,](\d+))?)?\s*(Z|UTC|GMT|[+-]\d{1,2}(?::?\d{2})?)?)?$/i;

/**
 * Reads `yyyy-MM-dd`, `yyyy-MM-dd HH:mm[:ss[.fraction]]` and the ISO form with `T`, a zone or none (then UTC, as a Spark session
 * in UTC would). Null for anything else and for days that no calendar has.
 */
export function parseTimestamp(text: string): Timestamp | null {
  const match = PATTERN.exec(text.trim());
  if (match === null) return null;
  const [, year, month, day, hour = '0', minute = '0', second = '0', fraction = '', zone = ''] = match;
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return null;
  const midnight = new Date(0);
  midnight.setUTCFullYear(Number(year), Number(month) - 1, Number(day));
  if (midnight.getUTCMonth() !== Number(month) - 1 || midnight.getUTCDate() !== Number(day)) return null;
  const seconds = midnight.getTime() / 1000 + Number(hour) * 3600 + Number(minute) * 60 + Number(second) - offsetSeconds(zone);
  return new Timestamp(seconds * 1e6 + Number(fraction.slice(0, 6).padEnd(6, '0')));
}

function offsetSeconds(zone: string): number {
  const match = /^([+-])(\d{1,2}):?(\d{2})?$/.exec(zone);
  if (match === null) return 0;
  const size = Number(match[2]) * 3600 + Number(match[3] ?? '0') * 60;
  return match[1] === '-' ? -size : size;
}

/** As Spark shows it: `yyyy-MM-dd HH:mm:ss`, with a fraction only where there is one. */
export function timestampText(timestamp: Timestamp): string {
  const seconds = Math.floor(timestamp.micros / 1e6);
  const fraction = String(timestamp.micros - seconds * 1e6).padStart(6, '0').replace(/0+$/, '');
  const whole = new Date(seconds * 1000).toISOString().slice(0, 19).replace('T', ' ');
  return fraction === '' ? whole : `${whole}.${fraction}`;
}

export function timestampDate(timestamp: Timestamp): Date {
  return new Date(Math.floor(timestamp.micros / 1000));
}
