import type { MadeResult } from './made-steps';
import { FRAME_MILLIS, mebibytes, ratio, seconds, table } from './report';

/** The project's own aims: the five analytics anew, and memory over the text. */
const ANEW_MILLIS = 100;
const MEMORY_RATIO = 1.5;
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
  ].join('\n');
}
