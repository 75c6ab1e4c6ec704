import { describe, expect, it } from 'vitest';
import { dayAndTime, dayOf, momentText, timeBetween, timeOfDay } from './time-text';

const at = (iso: string) => ({ time: iso, millis: Date.parse(iso) });
const unreadable = { time: 'yesterday', millis: null };

describe('times', () => {
  it('are those of UTC, to the millisecond', () => {
    expect(timeOfDay(at('2020-09-22T20:53:32.341+02:00'), 'UTC')).toBe('18:53:32.341');
    expect(dayAndTime(at('2020-09-22T18:53:32Z'), 'UTC')).toBe('2020-09-22 18:53:32.000');
  });

  it('are those of the zone that was chosen, across midnight too', () => {
    const late = at('2020-09-22T22:53:32.341Z');
    expect([timeOfDay(late, 'Europe/Berlin'), dayOf(late, 'Europe/Berlin'), dayOf(late, '-03:30')]).toEqual(['00:53:32.341', '2020-09-23', '2020-09-22']);
  });

  it('tell apart the two hours of the night in which the clocks go back', () => {
    const twice = ['2020-10-25T00:30:00Z', '2020-10-25T01:30:00Z'].map((iso) => momentText(at(iso), 'Europe/Berlin'));
    expect(twice).toEqual(['2020-10-25 02:30:00.000 UTC+02:00', '2020-10-25 02:30:00.000 UTC+01:00']);
  });

  it('stay as written where they cannot be read', () => {
    expect([timeOfDay(unreadable, 'Asia/Tokyo'), momentText(unreadable, 'UTC'), dayAndTime({ time: null, millis: null }, 'UTC')]).toEqual(['yesterday', 'yesterday', 'no time']);
  });

  it.each([
    ['2020-09-22T18:53:32.340Z', '2020-09-22T18:53:44.490Z', '12.150 s'],
    ['2020-09-22T18:53:00Z', '2020-09-22T18:56:20.900Z', '3 min 20 s'],
    ['2020-09-22T18:00:00Z', '2020-09-22T20:05:59Z', '2 h 5 min'],
  ])('between %s and %s lie %s', (from, to, between) => {
    expect(timeBetween(at(from), at(to))).toBe(between);
  });

  it('nothing lies between where a time cannot be read', () => {
    expect(timeBetween(unreadable, at('2020-09-22T18:53:00Z'))).toBeNull();
  });
});
