import type { InvestigateResult } from './investigate-steps';
import type { MadeFile } from './made-files';
import type { MadeResult } from './made-steps';
import { FRAME_MILLIS, mebibytes, ratio, seconds, table } from './report';

/** The project's own aims: the five analytics anew, and memory over the text. */
const ANEW_MILLIS = 100;
const MEMORY_RATIO = 1.5;
/** Of an answer to a key, a press or a brush: with fewer events than MANY_EVENTS, and with more. */
const ANSWER_MILLIS = 100;
const ANSWER_OF_MANY_MILLIS = 300;
const MANY_EVENTS = 100_000;
/** The page and its engine at rest would count for most of a small file's memory. */
const LEAST_RATED_BYTES = 1024 ** 3;

export function madeReport(results: readonly MadeResult[] | string): string {
  if (typeof results === 'string') return `Made-up events in Chromium: not measured: ${results}`;
  const large = results.filter(({ file }) => file.textBytes >= LEAST_RATED_BYTES);
  return [
    table([
      ['Made-up events, in Chromium', 'events', 'file', 'text', 'file to analytics', 'again', 'one edited', 'all edited', 'peak memory', 'at rest'],
      ...results.map(({ file, openMillis, againMillis, editedMillis, anewMillis, peakMiB, restMiB }) => [
        file.what,
        file.events.toLocaleString('en'),
        mebibytes(file.fileBytes),
        mebibytes(file.textBytes),
        `${seconds(openMillis)} s`,
        `${againMillis.toFixed(0)} ms`,
        `${editedMillis.toFixed(0)} ms`,
        `${anewMillis.toFixed(0)} ms`,
        peakMiB === null ? 'unknown' : mebibytes(peakMiB * 1024 ** 2),
        restMiB === null ? 'unknown' : mebibytes(restMiB * 1024 ** 2),
      ]),
    ]),
    '',
    table([
      ['Ratios', 'measured', 'aim'],
      ...results.map(({ file, anewMillis }) => ratio(`${file.what}: all readings edited and run anew, over ${ANEW_MILLIS} ms`, anewMillis / ANEW_MILLIS, 1, 'at most')),
      ...results.map(({ file, editedMillis }) => ratio(`${file.what}: one reading edited, over a frame`, editedMillis / FRAME_MILLIS, 1, 'at most')),
      ...large.flatMap(({ file, peakMiB, restMiB }) =>
        peakMiB === null || restMiB === null
          ? []
          : [ratio(`${file.what}: peak memory over the text, less the page at rest`, ((peakMiB - restMiB) * 1024 ** 2) / file.textBytes, MEMORY_RATIO, 'at most')],
      ),
    ]),
    ...results.flatMap(({ file, investigation }) => (investigation ? ['', investigationTable(file, investigation)] : [])),
  ].join('\n');
}

function investigationTable({ what, events }: MadeFile, { typingMillis, searchedMillis, facetMillis, brushMillis, scroll }: InvestigateResult): string {
  const aim = events < MANY_EVENTS ? ANSWER_MILLIS : ANSWER_OF_MANY_MILLIS;
  const rated = (name: string, millis: number, most: number) => [name, `${millis.toFixed(0)} ms`, `at most ${most} ms: ${millis <= most ? 'met' : 'MISSED'}`];
  return table([
    [`${what}, ${events.toLocaleString('en')} events: input to answer on screen, the worst`, 'measured', 'aim'],
    rated('a letter typed in search: count, first rows and facets of what is found by then', typingMillis, aim),
    ['the whole text searched, from the last letter', `${searchedMillis.toFixed(0)} ms`, ''],
    rated('a facet toggled', facetMillis, aim),
    rated('a stretch of time brushed', brushMillis, aim),
    rated(`scrolling, ${scroll.frames} frames: processor time of the main thread in the worst`, scroll.worstFrameMillis, FRAME_MILLIS),
    ['scrolling: of that, scripts', `${scroll.worstScriptMillis.toFixed(0)} ms`, ''],
    ['scrolling: the longest that a row in view was blank', `${scroll.blankMillis.toFixed(0)} ms`, ''],
  ]);
}
