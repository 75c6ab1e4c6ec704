import { describe, expect, it } from 'vitest';
import { scanCodes } from './scan-code.test-support';
import { qrCode, QUIET } from './qr-code';
import { LONGEST_CODE } from './qr-path';

const SHORT = 'https://huntbook.example/#v=1&dataset=sample&analytic=IV&reading=hardened';
const LONGEST = `${SHORT}&filters=`.padEnd(LONGEST_CODE, 'Abc/1-_,.:@%20');

/** The code as the page draws it on a square of pixels: black where a pixel's centre is in the path. */
function drawn(text: string, pixels: number): Uint8Array {
  const { path, side } = qrCode(text);
  const dark = new Set([...path.matchAll(/M(\d+) (\d+)h(\d+)/g)].flatMap(([, x, y, width]) => Array.from({ length: Number(width) }, (_, i) => side * (Number(y) + QUIET) + Number(x) + QUIET + i)));
  const module = (pixel: number) => Math.floor(((pixel + 0.5) * side) / pixels);
  return Uint8Array.from({ length: pixels * pixels }, (_, at) => (dark.has(side * module(Math.floor(at / pixels)) + module(at % pixels)) ? 0 : 255));
}

/** As a phone sees it from the last row: turned, out of focus, on a grey wall. */
function photographed(grey: Uint8Array, pixels: number, degrees: number): Uint8Array {
  const [cos, sin] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
  const side = Math.ceil(pixels * 1.4);
  const at = (x: number, y: number) => (x < 0 || y < 0 || x >= pixels || y >= pixels ? 170 : 40 + 0.6 * grey[pixels * Math.floor(y) + Math.floor(x)]);
  return Uint8Array.from({ length: side * side }, (_, i) => {
    let sum = 0;
    for (let spot = 0; spot < 9; spot++) {
      const [u, v] = [(i % side) - side / 2 + ((spot % 3) - 1) / 2, Math.floor(i / side) - side / 2 + (Math.floor(spot / 3) - 1) / 2];
      sum += at(cos * u + sin * v + pixels / 2, cos * v - sin * u + pixels / 2);
    }
    return sum / 9;
  });
}

describe('a code is scanned', () => {
  // 72 % of a window of 1440 × 900 and of 390 × 844, as qr-dialog.tsx has it, on a screen with one pixel per point.
  for (const pixels of [648, 280]) {
    it.each([
      ['a short link', SHORT],
      ['the longest that a code is made of', LONGEST],
    ])(`%s, on ${pixels} pixels`, async (_what, text) => {
      expect(await scanCodes({ width: pixels, height: pixels, grey: drawn(text, pixels) })).toEqual([text]);
    });
  }

  it('the longest from a projector, photographed', async () => {
    const side = Math.ceil(648 * 1.4);
    expect(await scanCodes({ width: side, height: side, grey: photographed(drawn(LONGEST, 648), 648, 9) })).toEqual([LONGEST]);
  });
});
