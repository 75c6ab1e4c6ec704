import { describe, expect, it } from 'vitest';
import type { Timeline } from '@/lib/engine/engine';
import { hitLanes, MOST_LANES } from './hit-lanes';

const hit = (analytic: string, millis: number, row = 0) => ({ analytic, millis, row, ref: { member: 0, line: millis + 1 } });
const timeline: Timeline = {
  field: 't', whole: { from: 0, to: 100 }, start: 0, binMillis: 10, series: ['Security'], counts: [new Array<number>(10).fill(1)],
  hits: [hit('I', 42), hit('I', 5, 1), hit('II', 41), hit('I', 49, 2)],
};
const reading = (analytic: string) => ({ analytic, reading: 'sql' }) as const;

const none = () => new Set<number>();

describe('hitLanes', () => {
  it('counts what is known apart, and opens what is not', () => {
    // Of I, row 0 at 42 and row 2 at 49 stand in one bar; row 1 has its own.
    const marks = (...known: readonly number[]) => hitLanes(timeline, [reading('I')], () => new Set(known))[0].marks.map(({ hit: { row }, hits, known: of }) => [row, hits, of]);
    expect(marks(1)).toEqual([[1, 1, 1], [0, 2, 0]]);
    expect(marks(0)).toEqual([[1, 1, 0], [2, 2, 1]]);
    expect(marks(2)).toEqual([[1, 1, 0], [0, 2, 1]]);
    expect(marks(0, 2)).toEqual([[1, 1, 0], [0, 2, 2]]);
  });

  it('has a lane an analytic, a mark a bar, in order of time', () => {
    expect(hitLanes(timeline, [reading('I'), reading('II')], none).map(({ label, marks }) => [label, marks.map(({ bin, hits, hit: first }) => [bin, hits, first.row])])).toEqual([
      ['I', [[0, 1, 1], [4, 2, 0]]],
      ['II', [[4, 1, 0]]],
    ]);
  });

  it('puts what has no room into the last', () => {
    const lanes = hitLanes(timeline, ['A', 'B', 'C', 'D', 'E', 'I', 'II'].map(reading), none);
    expect(lanes).toHaveLength(MOST_LANES);
    expect(lanes.at(-1)).toMatchObject({ label: '+2', analytics: ['I', 'II'], marks: [{ bin: 0 }, { bin: 4, hits: 3 }] });
  });

  it('is as high before the timeline is known', () => {
    expect(hitLanes(null, [reading('I')], none)).toEqual([{ label: 'I', analytics: ['I'], marks: [] }]);
  });
});
