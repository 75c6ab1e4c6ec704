import { expect, it } from 'vitest';
import { timeTicks } from './time-ticks';

const texts = (first: string, last: string, most: number, zone = 'UTC') => timeTicks(Date.parse(first), Date.parse(last), most, zone).map(({ text }) => text);

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

it.each([
  // 18:45 to 21:15 UTC is 00:15 to 02:45 in Kolkata, half an hour off the round hours of UTC.
  ['a zone of half hours', '2020-09-22T18:45:00Z', '2020-09-22T21:15:00Z', 4, 'Asia/Kolkata', ['01:00', '02:00']],
  // Berlin shows 01:00, then 03:00 (an hour later), …: there is no 02:00.
  ['the night in which the clocks go forward', '2020-03-29T00:00:00Z', '2020-03-29T03:00:00Z', 5, 'Europe/Berlin', ['01:00', '03:00', '04:00', '05:00']],
  // 02:00 comes twice, at 00:00 and at 01:00 UTC, and is marked once.
  ['the night in which they go back', '2020-10-24T23:00:00Z', '2020-10-25T03:00:00Z', 6, 'Europe/Berlin', ['01:00', '02:00', '03:00', '04:00']],
  // Days begin at midnight of the zone.
  ['days', '2026-03-09T20:00:00Z', '2026-03-12T11:00:00Z', 4, 'America/New_York', ['03-10', '03-11', '03-12']],
])('marks %s', (_, first, last, most, zone, expected) => {
  expect(texts(first, last, most, zone)).toEqual(expected);
});

it('marks a day where it begins in the zone, before and after a change of clocks', () => {
  const ticks = timeTicks(Date.parse('2021-03-13T00:00:00Z'), Date.parse('2021-03-16T00:00:00Z'), 4, 'America/New_York');
  expect(ticks.map(({ millis }) => new Date(millis).toISOString())).toEqual(['2021-03-13T05:00:00.000Z', '2021-03-14T05:00:00.000Z', '2021-03-15T04:00:00.000Z']);
});
