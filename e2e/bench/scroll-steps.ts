import type { Page } from '@playwright/test';

export interface ScrollResult {
  /** The most that the page's scripts, styles and layout took of the main thread in one frame, in milliseconds of its own processor time. */
  readonly worstFrameMillis: number;
  readonly worstScriptMillis: number;
  /** Frames drawn while scrolling. */
  readonly frames: number;
  /** The longest that a row in view had no cells. */
  readonly blankMillis: number;
}

const WHEELS = 60;
const WHEEL_PIXELS = 240;
const PAGE_DOWNS = 30;
const BETWEEN_MILLIS = 25;

/** https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU: times in microseconds, `tdur` of the thread itself. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** Scrolls the table of events by the wheel, by PageDown and to its end and back, and looks at what each frame took of the main thread. */
export async function measureScrolling(page: Page): Promise<ScrollResult> {
  const grid = page.getByRole('grid', { name: 'Events' });
  await grid.scrollIntoViewIfNeeded();
  await grid.getByRole('gridcell').first().focus();
  await grid.hover();
  await page.locator('html[data-idle=true]').waitFor();
  await page.evaluate(watchBlankRows);
  const session = await page.context().newCDPSession(page);
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])));
  await session.send('Tracing.start', { traceConfig: { includedCategories: ['devtools.timeline', 'toplevel', 'disabled-by-default-devtools.timeline', 'v8.execute', 'v8', '__metadata'] }, transferMode: 'ReportEvents' });
  for (let i = 0; i < WHEELS; i++) {
    await page.mouse.wheel(0, i % 20 === 19 ? WHEEL_PIXELS * 20 : WHEEL_PIXELS);
    await page.waitForTimeout(BETWEEN_MILLIS);
  }
  for (let i = 0; i < PAGE_DOWNS; i++) {
    await page.keyboard.press('PageDown');
    await page.waitForTimeout(BETWEEN_MILLIS);
  }
  for (const key of ['Control+End', 'Control+Home', 'Control+End']) {
    await page.keyboard.press(key);
    await page.waitForTimeout(10 * BETWEEN_MILLIS);
  }
  const ended = new Promise<void>((resolve) => session.once('Tracing.tracingComplete', () => resolve()));
  await session.send('Tracing.end');
  await ended;
  await session.detach();
  const blankMillis = await page.evaluate(() => Number(Reflect.get(window, 'benchBlank')));
  return { ...worstFrame(events), blankMillis };
}

/** In the page: keeps the longest time that a row in view of the grid was without its cells. */
function watchBlankRows(): void {
  const grid = document.querySelector('[role=grid][aria-label=Events]');
  let since: number | null = null;
  Reflect.set(window, 'benchBlank', 0);
  setInterval(() => {
    const now = performance.now();
    const view = grid?.getBoundingClientRect();
    const isBlank = [...(grid?.querySelectorAll('[data-index] [role=rowheader]:empty') ?? [])].some((head) => {
      const { top, bottom } = head.getBoundingClientRect();
      return view !== undefined && bottom > view.top + 28 && top < view.bottom;
    });
    if (!isBlank) since = null;
    else {
      since ??= now;
      Reflect.set(window, 'benchBlank', Math.max(Number(Reflect.get(window, 'benchBlank')), now - since));
    }
  }, 8);
}

const SCRIPT = new Set(['FunctionCall', 'RunMicrotasks', 'EvaluateScript', 'TimerFire', 'FireAnimationFrame', 'EventDispatch', 'HandlePostMessage', 'MajorGC', 'MinorGC']);

function worstFrame(events: readonly TraceEvent[]): Pick<ScrollResult, 'worstFrameMillis' | 'worstScriptMillis' | 'frames'> {
  const mains = events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain').map(({ pid, tid }) => `${pid} ${tid}`);
  const isMain = ({ pid, tid }: TraceEvent) => mains.includes(`${pid} ${tid}`);
  const ofMain = events.filter(isMain).sort((a, b) => a.ts - b.ts);
  // A frame ends where the main thread hands it to the compositor.
  const frames = ofMain.filter(({ name }) => name === 'Commit').map(({ ts, dur = 0 }) => ts + dur);
  const tasks = new Float64Array(frames.length + 1);
  const scripts = new Float64Array(frames.length + 1);
  let frame = 0;
  let scriptEnd = 0;
  for (const { name, ts, dur = 0, tdur = 0 } of ofMain) {
    while (frame < frames.length && frames[frame] <= ts) frame++;
    if (name === 'RunTask') tasks[frame] += tdur / 1000;
    // The outermost counts.
    if (!SCRIPT.has(name) || ts < scriptEnd) continue;
    scriptEnd = ts + dur;
    scripts[frame] += tdur / 1000;
  }
  return { worstFrameMillis: Math.max(...tasks), worstScriptMillis: Math.max(...scripts), frames: frames.length };
}
