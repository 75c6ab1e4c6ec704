import { expect, it } from 'vitest';
import { UserError } from '@/lib/base/user-error';
import { outOfMemory } from './out-of-memory';

function thrownBy(act: () => unknown): unknown {
  try {
    act();
    return null;
  } catch (error) {
    return error;
  }
}

it.each<[string, unknown, boolean]>([
  ['an array that finds no room here', thrownBy(() => new Uint8Array(2 ** 53 - 1)), true],
  ['a buffer that finds no room here', thrownBy(() => new ArrayBuffer(2 ** 52)), true],
  ['Chromium', new RangeError('Array buffer allocation failed'), true],
  ['Firefox', new Error('out of memory'), true],
  ['Safari', new RangeError('Out of memory'), true],
  ['a bug', new TypeError('x is not a function'), false],
  ['a failure that says what it is', new UserError({ code: 'corrupt', message: 'out of memory.zip is corrupt.', advice: '' }), false],
  ['no error', 'out of memory', false],
])('%s', (_, error, isSo) => {
  expect(outOfMemory(error)?.failure.code ?? null).toBe(isSo ? 'out-of-memory' : null);
});
