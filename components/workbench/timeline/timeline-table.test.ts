import { expect, it } from 'vitest';
import type { Timeline } from '@/lib/engine/engine';
import { timelineTable } from './timeline-table';

const start = Date.parse('2020-09-22T18:53:00Z');

it('has a line for each bar with something in it', () => {
  const timeline: Timeline = {
    field: '@timestamp',
    whole: { from: start, to: start + 180_000 },
    start,
    binMillis: 60_000,
    series: ['Security', 'System'],
    counts: [
      [2, 0, 1],
      [0, 0, 3],
    ],
    hits: [
      { analytic: 'I', row: 0, millis: start + 59_999, ref: { member: 0, line: 1 } },
      { analytic: 'I', row: 0, millis: start + 120_000, ref: { member: 0, line: 2 } },
    ],
  };
  expect(timelineTable({ ...timeline, others: [0, 4, 0] }, 'UTC')).toMatchObject({
    columns: ['From, UTC', 'Security', 'System', 'Left out by the filters', 'Hits'],
    rows: [['2020-09-22 18:53:00', 2, 0, 0, 1], ['2020-09-22 18:54:00', 0, 0, 4, 0], ['2020-09-22 18:55:00', 1, 3, 0, 1]],
  });
  expect(timelineTable(timeline, 'UTC')).toEqual({
    columns: ['From, UTC', 'Security', 'System', 'Hits'],
    rows: [
      ['2020-09-22 18:53:00', 2, 0, 1],
      ['2020-09-22 18:55:00', 1, 3, 1],
    ],
    bins: [0, 2],
  });
});

it('shows milliseconds where bars are that narrow', () => {
  const timeline: Timeline = { field: 't', whole: { from: start, to: start + 500 }, start, binMillis: 250, series: ['Other'], counts: [[0, 1]], hits: [] };
  expect(timelineTable(timeline, 'UTC').rows).toEqual([['2020-09-22 18:53:00.250', 1, 0]]);
  expect(timelineTable(timeline, 'Asia/Kolkata')).toMatchObject({ columns: ['From, Asia/Kolkata', 'Other', 'Hits'], rows: [['2020-09-23 00:23:00.250', 1, 0]] });
});
