import { expect, it } from 'vitest';
import { rangeWords, valueWords } from './filter-words';

it('names what is missing and what is empty', () => {
  expect([null, '', '0x2'].map(valueWords)).toEqual(['no value', 'empty text', '0x2']);
});

// 18:53:04Z by date(1).
it('writes the day of a range once where it is one', () => {
  expect(rangeWords({ from: 1_600_800_784_000, to: 1_600_800_855_500 }, 'UTC')).toBe('2020-09-22 18:53:04.000 – 18:54:15.500');
  expect(rangeWords({ from: 1_600_800_784_000, to: 1_600_800_784_000 + 86_400_000 }, 'UTC')).toBe('2020-09-22 18:53:04.000 – 2020-09-23 18:53:04.000');
});
