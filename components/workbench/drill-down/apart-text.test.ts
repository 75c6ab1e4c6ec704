import { expect, it } from 'vitest';
import { apartText, durationText } from './apart-text';

it.each([
  [0, 'at the same time'],
  [15, '15 ms later'],
  [-2_076, '2.076 s earlier'],
  [200_999, '3 min 20 s later'],
  [-7_500_000, '2 h 5 min earlier'],
])('says how far apart %i ms are', (millis, text) => {
  expect(apartText(millis)).toBe(text);
});

it('says how long whatever the sign', () => {
  expect([durationText(-1_861), durationText(999.6)]).toEqual(['1.861 s', '1.000 s']);
});
