import { readFile, writeFile } from 'node:fs/promises';
import { deflateSync } from 'node:zlib';
import type { Page } from '@playwright/test';

const COLORS = 256;
const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * Writes a picture again with its 256 most frequent colours, the others each by the nearest of them: a third of the bytes, and
 * the difference is far below what the comparison sees. The page decodes it; what it shows is lost.
 */
export async function makeSmall(page: Page, path: string): Promise<void> {
  const { width, height, base64 } = await page.evaluate(async (png) => {
    const bitmap = await createImageBitmap(await (await fetch(`data:image/png;base64,${png}`)).blob());
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    if (context === null) throw new Error('no canvas');
    context.drawImage(bitmap, 0, 0);
    const { data } = context.getImageData(0, 0, bitmap.width, bitmap.height);
    let binary = '';
    for (let i = 0; i < data.length; i += 0x8000) binary += String.fromCharCode(...data.subarray(i, i + 0x8000));
    return { width: bitmap.width, height: bitmap.height, base64: btoa(binary) };
  }, (await readFile(path)).toString('base64'));
  await writeFile(path, paletted(width, height, Buffer.from(base64, 'base64')));
}

/** A PNG of a palette (PNG specification, sections 11.2.1 to 11.2.4), of four bytes a pixel that are all opaque. */
function paletted(width: number, height: number, pixels: Buffer): Buffer {
  const counts = new Map<number, number>();
  for (let i = 0; i < pixels.length; i += 4) counts.set(pixels.readUIntBE(i, 3), (counts.get(pixels.readUIntBE(i, 3)) ?? 0) + 1);
  const palette = [...counts].sort((a, b) => b[1] - a[1]).slice(0, COLORS).map(([color]) => color);
  const places = new Map([...counts.keys()].map((color) => [color, nearest(color, palette)]));
  const lines = Buffer.alloc((width + 1) * height);
  for (let i = 0, at = 0; i < pixels.length; i += 4) {
    if ((i / 4) % width === 0) lines[at++] = 0;
    lines[at++] = places.get(pixels.readUIntBE(i, 3)) ?? 0;
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 3, 0, 0, 0], 8);
  const colors = Buffer.from(palette.flatMap((color) => [color >> 16, (color >> 8) & 255, color & 255]));
  return Buffer.concat([SIGNATURE, chunk('IHDR', header), chunk('PLTE', colors), chunk('IDAT', deflateSync(lines, { level: 9 })), chunk('IEND', Buffer.alloc(0))]);
}

function nearest(color: number, palette: readonly number[]): number {
  let best = 0;
  let least = Infinity;
  for (const [place, other] of palette.entries()) {
    const distance = ((color >> 16) - (other >> 16)) ** 2 + (((color >> 8) & 255) - ((other >> 8) & 255)) ** 2 + ((color & 255) - (other & 255)) ** 2;
    if (distance < least) [best, least] = [place, distance];
  }
  return best;
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(checksum(body), body.length + 4);
  return framed;
}

/** CRC-32 as PNG has it; Node has its own only from 20.15 on. */
function checksum(bytes: Buffer): number {
  let crc = 0xffffffff;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  }
  return (crc ^ 0xffffffff) >>> 0;
}
