import { describe, expect, it } from 'vitest';
import { dayAndTime, timeBetween, timeOfDay } from './time-text';

const at = (iso: string) => ({ time: iso, millis: Date.parse(iso) });
const unreadable = { time: 'yesterday', millis: null };

describe('times', () => {
  it('are those of UTC, to the millisecond', () => {
    expect(timeOfDay(at('2020-09-22T20:53:32.341+02:00'))).toBe('18:53:32.341');
    expect(dayAndTime(at('2020-09-22T18:53:32Z'))).toBe('2020-09-22 18:53:32.000');
  });

  it('stay as written where they cannot be read', () => {
    expect([timeOfDay(unreadable), dayAndTime(unreadable), dayAndTime({ time: null, millis: null })]).toEqual(['yesterday', 'yesterday', 'no time']);
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
