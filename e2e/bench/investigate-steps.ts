import type { Page } from '@playwright/test';
import type { Method, ToWorker } from '@/lib/engine/messages';
import { measureScrolling, type ScrollResult } from './scroll-steps';

/** From an input to its answer on screen, in milliseconds: the worst of several. */
export interface InvestigateResult {
  /** A letter typed in search: count, first rows and facets of what has been found by then. */
  readonly typingMillis: number;
  /** The same letters, until the text was looked for in every event. */
  readonly searchedMillis: number;
  readonly facetMillis: number;
  readonly brushMillis: number;
  readonly scroll: ScrollResult;
}

const TYPED = ['powershell', 'lsass', 'c$'];
const FACET_TOGGLES = 8;
const BRUSHES = [0.2, 0.5, 0.35, 0.7, 0.9];
/** As somebody types who types fast. */
const BETWEEN_KEYS_MILLIS = 120;

/** What the page asks its engine for when a filter changes; all of it must be on screen. */
const ANSWERS: readonly Method[] = ['eventCount', 'events', 'facets'];

/** Works in the section Events of the dataset that is open on the page, as an analyst would. The page must have been given `catchEngine`. */
export async function measureInvestigation(page: Page): Promise<InvestigateResult> {
  await page.getByRole('navigation', { name: 'Hunt' }).getByRole('link', { name: 'Events', exact: true }).click();
  await page.getByRole('grid', { name: 'Events' }).waitFor();
  await idle(page);
  // The first of each kind decodes columns and compiles code: whoever investigates does it hundreds of times.
  await measureTyping(page, 'user');
  await measureFacets(page, 2);
  await measureBrushes(page, BRUSHES.slice(0, 1));
  const typing = [];
  for (const text of TYPED) typing.push(await measureTyping(page, text));
  return {
    typingMillis: Math.max(...typing.map(({ first }) => first)),
    searchedMillis: Math.max(...typing.map(({ whole }) => whole)),
    facetMillis: await measureFacets(page, FACET_TOGGLES),
    brushMillis: await measureBrushes(page, BRUSHES),
    scroll: await measureScrolling(page),
  };
}

async function measureTyping(page: Page, text: string): Promise<{ readonly first: number; readonly whole: number }> {
  const field = page.getByRole('searchbox', { name: 'Search the text of all events' });
  await field.fill('');
  await idle(page);
  await field.focus();
  let first = 0;
  for (const letter of text) {
    await expectAnswer(page, 'keydown');
    await page.keyboard.press(letter);
    first = Math.max(first, await untilAnswered(page));
    await page.waitForTimeout(BETWEEN_KEYS_MILLIS);
  }
  // By the page's own clock, from the last letter.
  const whole = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const timer = setInterval(() => {
          if (document.documentElement.dataset.idle !== 'true') return;
          clearInterval(timer);
          resolve(performance.now() - Number(Reflect.get(window, 'benchAsked')));
        }, 5);
      }),
  );
  await field.fill('');
  await idle(page);
  return { first, whole };
}

async function measureFacets(page: Page, toggles: number): Promise<number> {
  const values = page.getByRole('list', { name: /^Values of / }).getByRole('button', { name: /^Only / });
  let worst = 0;
  for (let i = 0; i < toggles; i++) {
    const value = values.nth(i >> 1);
    await expectAnswer(page, 'click');
    await value.click();
    worst = Math.max(worst, await untilAnswered(page));
    await idle(page);
  }
  return worst;
}

async function measureBrushes(page: Page, ends: readonly number[]): Promise<number> {
  const plot = await page.getByRole('slider', { name: 'Selected from' }).locator('xpath=..').boundingBox();
  if (plot === null) throw new Error('The timeline is not on screen');
  const { x, y, width, height } = plot;
  let worst = 0;
  for (const end of ends) {
    await page.mouse.move(x + width * 0.1, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width * end, y + height / 2, { steps: 5 });
    await expectAnswer(page, 'pointerup');
    await page.mouse.up();
    worst = Math.max(worst, await untilAnswered(page));
    await idle(page);
  }
  await page.getByRole('button', { name: 'Clear selection' }).click();
  await idle(page);
  return worst;
}

/**
 * Before the input, which else might come first: the time runs from the next such event, by its own time stamp, until all that the page asks
 * for a changed filter has been answered and painted.
 */
async function expectAnswer(page: Page, event: 'keydown' | 'click' | 'pointerup'): Promise<void> {
  await page.evaluate(
    ({ name, methods }) => {
      const asked = Reflect.get(window, 'benchCalls') as unknown[];
      asked.length = 0;
      Reflect.set(window, 'benchAsked', undefined);
      addEventListener(name, ({ timeStamp }) => Reflect.set(window, 'benchAsked', timeStamp), { once: true, capture: true });
      const answer = new Promise<number>((resolve) => {
        const calls = Reflect.get(window, 'benchCalls') as readonly { readonly method: string; readonly filter: string; readonly isAnswered: boolean }[];
        const timer = setInterval(() => {
          const asked: unknown = Reflect.get(window, 'benchAsked');
          const filter = calls.findLast(({ method }) => method === 'eventCount')?.filter;
          const isAnswered = methods.every((method) => calls.some((call) => call.method === method && call.filter === filter && call.isAnswered));
          if (typeof asked !== 'number' || !isAnswered) return;
          clearInterval(timer);
          // Painted by the frame after the next.
          requestAnimationFrame(() => requestAnimationFrame(() => resolve(performance.now() - asked)));
        }, 1);
      });
      Reflect.set(window, 'benchAnswer', answer);
    },
    { name: event, methods: ANSWERS },
  );
}

function untilAnswered(page: Page): Promise<number> {
  return page.evaluate(() => Reflect.get(window, 'benchAnswer') as Promise<number>);
}

async function idle(page: Page): Promise<void> {
  await page.locator('html[data-idle=true]').waitFor();
}

/** In the page, before its own scripts: keeps the page's worker, and what it was asked of events under a filter. */
export function catchEngine(): void {
  const calls: { method: string; filter: string; isAnswered: boolean }[] = [];
  const open = new Map<number, { isAnswered: boolean }>();
  Reflect.set(window, 'benchCalls', calls);
  window.Worker = class extends Worker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      Reflect.set(window, 'benchWorker', this);
      this.addEventListener('message', ({ data }: MessageEvent<{ readonly id: number; readonly kind: string }>) => {
        const call = open.get(data.id);
        if (call && data.kind === 'result') call.isAnswered = true;
      });
    }

    override postMessage(message: ToWorker): void {
      if (message.kind === 'call') {
        const [first] = message.call.args as readonly unknown[];
        const filter = message.call.method === 'eventCount' ? first : (first as { readonly filter?: unknown } | undefined)?.filter;
        if (filter !== undefined) {
          const call = { method: message.call.method, filter: JSON.stringify(filter), isAnswered: false };
          calls.push(call);
          open.set(message.id, call);
        }
      }
      super.postMessage(message);
    }
  };
}
