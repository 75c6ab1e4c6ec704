import { expect, it } from 'vitest';
import { bytesText, countText, limitText } from './format';

it.each([
  [0, '0 B'],
  [999, '999 B'],
  [1_000, '1.0 kB'],
  [665_742, '665.7 kB'],
  [999_949, '999.9 kB'],
  [999_950, '1.0 MB'],
  [120_231_610, '120.2 MB'],
  [5_000_000_000_000, '5000.0 GB'],
])('%d bytes are %s', (bytes, text) => expect(bytesText(bytes)).toBe(text));

it.each([
  [0, '0 events'],
  [1, '1 event'],
  [25_993, '25,993 events'],
])('%d is %s', (count, text) => expect(countText(count, 'event')).toBe(text));

it('a limit is told as a power of two', () => expect([2 ** 29, 8 * 2 ** 30].map(limitText)).toEqual(['0.5 GiB', '8 GiB']));
