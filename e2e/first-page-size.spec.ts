import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, test } from '@playwright/test';

const OUT = fileURLToPath(new URL('../out/', import.meta.url));
const BUDGET = 200 * 1024;

/** The scripts that the first page asks for; a browser of today leaves the `noModule` polyfill alone. */
function firstScripts(): string[] {
  const html = readFileSync(`${OUT}index.html`, 'utf8');
  const tags = html.match(/<(?:script|link)\b[^>]*>/g) ?? [];
  const scripts = tags.filter((tag) => !/\bnoModule\b/i.test(tag) && (tag.startsWith('<script') || /\bas="script"/.test(tag)));
  const sources = scripts.map((tag) => /\b(?:src|href)="([^"]+\.js)"/.exec(tag)?.[1]);
  return [...new Set(sources.filter((source) => source !== undefined))];
}

test('the scripts of the first page stay within 200 KB gzipped', () => {
  expect(existsSync(`${OUT}index.html`), 'run `npm run build` first').toBe(true);
  const scripts = firstScripts();
  expect(scripts.length).toBeGreaterThan(2);
  const bytes = scripts.map((script) => gzipSync(readFileSync(OUT + script)).length).reduce((sum, size) => sum + size, 0);
  console.log(`first page: ${scripts.length} scripts, ${(bytes / 1024).toFixed(1)} KB gzipped of ${BUDGET / 1024}`);
  expect(bytes).toBeLessThanOrEqual(BUDGET);
});
