import { expect, it } from 'vitest';
import { timeBucket } from './time-bucket';

// In Berlin summer time ended on 2020-10-25 at 01:00 UTC, so that this day has 25 hours.
it.each([
  ['minute, UTC', '2020-09-22 18:53', 'minute', '2020-09-22T18:53:00.000Z', '2020-09-22T18:54:00.000Z'],
  ['minute, UTC+05:30', '2020-09-23 00:23', 'minute', '2020-09-22T18:53:00.000Z', '2020-09-22T18:54:00.000Z'],
  ['hour, Europe/Berlin', '2020-09-22 20:00', 'hour', '2020-09-22T18:00:00.000Z', '2020-09-22T19:00:00.000Z'],
  ['hour, Europe/Berlin', '2020-10-25 02:00 UTC+02:00', 'hour', '2020-10-25T00:00:00.000Z', '2020-10-25T01:00:00.000Z'],
  ['hour, Europe/Berlin', '2020-10-25 02:00 UTC+01:00', 'hour', '2020-10-25T01:00:00.000Z', '2020-10-25T02:00:00.000Z'],
  ['hour, Europe/London', '2020-10-25 01:00 UTC', 'hour', '2020-10-25T01:00:00.000Z', '2020-10-25T02:00:00.000Z'],
  ['day, Europe/Berlin', '2020-10-25', 'day', '2020-10-24T22:00:00.000Z', '2020-10-25T23:00:00.000Z'],
])('%s = %s', (field, value, unit, from, to) => {
  const bucket = timeBucket({ field, value });
  expect(bucket && [bucket.unit, new Date(bucket.time.from).toISOString(), new Date(bucket.time.to).toISOString()]).toEqual([unit, from, to]);
});

it.each([['Hostname', '2020-09-22 18:53'], ['minute, Nowhere/Else', '2020-09-22 18:53'], ['minute, UTC', 'missing'], ['day, UTC', '2020-99-99']])('is none: %s = %s', (field, value) => {
  expect(timeBucket({ field, value })).toBeNull();
});
