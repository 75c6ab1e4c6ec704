import { createServer } from 'node:net';
import { chromium } from '@playwright/test';
import lighthouse, { desktopConfig } from 'lighthouse';
import { launchArguments } from './find-browser';
import { expect, test } from './fixtures';

const CATEGORIES = ['performance', 'accessibility', 'best-practices'];
const LEAST = 95;
const TRIES = 3;

/** A port that was free a moment ago: Lighthouse speaks to the browser over one. */
function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0));
    });
  });
}

for (const { name, hash } of [
  { name: 'home', hash: '' },
  { name: 'workbench', hash: '#v=1&dataset=sample&analytic=IV' },
]) {
  test(`Lighthouse gives the ${name} ${LEAST} or more in everything`, async ({ site, launchOptions }) => {
    const port = await freePort();
    const browser = await chromium.launch({ ...launchOptions, args: [...launchArguments(), `--remote-debugging-port=${port}`] });
    const best: Record<string, number> = {};
    // Another process may take the processor just then: the best of several runs counts.
    for (let i = 0; i < TRIES && (i === 0 || Object.values(best).some((score) => score < LEAST)); i++) {
      const result = await lighthouse(site.url + hash, { port, onlyCategories: CATEGORIES, logLevel: 'silent' }, desktopConfig);
      for (const [id, { score }] of Object.entries(result?.lhr.categories ?? {})) best[id] = Math.max(best[id] ?? 0, Math.round((score ?? 0) * 100));
    }
    await browser.close();
    for (const id of CATEGORIES) expect.soft(best[id], id).toBeGreaterThanOrEqual(LEAST);
  });
}
