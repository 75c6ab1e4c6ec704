import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type Page } from '@playwright/test';
import { findBrowser, launchArguments } from '@/e2e/find-browser';
import { serveFolder } from '@/e2e/static-server';
import type { Answer, FromWorker, Method, ToWorker } from '@/lib/engine/messages';
import { HUNT_PATH } from './bench-files';
import { withAllEdited, withOneEdit } from './edited-hunts';
import { catchEngine, measureInvestigation, type InvestigateResult } from './investigate-steps';
import type { MadeFile } from './made-files';

const OUT = fileURLToPath(new URL('../../out', import.meta.url));
/** The middle of so many. */
const RUNS_AGAIN = 7;
/** What the page itself has not used. */
const FIRST_ID = 1_000_000;
const MOST_MS = 600_000;

export interface MadeResult {
  readonly file: MadeFile;
  /** From the choice of the file to five analytics on screen. */
  readonly openMillis: number;
  /** What was found before is kept, so this is what asking again takes. */
  readonly againMillis: number;
  /** With one reading edited. */
  readonly editedMillis: number;
  /** With all readings edited: read, compiled and run anew, over columns that are decoded. */
  readonly anewMillis: number;
  /** Of the process that holds the page and its worker; null where the system does not tell. */
  readonly peakMiB: number | null;
  /** Before the file was chosen. */
  readonly restMiB: number | null;
  /** Of the largest file, which has all events in one text. */
  readonly investigation: InvestigateResult | null;
}

/** Opens each file in a page of a browser of its own, or says why it cannot. @throws Error if an event is missing or in a wrong place */
export async function runMadeSteps(files: readonly MadeFile[]): Promise<readonly MadeResult[] | string> {
  if (!existsSync(OUT)) return 'the app is not built (npm run build)';
  const executablePath = findBrowser();
  if (executablePath === null) return 'no Chromium was found';
  const server = await serveFolder(OUT);
  const results: MadeResult[] = [];
  try {
    for (const file of files) {
      const browser = await chromium.launch({ executablePath, args: launchArguments() });
      try {
        results.push(await measure(browser, server.url, file));
      } finally {
        await browser.close();
      }
    }
  } finally {
    await server.close();
  }
  return results;
}

async function measure(browser: Browser, url: string, file: MadeFile): Promise<MadeResult> {
  const page = await browser.newPage({ serviceWorkers: 'block' });
  page.setDefaultTimeout(MOST_MS);
  await page.addInitScript(catchEngine);
  await page.goto(url);
  await page.locator('html[data-idle=true]').waitFor();
  const restMiB = await peakMiB(browser);
  const start = performance.now();
  await page.getByLabel('Dataset file').first().setInputFiles(file.path);
  await page.locator('nav[aria-label="Hunt"] ol a').nth(4).waitFor();
  const openMillis = performance.now() - start;
  await page.locator('html[data-idle=true]').waitFor();
  const documentText = readFileSync(HUNT_PATH, 'utf8');
  let id = FIRST_ID;
  const middleRun = async (textOf: (run: number) => string): Promise<number> => {
    const taken: number[] = [];
    for (let run = 0; run < RUNS_AGAIN; run++) {
      const { value, millis } = await ask<'runHunt'>(page, id++, { method: 'runHunt', args: [textOf(run)] });
      taken.push(millis);
      checkRows(value, file);
    }
    return taken.sort((a, b) => a - b)[RUNS_AGAIN >> 1];
  };
  const againMillis = await middleRun(() => documentText);
  const editedMillis = await middleRun((run) => withOneEdit(documentText, run + 1));
  const anewMillis = await middleRun((run) => withAllEdited(documentText, run + 1));
  if (file.isOneText) await checkLastEvent(page, id, file);
  const peak = await peakMiB(browser);
  return { file, openMillis, againMillis, editedMillis, anewMillis, peakMiB: peak, restMiB, investigation: file.isOneText ? await measureInvestigation(page) : null };
}

function checkRows({ analytics }: Answer<'runHunt'>, { rounds, what }: MadeFile): void {
  for (const { id, readings } of analytics) {
    const rows = readings.find(({ kind }) => kind === 'hardened')?.rowCount ?? 0;
    if (rounds === 0 ? rows > 0 : rows === 0 || rows % rounds !== 0) throw new Error(`${what}: analytic ${id} has ${rows} rows in ${rounds} rounds`);
  }
}

async function checkLastEvent(page: Page, id: number, { events, what }: MadeFile): Promise<void> {
  const { value } = await ask<'event'>(page, id, { method: 'event', args: [{ member: 0, line: events }] });
  const { RecordNumber } = JSON.parse(value.raw) as { RecordNumber: number };
  if (RecordNumber !== events) throw new Error(`${what}: the last of ${events} events has the number ${RecordNumber}`);
}

type Asked<M extends Method> = { readonly value: Answer<M>; readonly millis: number };

/** Asks the page's own engine, beside the page. */
function ask<M extends Method>(page: Page, id: number, call: Extract<ToWorker, { kind: 'call' }>['call']): Promise<Asked<M>> {
  return page.evaluate(
    (message) =>
      new Promise<Asked<M>>((resolve, reject) => {
        const worker = Reflect.get(window, 'benchWorker') as Worker;
        const start = performance.now();
        const answered = new AbortController();
        worker.addEventListener(
          'message',
          ({ data }: MessageEvent<FromWorker>) => {
            if (data.id !== message.id || data.kind === 'progress') return;
            answered.abort();
            if (data.kind === 'result') resolve({ value: data.value as Answer<M>, millis: performance.now() - start });
            else reject(new Error(JSON.stringify(data)));
          },
          { signal: answered.signal },
        );
        worker.postMessage(message);
      }),
    { kind: 'call', id, call } satisfies ToWorker,
  );
}

/** The largest resident size (proc(5), VmHWM) of the browser's renderers. */
async function peakMiB(browser: Browser): Promise<number | null> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  const peaks = processInfo
    .filter(({ type }) => type === 'renderer')
    .flatMap(({ id }) => {
      const path = `/proc/${id}/status`;
      const peak = existsSync(path) ? /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync(path, 'utf8')) : null;
      return peak ? [Number(peak[1]) / 1024] : [];
    });
  return peaks.length === 0 ? null : Math.max(...peaks);
}
