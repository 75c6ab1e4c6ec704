import type { Clock } from '@/lib/events/clock';
import type { Column } from '@/lib/events/event-table';
import type { ResultTable } from '@/lib/query/result-table';
import { channelCounts, channelNames, clockRange, hostCounts, hostNames } from './dataset-summary';
import type { Timeline, TimelineRequest, TimelineSeries } from './engine';
import type { TimeRange } from './event-filter-shapes';
import { eventListOf } from './event-list';
import type { OpenTable } from './open-table';

/** As many as a colour-blind-safe palette can tell apart; the rest are counted together. */
const SERIES = 7;
const OTHER = 'Other';

/** Hits drawn for one reading; more would only paint over each other. */
const MAX_HITS = 2_000;

export interface Hits {
  readonly analytic: string;
  readonly result: ResultTable;
}

export function timeline(open: OpenTable, { bins, by, range, filter }: Omit<TimelineRequest, 'hits'>, hits: readonly Hits[]): Timeline {
  const { clock } = open;
  if (!clock) return { field: null, whole: { from: 0, to: 1 }, start: 0, binMillis: 1, series: [], counts: [], hits: [] };

  const whole = wholeRange(clock);
  const { from, to } = range ?? whole;
  const binMillis = Math.max(1, Math.ceil((to - from) / Math.max(1, bins)));
  const { series, codes, indexOfCode } = seriesOf(open, by);
  const counts = series.map(() => new Array<number>(Math.ceil((to - from) / binMillis)).fill(0));
  const { millis } = clock;
  const asks = filter !== undefined && (filter.fields.length > 0 || filter.text !== null);
  const others = asks ? new Array<number>(Math.ceil((to - from) / binMillis)).fill(0) : undefined;
  // Less than 0 for an event outside, and not a number for one without a time.
  const binOf = (row: number): number => (millis[row] < to ? Math.floor((millis[row] - from) / binMillis) : -1);
  const count = (row: number): void => {
    const bin = binOf(row);
    if (!(bin >= 0)) return;
    counts[codes === null ? 0 : indexOfCode[codes[row]]][bin]++;
    if (others) others[bin]--;
  };
  if (filter && others) {
    for (let row = 0; row < millis.length; row++) {
      const bin = binOf(row);
      if (bin >= 0) others[bin]++;
    }
    for (const row of eventListOf(open).of(filter).rowsOfAnyTime()) count(row);
  } else for (let row = 0; row < millis.length; row++) count(row);
  return { field: clock.field, whole, start: from, binMillis, series, counts, ...(others && { others }), hits: hits.flatMap((hit) => markHits(open, hit, { from, to })) };
}

function wholeRange(clock: Clock): TimeRange {
  const { first, last } = clockRange(clock);
  return { from: Math.floor(first), to: Math.floor(last) + 1 };
}

interface Series {
  readonly series: readonly string[];
  /** The column's code in each row, and of which series it is; without the column, all are of the only one. */
  readonly codes: Column['codes'] | null;
  readonly indexOfCode: readonly number[];
}

function seriesOf({ columns }: OpenTable, by: TimelineSeries): Series {
  const column = columns.column(by === 'host' ? 'Hostname' : 'Channel');
  if (!column) return { series: [OTHER], codes: null, indexOfCode: [] };
  const named = by === 'host' ? hostCounts(column) : channelCounts(column);
  const nameOf = by === 'host' ? hostNames(column) : channelNames(column);
  const shown = named.slice(0, SERIES).map(({ value }) => value);
  const indexOfCode = Array.from({ length: column.size }, (_, code) => {
    const index = shown.indexOf(nameOf(column.text(code) ?? ''));
    return index < 0 ? shown.length : index;
  });
  const hasOther = column.codes.some((code) => indexOfCode[code] === shown.length);
  return { series: hasOther ? [...shown, OTHER] : shown, codes: column.codes, indexOfCode };
}

/** One mark for each event of each row that lies in the range. */
function markHits(open: OpenTable, { analytic, result }: Hits, { from, to }: TimeRange): Timeline['hits'] {
  const marks: Timeline['hits'][number][] = [];
  for (let row = 0; row < result.rowCount; row++) {
    for (const event of new Set(result.lineage(row).flatMap((leg) => leg.events))) {
      if (marks.length === MAX_HITS) return marks;
      const millis = open.millis(event);
      if (millis !== null && millis >= from && millis < to) marks.push({ analytic, millis, row, ref: open.ref(event) });
    }
  }
  return marks;
}
