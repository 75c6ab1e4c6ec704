import { offsetText, wallClock, type TimeZone } from '@/lib/base/time-zone';

interface Moment {
  /** As written in the file. */
  readonly time: string | null;
  /** Milliseconds since 1970; null if not readable. */
  readonly millis: number | null;
}

/** '18:53:32.341', the time of day; as written where it cannot be read. */
export function timeOfDay({ time, millis }: Moment, zone: TimeZone): string {
  if (millis === null) return time ?? 'no time';
  return wallClock(zone, millis).slice(11);
}

/** '2020-09-22'; null if the time cannot be read. */
export function dayOf({ millis }: Moment, zone: TimeZone): string | null {
  return millis === null ? null : wallClock(zone, millis).slice(0, 10);
}

/** '2020-09-22 18:53:32.341'; as written where it cannot be read. */
export function dayAndTime(moment: Moment, zone: TimeZone): string {
  const day = dayOf(moment, zone);
  return day === null ? timeOfDay(moment, zone) : `${day} ${timeOfDay(moment, zone)}`;
}

/** '2020-09-22 20:53:32.341 UTC+02:00'; as written where it cannot be read. */
export function momentText(moment: Moment, zone: TimeZone): string {
  return moment.millis === null ? dayAndTime(moment, zone) : `${dayAndTime(moment, zone)} ${offsetText(zone, moment.millis)}`;
}

/** '12.150 s', '3 min 20 s', '2 h 5 min' between two moments; null if a time cannot be read. */
export function timeBetween(from: Moment, to: Moment): string | null {
  if (from.millis === null || to.millis === null) return null;
  const seconds = Math.abs(to.millis - from.millis) / 1000;
  if (seconds < 60) return `${seconds.toFixed(3)} s`;
  const minutes = Math.floor(seconds / 60);
  return minutes < 60 ? `${minutes} min ${Math.floor(seconds % 60)} s` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
