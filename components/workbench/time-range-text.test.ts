import { expect, it } from 'vitest';
import { timeRangeText } from './time-range-text';

it.each([
  ['2020-09-22T18:53:04.123Z', '2020-09-22T18:54:15.999Z', '2020-09-22 18:53:04 – 18:54:15'],
  ['2024-03-04T06:00:00.000Z', '2024-03-06T18:00:00.000Z', '2024-03-04 06:00:00 – 2024-03-06 18:00:00'],
])('%s to %s', (first, last, text) => expect(timeRangeText(first, last)).toBe(text));
