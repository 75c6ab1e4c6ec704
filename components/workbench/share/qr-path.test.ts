import { expect, it } from 'vitest';
import { encode } from 'uqr';
import { LONGEST_CODE, qrPath } from './qr-path';

it('draws each run of dark modules once', () => {
  expect(qrPath([[true, true, false, true], [false, false, false, false], [false, true, true, true]])).toBe('M0 0h2v1h-2zM3 0h1v1h-1zM1 2h3v1h-3z');
});

it('covers the dark modules of a code and no others; the longest link stays coarse enough', () => {
  const { data, size } = encode('x'.repeat(LONGEST_CODE), { ecc: 'L', border: 0 });
  expect(size).toBeLessThan(100);
  const drawn = new Set([...qrPath(data).matchAll(/M(\d+) (\d+)h(\d+)/g)].flatMap(([, x, y, width]) => Array.from({ length: Number(width) }, (_, i) => `${Number(x) + i},${y}`)));
  expect(drawn).toEqual(new Set(data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`${x},${y}`] : [])))));
});
