import { isTimeZone, zoneOffset, type TimeZone } from '@/lib/base/time-zone';
import type { TimeRange } from '@/lib/engine/event-filter-shapes';
import type { PivotValue } from './pivot-changes';

export interface TimeBucket {
  readonly unit: 'minute' | 'hour' | 'day';
  readonly time: TimeRange;
}

const LENGTHS = { minute: 60_000, hour: 3_600_000, day: 86_400_000 } as const;

/** The minute, hour or day that a group of a count over time (count-over-time.ts) stands for: 'minute, UTC' = '2020-09-22 18:53'. Null for any other value. */
export function timeBucket({ field, value }: PivotValue): TimeBucket | null {
  const [, unit, named] = /^(minute|hour|day), (.+)$/.exec(field) ?? [];
  const [, day, clock = '00:00', offset] = /^(\d{4}-\d\d-\d\d)(?: (\d\d:\d\d))?(?: UTC([+-]\d\d:\d\d)?)?$/.exec(value) ?? [];
  if ((unit !== 'minute' && unit !== 'hour' && unit !== 'day') || day === undefined) return null;
  const zone = named.replace(/^UTC(?=[+-])/, '');
  const wall = Date.parse(`${day}T${clock}:00Z`);
  if (!isTimeZone(zone) || Number.isNaN(wall)) return null;
  // An hour that is told twice says which one it is.
  const told = value.includes('UTC') ? (offset ?? '+00:00') : null;
  return { unit, time: { from: moment(told ?? zone, wall), to: told === null ? moment(zone, wall + LENGTHS[unit]) : moment(told, wall) + LENGTHS[unit] } };
}

/** When the zone's clock shows that. */
function moment(zone: TimeZone, wall: number): number {
  return wall - zoneOffset(zone, wall - zoneOffset(zone, wall));
}
