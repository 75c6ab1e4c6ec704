import type { Column } from '@/lib/events/event-table';
import type { ResultTable } from '@/lib/query/result-table';
import { channelCounts, channelNames, clockRange } from './dataset-summary';
import type { Timeline } from './engine';
import type { OpenTable } from './open-table';

/** As many channels as a colour-blind-safe palette can tell apart; the rest are counted together. */
const CHANNELS = 7;
const OTHER = 'Other';

/** Hits drawn for one reading; more would only paint over each other. */
const MAX_HITS = 2_000;

export interface Hits {
  readonly analytic: string;
  readonly result: ResultTable;
}

export function timeline(open: OpenTable, bins: number, hits: readonly Hits[]): Timeline {
  const { clock, columns } = open;
  if (!clock) return { field: null, start: 0, binMillis: 1, channels: [], counts: [], hits: [] };

  const { first, last } = clockRange(clock);
  const binMillis = Math.max(1, Math.ceil((last - first + 1) / Math.max(1, bins)));
  const binCount = Math.floor((last - first) / binMillis) + 1;
  const { channels, channelOf } = channelsOf(columns.column('Channel'));
  const counts = channels.map(() => new Array<number>(binCount).fill(0));
  for (let row = 0; row < clock.millis.length; row++) {
    const millis = clock.millis[row];
    if (!Number.isNaN(millis)) counts[channelOf(row)][Math.floor((millis - first) / binMillis)]++;
  }
  return { field: clock.field, start: first, binMillis, channels, counts, hits: hits.flatMap((hit) => markHits(open, hit)) };
}

/** The channels to draw, and for each row which of them is its own. */
function channelsOf(column: Column | null): { channels: readonly string[]; channelOf: (row: number) => number } {
  if (!column) return { channels: [OTHER], channelOf: () => 0 };
  const named = channelCounts(column).map(({ value }) => value);
  const shown = named.slice(0, CHANNELS);
  const nameOf = channelNames(column);
  const indexOfCode = Array.from({ length: column.size }, (_, code) => {
    const index = shown.indexOf(nameOf(column.text(code) ?? ''));
    return index < 0 ? shown.length : index;
  });
  const hasOther = column.codes.some((code) => indexOfCode[code] === shown.length);
  return { channels: hasOther ? [...shown, OTHER] : shown, channelOf: (row) => indexOfCode[column.codes[row]] };
}

/** One mark for each event of each row. */
function markHits(open: OpenTable, { analytic, result }: Hits): Timeline['hits'] {
  const marks: Timeline['hits'][number][] = [];
  for (let row = 0; row < result.rowCount; row++) {
    for (const event of new Set(result.lineage(row).flatMap((leg) => leg.events))) {
      if (marks.length === MAX_HITS) return marks;
      const millis = open.millis(event);
      if (millis !== null) marks.push({ analytic, millis, row, ref: open.ref(event) });
    }
  }
  return marks;
}
