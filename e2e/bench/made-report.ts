import type { MadeResult } from './made-steps';
import { mebibytes, ratio, seconds, table } from './report';

/** The project's own aims: the five analytics again, and memory over the text. */
const AGAIN_MILLIS = 100;
const MEMORY_RATIO = 1.5;
/** The page and its engine at rest would count for most of a small file's memory. */
const LEAST_RATED_BYTES = 1024 ** 3;

export function madeReport(results: readonly MadeResult[] | string): string {
  if (typeof results === 'string') return `Made-up events in Chromium: not measured: ${results}`;
  const large = results.filter(({ file }) => file.textBytes >= LEAST_RATED_BYTES);
  return [
    table([
      ['Made-up events, in Chromium', 'events', 'file', 'text', 'file to analytics', 'again', 'edited', 'peak memory', 'at rest'],
      ...results.map(({ file, openMillis, againMillis, editedMillis, peakMiB, restMiB }) => [
        file.what,
        file.events.toLocaleString('en'),
        mebibytes(file.fileBytes),
        mebibytes(file.textBytes),
        `${seconds(openMillis)} s`,
        `${againMillis.toFixed(0)} ms`,
        `${editedMillis.toFixed(0)} ms`,
        peakMiB === null ? 'unknown' : mebibytes(peakMiB * 1024 ** 2),
        restMiB === null ? 'unknown' : mebibytes(restMiB * 1024 ** 2),
      ]),
    ]),
    '',
    table([
      ['Ratios', 'measured', 'aim'],
      ...results.map(({ file, againMillis }) => ratio(`${file.what}: analytics again over ${AGAIN_MILLIS} ms`, againMillis / AGAIN_MILLIS, 1, 'at most')),
      ...large.flatMap(({ file, peakMiB, restMiB }) =>
        peakMiB === null || restMiB === null
          ? []
          : [ratio(`${file.what}: peak memory over the text, less the page at rest`, ((peakMiB - restMiB) * 1024 ** 2) / file.textBytes, MEMORY_RATIO, 'at most')],
      ),
    ]),
  ].join('\n');
}
