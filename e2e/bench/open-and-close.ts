import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test';
import { findBrowser, launchArguments } from '@/e2e/find-browser';
import { serveFolder } from '@/e2e/static-server';
import { mebibytes, ratio, table } from './report';

const OUT = fileURLToPath(new URL('../../out', import.meta.url));
/**
 * By then the page has what it keeps for datasets (compiled code, what its allocators hold back): sixty openings of 131 MB of JSON each
 * left 466 MiB after 5, 493 after 10, 495 after 20, 514 after 25, 515 after 40 and 512 after 60.
 */
const FIRST_LOOK = 20;
const OPENINGS = FIRST_LOOK + 20;
const MOST_RATIO = 1.05;

/** What a page holds before and after twenty datasets are opened and closed in it, as two tables; or why it cannot be told. */
export async function openAndCloseReport(path: string): Promise<string> {
  const what = `${OPENINGS} datasets opened and closed in Chromium`;
  const executablePath = findBrowser();
  if (!existsSync(OUT) || executablePath === null) return `${what}: not measured: it needs a Chromium and npm run build`;
  const server = await serveFolder(OUT);
  const browser = await chromium.launch({ executablePath, args: [...launchArguments(), '--js-flags=--expose-gc'] });
  try {
    const page = await browser.newPage({ serviceWorkers: 'block' });
    await page.goto(server.url);
    await until(page, `document.documentElement.dataset.idle === 'true'`);
    const devTools = await page.context().newCDPSession(page);
    let first = 0;
    for (let opening = 1; opening <= OPENINGS; opening++) {
      await openAndClose(page, devTools, path);
      if (opening === FIRST_LOOK) first = await residentMiB(browser, page);
    }
    const last = await residentMiB(browser, page);
    return [
      table([[what, `after ${FIRST_LOOK}`, `after ${OPENINGS}`], ['memory of the page and its engine', mebibytes(first * 1024 ** 2), mebibytes(last * 1024 ** 2)]]),
      '',
      table([['Ratios', 'measured', 'aim'], ratio(`memory after ${OPENINGS} openings, over that after ${FIRST_LOOK}`, last / first, MOST_RATIO, 'at most')]),
    ].join('\n');
  } finally {
    await browser.close();
    await server.close();
  }
}

/** Without Playwright's locators: what they touch in a page, the page keeps (7,400 nodes a dataset). */
async function openAndClose(page: Page, devTools: CDPSession, path: string): Promise<void> {
  const { result } = await devTools.send('Runtime.evaluate', { expression: `document.querySelector('input[type=file][aria-label="Dataset file"]')` });
  if (result.objectId === undefined) throw new Error('The page has no field for a dataset');
  await devTools.send('DOM.setFileInputFiles', { files: [path], objectId: result.objectId });
  await devTools.send('Runtime.releaseObject', { objectId: result.objectId });
  await until(page, `document.querySelectorAll('nav[aria-label=Hunt] ol a').length >= 5 && document.documentElement.dataset.idle === 'true'`);
  await page.evaluate(`[...document.querySelectorAll('header button')].find((button) => button.textContent === 'Close').click()`);
  await until(page, `document.querySelector('nav[aria-label=Hunt]') === null && document.documentElement.dataset.idle === 'true'`);
}

async function until(page: Page, condition: string): Promise<void> {
  for (let tries = 0; tries < 1_200; tries++) {
    if (await page.evaluate<boolean>(condition)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`Never came: ${condition}`);
}

/** Of the page's renderer (proc(5), VmRSS), the largest one, after everything that can go has gone; NaN where the system does not tell. */
async function residentMiB(browser: Browser, page: Page): Promise<number> {
  for (let round = 0; round < 4; round++) {
    await page.evaluate('gc()');
    for (const worker of page.workers()) await worker.evaluate('gc()');
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const sizes = processInfo.flatMap(({ id, type }) => {
    const status = `/proc/${id}/status`;
    const resident = type === 'renderer' && existsSync(status) ? /^VmRSS:\s*(\d+) kB$/m.exec(readFileSync(status, 'utf8')) : null;
    return resident ? [Number(resident[1]) / 1024] : [];
  });
  return sizes.length === 0 ? Number.NaN : Math.max(...sizes);
}
