import { describe, expect, it } from 'vitest';
import type { Timeline } from '@/lib/engine/engine';
import { brushedEvents, brushedTime, brushOf, drawnBrush, movedBrush, type BrushEdge } from './brush';

// Ten bars of a second, from the dataset's second 100 on; the dataset ends in the middle of the last.
const timeline: Timeline = {
  field: 't',
  whole: { from: 100_000, to: 109_501 },
  start: 100_000,
  binMillis: 1_000,
  series: ['Security', 'System'],
  counts: [
    [1, 2, 3, 0, 0, 0, 0, 0, 0, 4],
    [0, 0, 5, 0, 0, 0, 0, 0, 0, 0],
  ],
  hits: [],
};

describe('brush and time', () => {
  it('are one another', () => {
    expect(brushedTime(timeline, { from: 1, to: 3 })).toEqual({ from: 101_000, to: 103_000 });
    expect(brushOf(timeline, { from: 101_000, to: 103_000 })).toEqual({ from: 1, to: 3 });
  });

  it('over all bars is no filter, over all of a part is one', () => {
    expect(brushedTime(timeline, { from: 0, to: 10 })).toBeNull();
    expect(brushedTime({ ...timeline, start: 102_000 }, { from: 0, to: 10 })).toEqual({ from: 102_000, to: 112_000 });
  });

  it('a time is shown as far as the timeline goes', () => {
    expect(brushOf(timeline, { from: 99_000, to: 102_500 })).toEqual({ from: 0, to: 2.5 });
    expect(brushOf(timeline, { from: 10_000, to: 20_000 })).toBeNull();
  });

  it('counts what is in whole bars', () => {
    expect(brushedEvents(timeline, { from: 1, to: 3 })).toBe(2 + 3 + 5);
    expect(brushedEvents(timeline, { from: 1, to: 2.5 })).toBeNull();
  });
});

describe('keys', () => {
  it.each<[edge: BrushEdge, key: string, before: [number, number] | null, after: [number, number] | null]>([
    ['from', 'ArrowRight', null, [1, 10]],
    ['to', 'ArrowLeft', null, [0, 9]],
    ['from', 'ArrowLeft', null, [0, 10]],
    ['from', 'Shift ArrowRight', [2, 9], [8, 9]],
    ['to', 'Shift ArrowLeft', [2, 9], [2, 3]],
    ['from', 'End', [2, 9], [8, 9]],
    ['to', 'End', [2, 5], [2, 10]],
    ['from', 'Home', [2, 5], [0, 5]],
    ['to', 'PageDown', [2, 9], [2, 3]],
    // What came from a link snaps to the bars that it reaches into.
    ['from', 'ArrowRight', [2.5, 5.5], [3, 6]],
    ['to', 'ArrowRight', [2.5, 5.5], [2, 7]],
    ['to', 'x', [2, 5], null],
  ])('%s, %s: %j becomes %j', (edge, key, before, after) => {
    const brush = before && { from: before[0], to: before[1] };
    const moved = movedBrush(brush, edge, { key: key.replace('Shift ', ''), shiftKey: key.startsWith('Shift') }, 10);
    expect(moved && [moved.from, moved.to]).toEqual(after);
  });
});

describe('the pointer', () => {
  it('brushes every bar that it touched, either way, and no further than the chart', () => {
    expect(drawnBrush(0.25, 0.41, 10)).toEqual({ from: 2, to: 5 });
    expect(drawnBrush(0.41, 0.25, 10)).toEqual({ from: 2, to: 5 });
    expect(drawnBrush(0.85, 3, 10)).toEqual({ from: 8, to: 10 });
  });

  it('that stays on a bar brushes nothing', () => {
    expect(drawnBrush(0.31, 0.39, 10)).toBeNull();
  });
});
