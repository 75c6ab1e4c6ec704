import { offsetText, zoneOffset, type TimeZone } from '@/lib/base/time-zone';
import { zoneName } from '@/components/workbench/time-range-text';

export interface Clock {
  /** The dataset's field that tells the time. */
  readonly field: string;
  /** ISO 8601, of the whole dataset. */
  readonly first: string;
  readonly last: string;
}

/** Of a moment as text, '2020-09-22 18:53:32': how much of it names the unit, and what is written behind that. */
const UNITS = [
  { name: 'minute', length: 16, rest: '', most: 6 * 3_600_000 },
  { name: 'hour', length: 13, rest: ':00', most: 14 * 86_400_000 },
  { name: 'day', length: 10, rest: '', most: Infinity },
] as const;

/**
 * Around a query that gives the clock of some events: how many there are of them by the minute, hour or day, which the dataset's length
 * decides, as a clock of the zone shows it. The first column is called after both: 'minute, Europe/Berlin'.
 */
export function countOverTimeSql(events: string, { field, first, last }: Clock, zone: TimeZone): string {
  const [from, to] = [Date.parse(first), Date.parse(last)];
  const unit = UNITS.find(({ most }) => to - from <= most) ?? UNITS[2];
  const epoch = `unix_timestamp(to_timestamp(\`${field.replaceAll('`', '``')}\`))`;
  const offsets = zoneOffsets(zone, from, to);
  const shift = offsets.length === 1 && offsets[0].seconds === 0 ? '' : ` + ${byTime(epoch, offsets, ({ seconds }) => String(seconds))}`;
  const text = `substring(CAST(to_timestamp(${epoch}${shift}) AS STRING), 1, ${unit.length})`;
  // An hour that is told twice when the clocks go back is two.
  const ends = [...(unit.rest === '' ? [] : [`'${unit.rest}'`]), ...(offsets.length === 1 ? [] : [byTime(epoch, offsets, ({ text: offset }) => `' ${offset}'`)])];
  const group = ends.length === 0 ? text : `concat(${[text, ...ends].join(', ')})`;
  return `SELECT ${group} AS \`${unit.name}, ${zoneName(zone)}\`, COUNT(*) AS events\nFROM (\n${events.replace(/^/gm, '  ')}\n) a\nGROUP BY ${group}\nORDER BY MIN(${epoch})`;
}

interface Offset {
  /** In seconds since 1970. */
  readonly from: number;
  /** East of Greenwich. */
  readonly seconds: number;
  readonly text: string;
}

function byTime(epoch: string, offsets: readonly Offset[], of: (offset: Offset) => string): string {
  if (offsets.length === 1) return of(offsets[0]);
  const whens = offsets.slice(1).map((next, i) => `WHEN ${epoch} < ${next.from} THEN ${of(offsets[i])}`);
  return `CASE ${whens.join(' ')} ELSE ${of(offsets[offsets.length - 1])} END`;
}

/** A zone changes its offset no more than once in so long. */
const STEP = 7 * 86_400_000;
/** A dataset with a clock gone astray may reach over millennia: later changes are left out. */
const MOST_STEPS = 5_000;

/** The zone's offsets between two moments, in milliseconds since 1970, in order. */
function zoneOffsets(zone: TimeZone, from: number, to: number): readonly Offset[] {
  const offset = (millis: number): Offset => ({ from: Math.floor(millis / 1_000), seconds: zoneOffset(zone, millis) / 1_000, text: offsetText(zone, millis) });
  const offsets = [offset(from)];
  for (let step = 0, at = from; at < to && step < MOST_STEPS; step++) {
    const next = Math.min(at + STEP, to);
    if (zoneOffset(zone, next) !== zoneOffset(zone, at)) offsets.push(offset(changeBetween(zone, at, next)));
    at = next;
  }
  return offsets;
}

/** The first millisecond of the offset that the zone has at `to`. */
function changeBetween(zone: TimeZone, from: number, to: number): number {
  const then = zoneOffset(zone, to);
  let [low, high] = [from, to];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (zoneOffset(zone, middle) === then) high = middle;
    else low = middle;
  }
  return high;
}
