import { expect, it } from 'vitest';
import { minuteText, timeRangeText } from './time-range-text';

it.each([
  ['2020-09-22T18:53:04.123Z', '2020-09-22T18:54:15.999Z', 'UTC', '2020-09-22 18:53:04 – 18:54:15 UTC'],
  ['2024-03-04T06:00:00.000Z', '2024-03-06T18:00:00.000Z', 'UTC', '2024-03-04 06:00:00 – 2024-03-06 18:00:00 UTC'],
  // One day in UTC, two in Kolkata; and the other way round in New York.
  ['2020-09-22T18:00:00.000Z', '2020-09-22T19:00:00.000Z', '+05:30', '2020-09-22 23:30:00 – 2020-09-23 00:30:00 UTC+05:30'],
  ['2020-09-22T23:00:00.000Z', '2020-09-23T01:00:00.000Z', 'America/New_York', '2020-09-22 19:00:00 – 21:00:00 America/New_York'],
  // Berlin's clocks went back at 01:00 UTC: an hour and a half later they show half an hour more.
  ['2020-10-25T00:00:00.000Z', '2020-10-25T01:30:00.000Z', 'Europe/Berlin', '2020-10-25 02:00:00 – 02:30:00 Europe/Berlin'],
])('%s to %s in %s', (first, last, zone, text) => expect(timeRangeText(first, last, zone)).toBe(text));

it('a minute is told with its zone', () => {
  expect(minuteText(Date.parse('2026-11-24T23:59:59Z'), 'Asia/Tokyo')).toBe('2026-11-25 08:59 Asia/Tokyo');
});
