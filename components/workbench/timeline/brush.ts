import type { TimeRange } from '@/lib/engine/event-filter-shapes';
import type { Timeline } from '@/lib/engine/engine';

/** A brush over a timeline's bars: edges lie between them, 0 before the first. What comes from a link need not lie between two bars. */
export interface Brush {
  readonly from: number;
  readonly to: number;
}

export type BrushEdge = 'from' | 'to';

/** Bars that Shift and the page keys move by. */
const LEAP = 10;

export function barCount({ counts }: Timeline): number {
  return counts[0]?.length ?? 0;
}

/** What of a time range the timeline shows; null where that is nothing. */
export function brushOf(timeline: Timeline, { from, to }: TimeRange): Brush | null {
  const bars = barCount(timeline);
  const edge = (millis: number) => Math.min(bars, Math.max(0, (millis - timeline.start) / timeline.binMillis));
  return edge(from) < edge(to) ? { from: edge(from), to: edge(to) } : null;
}

/** Null for a brush over everything that the dataset has: that leaves nothing out. */
export function brushedTime(timeline: Timeline, { from, to }: Brush): TimeRange | null {
  const millis = (edge: number) => timeline.start + edge * timeline.binMillis;
  const { whole } = timeline;
  const range = { from: millis(from), to: millis(to) };
  return range.from <= whole.from && range.to >= whole.to ? null : range;
}

/** The brush after a key on one of its edges, which lie between two bars from then on; null for a key that moves none. Without a brush, all is brushed. */
export function movedBrush(brush: Brush | null, edge: BrushEdge, { key, shiftKey }: { readonly key: string; readonly shiftKey: boolean }, bars: number): Brush | null {
  const { from, to } = brush ?? { from: 0, to: bars };
  const at = edge === 'from' ? Math.floor(from) : Math.ceil(to);
  const moved = movedEdge(at, key, shiftKey ? LEAP : 1, bars);
  if (moved === null) return null;
  return edge === 'from'
    ? { from: Math.max(0, Math.min(moved, Math.ceil(to) - 1)), to: Math.ceil(to) }
    : { from: Math.floor(from), to: Math.min(bars, Math.max(moved, Math.floor(from) + 1)) };
}

function movedEdge(at: number, key: string, step: number, bars: number): number | null {
  switch (key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return at - step;
    case 'ArrowRight':
    case 'ArrowUp':
      return at + step;
    case 'PageDown':
      return at - LEAP;
    case 'PageUp':
      return at + LEAP;
    case 'Home':
      return 0;
    case 'End':
      return bars;
    default:
      return null;
  }
}

/** From one place to another, as shares of the chart's width; null where the pointer did not leave a bar. */
export function drawnBrush(from: number, to: number, bars: number): Brush | null {
  const [low, high] = [Math.min(from, to), Math.max(from, to)].map((share) => Math.min(1, Math.max(0, share)) * bars);
  const brush = { from: Math.floor(low), to: Math.ceil(high) };
  return brush.to - brush.from < 2 ? null : brush;
}

/** The events of the bars in a brush; null where an edge cuts a bar. */
export function brushedEvents(timeline: Timeline, { from, to }: Brush): number | null {
  if (!Number.isInteger(from) || !Number.isInteger(to)) return null;
  return timeline.counts.reduce((sum, counts) => sum + counts.slice(from, to).reduce((inside, count) => inside + count, 0), 0);
}
