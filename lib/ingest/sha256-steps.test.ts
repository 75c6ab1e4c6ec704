import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { Sha256 } from './sha256-steps';

const bytes = Uint8Array.from({ length: 100_000 }, (_, i) => (Math.imul(i + 1, 2_654_435_761) >>> 13) & 0xff);

describe('Sha256 agrees with OpenSSL', () => {
  it.each([0, 1, 55, 56, 63, 64, 65, 119, 120, 128, 100_000])('on %i bytes', (length) => {
    const hash = new Sha256();
    hash.update(bytes.subarray(0, length));
    expect(hash.digest()).toBe(createHash('sha256').update(bytes.subarray(0, length)).digest('hex'));
  });

  it('however the bytes are cut', () => {
    const expected = createHash('sha256').update(bytes).digest('hex');
    for (const piece of [1, 7, 63, 64, 65, 4_097]) {
      const hash = new Sha256();
      for (let at = 0; at < bytes.length; at += piece) hash.update(bytes.subarray(at, at + piece));
      expect(hash.digest()).toBe(expected);
    }
  });
});
