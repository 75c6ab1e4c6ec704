/**
 * How far a clock stands from Sysmon's UTC clock in the same events, and what that can only mean.
 *
 *   agrees        within a second
 *   lag           later by seconds to minutes, never a zone: collected, not happened
 *   local         zone-less text, a whole number of quarter hours from UTC: local time
 *   false-zone    the same, but the text says that it is UTC (`Z`) or in another zone: it is not
 *   lost-am-pm    as local time, but 12 hours more or less than any one zone explains: a 12-hour clock without its AM/PM
 *   unclear       none of these
 */
export interface OffsetReading {
  readonly kind: 'agrees' | 'lag' | 'local' | 'false-zone' | 'lost-am-pm' | 'unclear';
  /** Events that have both clocks. */
  readonly events: number;
  /** Of the field minus UTC, in milliseconds: the middle one, and those that 5 % are below and above. */
  readonly median: number;
  readonly low: number;
  readonly high: number;
  /** Milliseconds that the local zone is ahead of UTC (negative: behind); null where no zone shows. */
  readonly zone: number | null;
  /** Where AM/PM was lost, the events that are 12 hours off. */
  readonly shifted: number;
}

const SECOND = 1_000;
const QUARTER = 15 * 60 * SECOND;
const HALF_DAY = 48;
/** Zones in use, in quarter hours: UTC-12 to UTC+14 (tz database). */
const isZone = (quarters: number) => quarters >= -48 && quarters <= 56;
/** How far from a whole quarter hour an offset may be, for collection takes its time. */
const SLIP = 2 * 60 * SECOND;
const MOST = 0.9;
const ZONE_AT_END = /(?:Z|[+-]\d\d:?\d\d)$/;

/** Null if no row has both. `example` is a text that `millis` was read from. */
export function readOffsets(millis: Float64Array, utc: Float64Array, example: string): OffsetReading | null {
  const offsets: number[] = [];
  for (let row = 0; row < millis.length; row++) {
    const offset = millis[row] - utc[row];
    if (!Number.isNaN(offset)) offsets.push(offset);
  }
  if (offsets.length === 0) return null;
  const sorted = Float64Array.from(offsets).sort();
  const at = (part: number) => sorted[Math.floor(part * (sorted.length - 1))];
  const measured = { events: sorted.length, median: at(0.5), low: at(0.05), high: at(0.95) };
  return { ...measured, ...meaning(sorted, measured.median, example, hasTwelveHours(millis, utc)) };
}

function meaning(sorted: Float64Array, median: number, example: string, twelveHours: boolean): Pick<OffsetReading, 'kind' | 'zone' | 'shifted'> {
  const nothing = { zone: null, shifted: 0 };
  const counts = quarterCounts(sorted);
  const share = (...quarters: number[]) => quarters.reduce((sum, each) => sum + (counts.get(each) ?? 0), 0) / sorted.length;
  const main = Math.round(median / QUARTER);

  const zone = lostHalfDays(counts, main, twelveHours);
  if (zone !== null && share(zone - HALF_DAY, zone, zone + HALF_DAY) >= MOST) {
    const shifted = (counts.get(zone - HALF_DAY) ?? 0) + (counts.get(zone + HALF_DAY) ?? 0);
    return { kind: 'lost-am-pm', zone: zone * QUARTER, shifted };
  }
  if (main !== 0) {
    if (share(main) < MOST || !isZone(main)) return { kind: 'unclear', ...nothing };
    return { kind: ZONE_AT_END.test(example) ? 'false-zone' : 'local', zone: main * QUARTER, shifted: 0 };
  }
  if (Math.abs(median) < SECOND) return { kind: 'agrees', ...nothing };
  return { kind: median > 0 ? 'lag' : 'unclear', ...nothing };
}

/** Events by the quarter hour that their offset is close to. */
function quarterCounts(sorted: Float64Array): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const offset of sorted) {
    const quarters = Math.round(offset / QUARTER);
    if (Math.abs(offset - quarters * QUARTER) <= SLIP) counts.set(quarters, (counts.get(quarters) ?? 0) + 1);
  }
  return counts;
}

/**
 * The zone, in quarter hours, of a clock that lost AM/PM: its offset jumps by 12 hours within the dataset, or no zone is that far
 * from UTC. Only for a clock that shows no hour but 1 to 12. From 13:00 on it is 12 hours too early, and too late from 0:00 to 1:00.
 */
function lostHalfDays(counts: ReadonlyMap<number, number>, main: number, twelveHours: boolean): number | null {
  if (!twelveHours) return null;
  const lower = counts.get(main - HALF_DAY) ?? 0;
  const upper = counts.get(main + HALF_DAY) ?? 0;
  if (lower > 0 && isZone(main)) return main;
  if (upper > 0 && isZone(main + HALF_DAY)) return main + HALF_DAY;
  if (!isZone(main) && isZone(main + HALF_DAY)) return main + HALF_DAY;
  if (!isZone(main) && isZone(main - HALF_DAY)) return main - HALF_DAY;
  return null;
}

/** Whether the field, where UTC stands beside it, shows the hours of a 12-hour clock alone. */
function hasTwelveHours(millis: Float64Array, utc: Float64Array): boolean {
  for (let row = 0; row < millis.length; row++) {
    if (Number.isNaN(millis[row]) || Number.isNaN(utc[row])) continue;
    const hour = new Date(millis[row]).getUTCHours();
    if (hour === 0 || hour > 12) return false;
  }
  return true;
}
