import { UTC, wallClock, type TimeZone } from '@/lib/base/time-zone';

/** "2020-09-22 18:53:04 – 18:54:15 UTC", the day once where it is the same. `first` and `last` are ISO 8601. */
export function timeRangeText(first: string, last: string, zone: TimeZone): string {
  const from = dayAndSecond(first, zone);
  const to = dayAndSecond(last, zone);
  return `${from.day} ${from.time} – ${from.day === to.day ? '' : `${to.day} `}${to.time} ${zoneName(zone)}`;
}

/** "2020-09-22 18:53 UTC": to the minute. `millis` since 1970. */
export function minuteText(millis: number, zone: TimeZone): string {
  return `${wallClock(zone, millis).slice(0, 16).replace('T', ' ')} ${zoneName(zone)}`;
}

/** "UTC", "Europe/Berlin", "UTC+05:30". */
export function zoneName(zone: TimeZone): string {
  return /^[+-]/.test(zone) ? `${UTC}${zone}` : zone;
}

function dayAndSecond(iso: string, zone: TimeZone): { readonly day: string; readonly time: string } {
  const shown = wallClock(zone, Date.parse(iso));
  return { day: shown.slice(0, 10), time: shown.slice(11, 19) };
}
