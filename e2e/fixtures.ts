import { fileURLToPath } from 'node:url';
import { test as base, expect, type Page } from '@playwright/test';
import { madeArchives } from './made-archives';
import { serveOtherOrigin, type OtherOrigin } from './other-origin';
import { serveFolder, type RunningServer } from './static-server';

const OUT = fileURLToPath(new URL('../out', import.meta.url));

interface Options {
  /** What a test means to provoke in the console; anything else there fails it. */
  readonly expectedInConsole: RegExp | null;
}

interface Fixtures {
  /** The app's home, idle. */
  readonly home: Page;
  readonly problems: readonly string[];
}

interface Servers {
  readonly site: RunningServer;
  readonly otherOrigin: OtherOrigin;
}

/** The tests' own `test`: a server for the app, one for another origin, and no error in the console unseen. */
export const test = base.extend<Options & Fixtures, Servers>({
  site: [
    async ({}, use) => {
      const site = await serveFolder(OUT);
      await use(site);
      await site.close();
    },
    { scope: 'worker' },
  ],
  otherOrigin: [
    async ({}, use) => {
      const server = await serveOtherOrigin(await madeArchives());
      await use(server);
      await server.close();
    },
    { scope: 'worker' },
  ],
  baseURL: async ({ site }, use) => use(site.url),
  expectedInConsole: [null, { option: true }],
  problems: [
    async ({ page, expectedInConsole }, use) => {
      const problems = await watchForProblems(page);
      await use(problems);
      expect(problems.filter((problem) => expectedInConsole?.test(problem) !== true)).toEqual([]);
    },
    { auto: true },
  ],
  home: async ({ page }, use) => {
    await page.goto('.');
    await idle(page);
    await use(page);
  },
});

export { expect };

/** The page says when nothing is under way; no test waits for a clock. */
export async function idle(page: Page): Promise<void> {
  await expect(page.locator('html')).toHaveAttribute('data-idle', 'true', { timeout: 30_000 });
}

/** What Playwright itself writes where `serviceWorkers` is 'block'. */
const BLOCKED = 'Service Worker registration blocked by Playwright';

/** Console errors and warnings, uncaught errors, and what the Content Security Policy stopped. */
async function watchForProblems(page: Page): Promise<readonly string[]> {
  const problems: string[] = [];
  page.on('console', (message) => {
    if (message.text() === BLOCKED) return;
    if (message.type() === 'error' || message.type() === 'warning') problems.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => problems.push(`uncaught: ${error.message}`));
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy: ${event.violatedDirective} stopped ${event.blockedURI} ${event.sample}`);
    });
  });
  return problems;
}
