import { expect, it } from 'vitest';
import { timeTicks } from './time-ticks';

const texts = (first: string, last: string, most: number) => timeTicks(Date.parse(first), Date.parse(last), most).map(({ text }) => text);

it.each([
  ['seconds', '2020-09-22T18:53:04Z', '2020-09-22T18:54:15Z', 6, ['18:53:15', '18:53:30', '18:53:45', '18:54:00', '18:54:15']],
  ['minutes', '2020-09-22T18:00:30Z', '2020-09-22T18:21:00Z', 6, ['18:05', '18:10', '18:15', '18:20']],
  ['hours of several days', '2026-03-09T20:00:50Z', '2026-03-11T11:54:47Z', 5, ['03-10 00:00', '03-10 12:00', '03-11 00:00']],
  ['days', '2026-03-09T20:00:00Z', '2026-03-12T11:00:00Z', 4, ['03-10', '03-11', '03-12']],
  ['milliseconds', '2026-03-09T20:00:00.010Z', '2026-03-09T20:00:00.031Z', 6, ['20:00:00.010', '20:00:00.015', '20:00:00.020', '20:00:00.025', '20:00:00.030']],
  ['years', '2001-01-01T00:00:00Z', '2026-01-01T00:00:00Z', 4, ['2009-12-22', '2019-12-20']],
])('marks %s', (_, first, last, most, expected) => {
  expect(texts(first, last, most)).toEqual(expected);
});

it('marks a single moment', () => {
  expect(texts('2026-03-09T20:00:00Z', '2026-03-09T20:00:00Z', 5)).toEqual(['20:00:00.000']);
});
