import { wallClock, type TimeZone } from '@/lib/base/time-zone';
import type { Timeline } from '@/lib/engine/engine';
import type { ChartTable } from '@/components/ui/chart-frame';
import { zoneName } from '@/components/workbench/time-range-text';

/** What the bars behind the others are. */
export const LEFT_OUT = 'Left out by the filters';

interface TimelineTable extends ChartTable {
  /** The bar of each row. */
  readonly bins: readonly number[];
}

/** The numbers behind the timeline, a line for each bar that has events or hits. */
export function timelineTable(timeline: Timeline, zone: TimeZone): TimelineTable {
  const { start, binMillis, series, counts, others, hits } = timeline;
  const bins = counts[0]?.length ?? 0;
  const hitsOf = new Array<number>(bins).fill(0);
  for (const { millis } of hits) {
    const bin = Math.floor((millis - start) / binMillis);
    if (bin >= 0 && bin < bins) hitsOf[bin] += 1;
  }
  const shown: number[] = [];
  const rows: (string | number)[][] = [];
  for (let bin = 0; bin < bins; bin++) {
    const row = [...counts.map((one) => one[bin]), ...(others ? [others[bin]] : [])];
    if (!row.some((count) => count > 0) && hitsOf[bin] === 0) continue;
    rows.push([binText(start + bin * binMillis, binMillis, zone), ...row, hitsOf[bin]]);
    shown.push(bin);
  }
  return { columns: [`From, ${zoneName(zone)}`, ...series, ...(others ? [LEFT_OUT] : []), 'Hits'], rows, bins: shown };
}

/** As exact as the bars are wide. */
export function binText(millis: number, binMillis: number, zone: TimeZone): string {
  const iso = wallClock(zone, millis);
  return `${iso.slice(0, 10)} ${iso.slice(11, binMillis < 1_000 ? 23 : 19)}`;
}
