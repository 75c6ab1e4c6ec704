import { describe, expect, it } from 'vitest';
import { isTimeZone, offsetText, wallClock, zoneOffset } from './time-zone';

const at = (iso: string) => Date.parse(iso);

describe('wallClock', () => {
  // Berlin's clocks go from 02:00 to 03:00 at 01:00 UTC on the last Sunday of March, and from 03:00 to 02:00 at 01:00 UTC on the last of
  // October (Directive 2000/84/EC); New York's at 02:00 local time on the second Sunday of March and the first of November.
  it.each([
    ['UTC', '2020-09-22T18:53:32.341Z', '2020-09-22T18:53:32.341'],
    ['+05:30', '2020-09-22T18:53:32.341Z', '2020-09-23T00:23:32.341'],
    ['-03:30', '2020-01-01T00:00:00Z', '2019-12-31T20:30:00.000'],
    ['Europe/Berlin', '2020-03-29T00:59:59.999Z', '2020-03-29T01:59:59.999'],
    ['Europe/Berlin', '2020-03-29T01:00:00.000Z', '2020-03-29T03:00:00.000'],
    ['Europe/Berlin', '2020-10-25T00:30:00Z', '2020-10-25T02:30:00.000'],
    ['Europe/Berlin', '2020-10-25T01:30:00Z', '2020-10-25T02:30:00.000'],
    ['America/New_York', '2021-03-14T06:59:59Z', '2021-03-14T01:59:59.000'],
    ['America/New_York', '2021-03-14T07:00:00Z', '2021-03-14T03:00:00.000'],
    ['America/New_York', '2021-11-07T05:30:00Z', '2021-11-07T01:30:00.000'],
    ['America/New_York', '2021-11-07T06:30:00Z', '2021-11-07T01:30:00.000'],
    // Half an hour of summer time, and a zone that skipped the 30th of December 2011.
    ['Australia/Lord_Howe', '2020-01-15T00:00:00Z', '2020-01-15T11:00:00.000'],
    ['Australia/Lord_Howe', '2020-07-15T00:00:00Z', '2020-07-15T10:30:00.000'],
    ['Pacific/Apia', '2011-12-30T09:59:59Z', '2011-12-29T23:59:59.000'],
    ['Pacific/Apia', '2011-12-30T10:00:00Z', '2011-12-31T00:00:00.000'],
    // Midnight is hour 0, not 24.
    ['Asia/Kathmandu', '2020-09-22T18:15:00.000Z', '2020-09-23T00:00:00.000'],
    // Before 1970, with a part of a second: the moment is rounded down, not to zero.
    ['Europe/London', '1969-12-31T23:59:59.250Z', '1970-01-01T00:59:59.250'],
  ])('in %s at %s shows %s', (zone, iso, shown) => {
    expect(wallClock(zone, at(iso))).toBe(shown);
  });

  it('agrees with the offset that it used, hour by hour over a year', () => {
    for (let millis = at('2020-01-01T00:00:00Z'); millis < at('2021-01-01T00:00:00Z'); millis += 3_600_000) {
      const summer = millis >= at('2020-03-29T01:00:00Z') && millis < at('2020-10-25T01:00:00Z');
      expect(zoneOffset('Europe/Berlin', millis)).toBe(summer ? 7_200_000 : 3_600_000);
    }
  });
});

it.each([
  ['UTC', 'UTC'],
  ['+00:00', 'UTC'],
  ['-09:30', 'UTC-09:30'],
  ['Europe/Berlin', 'UTC+02:00'],
  ['America/St_Johns', 'UTC-02:30'],
])('the offset of %s in September is told as %s', (zone, text) => expect(offsetText(zone, at('2020-09-22T18:53:32Z'))).toBe(text));

it.each(['UTC', 'Europe/Berlin', 'America/Argentina/Buenos_Aires', 'Etc/GMT+3', '+14:00', '-12:00', '+05:45'])('%s is a zone', (text) => {
  expect(isTimeZone(text)).toBe(true);
});

it.each(['', 'Mars/Olympus', '+5', '+05:60', '+19:00', '+99:00', '05:30', 'Europe/Berlin ', 'Europe//Berlin', '../Berlin', '<b>', 'x'.repeat(65)])('%j is none', (text) => {
  expect(isTimeZone(text)).toBe(false);
});
