import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from '@playwright/test';
import type JSZip from 'jszip';
import { findBrowser, launchArguments } from '@/e2e/find-browser';
import { serveFolder } from '@/e2e/static-server';
import type { BenchData } from './bench-data';
import { middleOf } from './run-steps';

const OUT = fileURLToPath(new URL('../../out', import.meta.url));
const JSZIP_SCRIPT = createRequire(import.meta.url).resolve('jszip/dist/jszip.min.js');
const FIELD = 'bench-file';

export interface BrowserResults {
  readonly version: string;
  /** Milliseconds, the middle of the runs. */
  readonly millis: Readonly<Record<'JSZip' | 'DecompressionStream' | 'analytics' | 'sample', number>>;
}

/** Everything in Chromium, or why it cannot be measured. Each run has a page of its own, as a visitor has. */
export async function runBrowserSteps(data: BenchData, rounds: number): Promise<BrowserResults | string> {
  if (!existsSync(OUT)) return 'the app is not built (npm run build)';
  const executablePath = findBrowser();
  if (executablePath === null) return 'no Chromium was found';
  const server = await serveFolder(OUT);
  const browser = await chromium.launch({ executablePath, args: launchArguments() });
  try {
    const runs: Record<string, number>[] = [];
    for (let round = 0; round < rounds; round++) {
      runs.push({
        JSZip: await onPage(browser, server.url, (page) => inflate(page, data, 'JSZip')),
        DecompressionStream: await onPage(browser, server.url, (page) => inflate(page, data, 'DecompressionStream')),
        analytics: await onPage(browser, server.url, (page) => untilAnalytics(page, 'change', () => page.getByLabel('Dataset file').first().setInputFiles(data.archive))),
        sample: await onPage(browser, server.url, (page) => untilAnalytics(page, 'click', () => page.getByRole('button', { name: 'Open the sample' }).click())),
      });
    }
    const { millis } = middleOf(runs.map((each) => ({ millis: each, peakMiB: 0 })));
    const { JSZip, DecompressionStream, analytics, sample } = millis;
    return { version: browser.version(), millis: { JSZip, DecompressionStream, analytics, sample } };
  } finally {
    await browser.close();
    await server.close();
  }
}

async function onPage(browser: Browser, url: string, measure: (page: Page) => Promise<number>): Promise<number> {
  // The page forbids foreign scripts; the benchmark brings its own JSZip.
  const context = await browser.newContext({ bypassCSP: true, serviceWorkers: 'block' });
  try {
    const page = await context.newPage();
    await page.goto(url);
    await page.locator('html[data-idle=true]').waitFor();
    return await measure(page);
  } finally {
    await context.close();
  }
}

/** From the file to its member's bytes, dropped as they come (JSZip can only keep them). */
async function inflate(page: Page, data: BenchData, how: 'JSZip' | 'DecompressionStream'): Promise<number> {
  await page.addScriptTag({ path: JSZIP_SCRIPT });
  await page.evaluate((id) => {
    const field = document.createElement('input');
    field.type = 'file';
    field.id = id;
    document.body.append(field);
  }, FIELD);
  await page.locator(`#${FIELD}`).setInputFiles(data.archive);
  return page.evaluate(
    async ({ id, isNative }) => {
      const file = (document.getElementById(id) as HTMLInputElement).files?.[0];
      if (!file) throw new Error('No file was given');
      const start = performance.now();
      const zip = await (window as unknown as { JSZip: JSZip }).JSZip.loadAsync(await file.arrayBuffer());
      const [member] = zip.file(/\.json$/);
      if (isNative) {
        const packed = (member as unknown as { _data: { compressedContent: Uint8Array<ArrayBuffer> } })._data.compressedContent;
        const reader = new Blob([packed]).stream().pipeThrough(new DecompressionStream('deflate-raw')).getReader();
        while (!(await reader.read()).done);
      } else {
        await member.async('uint8array');
      }
      return performance.now() - start;
    },
    { id: FIELD, isNative: how === 'DecompressionStream' },
  );
}

/** From the event with which `open` sets off an opening to five analytics on screen, by the page's own clock. */
async function untilAnalytics(page: Page, event: 'change' | 'click', open: () => Promise<void>): Promise<number> {
  await page.evaluate((type) => {
    document.addEventListener(type, () => performance.mark('bench: asked'), { capture: true, once: true });
    new MutationObserver((_records, observer) => {
      const links = document.querySelectorAll('nav[aria-label="Hunt"] ol a');
      if (links.length < 5) return;
      observer.disconnect();
      // Painted by the frame after the next.
      requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('bench: analytics on screen')));
    }).observe(document.body, { childList: true, subtree: true });
  }, event);
  await open();
  await page.waitForFunction(() => performance.getEntriesByName('bench: analytics on screen').length > 0, undefined, { timeout: 120_000 });
  return page.evaluate(() => performance.measure('bench', 'bench: asked', 'bench: analytics on screen').duration);
}
