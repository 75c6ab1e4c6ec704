import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { expect, it } from 'vitest';
import { decodeViewState } from '@/lib/url/decode-view-state';

const script = readFileSync(fileURLToPath(new URL('../public/theme.js', import.meta.url)), 'utf8');

it.each([
  ['', undefined],
  ['#v=1&theme=dark', 'dark'],
  ['#v=1&dataset=https://example.org/a.zip&theme=light&analytic=II', 'light'],
  ['#theme=dark&theme=light', 'dark'],
  ['#theme=blue&theme=light', undefined],
  ['#v=1&mytheme=dark', undefined],
])('before the first paint, %j is shown in the theme that the view will have', (hash, theme) => {
  const dataset: { theme?: string } = {};
  runInNewContext(script, { location: { hash }, document: { documentElement: { dataset } } });
  expect(dataset.theme).toBe(theme);
  expect(decodeViewState(hash).state.theme ?? undefined).toBe(theme);
});
