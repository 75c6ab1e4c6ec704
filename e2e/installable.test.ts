import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

interface Manifest extends Readonly<Record<string, unknown>> {
  readonly icons: readonly { readonly src: string; readonly type: string; readonly sizes: string; readonly purpose?: string }[];
}

const publicFile = (path: string) => readFileSync(new URL(`../public/${path}`, import.meta.url));
const manifest: Manifest = JSON.parse(publicFile('manifest.webmanifest').toString('utf8'));

/** Of a PNG (https://www.w3.org/TR/png-3/#11IHDR): "512x512", and whether any of it may be seen through. */
function png(path: string): { readonly size: string; readonly hasAlpha: boolean } {
  const bytes = publicFile(path);
  expect(bytes.subarray(1, 4).toString('latin1')).toBe('PNG');
  return { size: `${bytes.readUInt32BE(16)}x${bytes.readUInt32BE(20)}`, hasAlpha: (bytes[25] & 4) !== 0 || bytes.includes('tRNS', 0, 'latin1') };
}

/* What Chromium asks of an app that can be installed: https://web.dev/articles/install-criteria; e2e/offline.spec.ts asks Chromium itself. */

it('the app can be installed, wherever its folder lies', () => {
  expect(manifest).toMatchObject({ name: 'Huntbook', short_name: 'Huntbook', id: './', start_url: './', scope: './', display: 'standalone' });
  expect(manifest).not.toHaveProperty('prefer_related_applications');
  for (const { src } of manifest.icons) expect(src).toMatch(/^\.\//);
});

it('its icons are as large as it says, and there is one of each that a device asks for', () => {
  const pngs = manifest.icons.filter(({ type }) => type === 'image/png');
  for (const { src, sizes } of pngs) expect([src, png(src).size]).toEqual([src, sizes]);
  const plain = pngs.filter(({ purpose }) => purpose === undefined).map(({ sizes }) => sizes);
  expect(plain).toEqual(['192x192', '512x512']);
});

it('the icon that a device cuts to its own shape fills all of its square', () => {
  const maskable = manifest.icons.filter(({ purpose }) => purpose === 'maskable');
  expect(maskable.map(({ src }) => png(src))).toEqual([{ size: '512x512', hasAlpha: false }]);
});
