import { describe, expect, it } from 'vitest';
import type { Timeline } from '@/lib/engine/engine';
import { hitLanes, MOST_LANES } from './hit-lanes';

const hit = (analytic: string, millis: number, row = 0) => ({ analytic, millis, row, ref: { member: 0, line: millis + 1 } });
const timeline: Timeline = {
  field: 't', whole: { from: 0, to: 100 }, start: 0, binMillis: 10, series: ['Security'], counts: [new Array<number>(10).fill(1)],
  hits: [hit('I', 42), hit('I', 5, 1), hit('II', 41), hit('I', 49, 2)],
};
const reading = (analytic: string) => ({ analytic, reading: 'sql' }) as const;

describe('hitLanes', () => {
  it('has a lane an analytic, a mark a bar, in order of time', () => {
    expect(hitLanes(timeline, [reading('I'), reading('II')]).map(({ label, marks }) => [label, marks.map(({ bin, hits, hit: first }) => [bin, hits, first.row])])).toEqual([
      ['I', [[0, 1, 1], [4, 2, 0]]],
      ['II', [[4, 1, 0]]],
    ]);
  });

  it('puts what has no room into the last', () => {
    const lanes = hitLanes(timeline, ['A', 'B', 'C', 'D', 'E', 'I', 'II'].map(reading));
    expect(lanes).toHaveLength(MOST_LANES);
    expect(lanes.at(-1)).toMatchObject({ label: '+2', analytics: ['I', 'II'], marks: [{ bin: 0 }, { bin: 4, hits: 3 }] });
  });

  it('is as high before the timeline is known', () => {
    expect(hitLanes(null, [reading('I')])).toEqual([{ label: 'I', analytics: ['I'], marks: [] }]);
  });
});
