import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { decodeViewState } from '@/lib/url/decode-view-state';

const script = readFileSync(fileURLToPath(new URL('../public/theme.js', import.meta.url)), 'utf8');

interface Shown {
  theme?: string;
  size?: string;
}

/** What the script puts on the root element; `kept` is what the device's storage holds. */
function shown(hash: string, kept: string | null): Shown {
  const dataset: Shown = {};
  runInNewContext(script, { location: { hash }, localStorage: { getItem: () => kept }, document: { documentElement: { dataset } } });
  return dataset;
}

it.each([
  ['', null, undefined],
  ['', 'large', 'large'],
  ['#v=1&size=large', null, 'large'],
  ['#v=1&size=huge', null, undefined],
  ['#v=1&theme=dark', '<b>', undefined],
])('before the first paint, %j on a device that keeps %j is shown at the size %j', (hash, kept, size) => {
  expect(shown(hash, kept).size).toBe(size);
});

it('a device that forbids storage has the normal size', () => {
  const dataset: Shown = {};
  const storage = { getItem: () => { throw new Error('forbidden'); } };
  runInNewContext(script, { location: { hash: '#v=1&theme=dark' }, localStorage: storage, document: { documentElement: { dataset } } });
  expect(dataset).toEqual({ theme: 'dark' });
});

it.each([
  ['', undefined],
  ['#v=1&theme=dark', 'dark'],
  ['#v=1&dataset=https://example.org/a.zip&theme=light&analytic=II', 'light'],
  ['#theme=dark&theme=light', 'dark'],
  ['#theme=blue&theme=light', undefined],
  ['#v=1&mytheme=dark', undefined],
])('before the first paint, %j is shown in the theme that the view will have', (hash, theme) => {
  const dataset = shown(hash, null);
  expect(dataset.theme).toBe(theme);
  expect(decodeViewState(hash).state.theme ?? undefined).toBe(theme);
});
