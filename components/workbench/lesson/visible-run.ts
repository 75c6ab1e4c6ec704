import type { HuntRun, ReadingAddress } from '@/lib/engine/engine';
import { decodeViewState } from '@/lib/url/decode-view-state';

/** Sections of a hunt that lead to its analytics; those on bypasses, false positives and what was learned tell what the analytics find. */
const BEFORE_THE_RESULTS = /hypothesis|context|tradecraft|dataset|reference/i;

/** What a student may see of a hunt: readings that the lesson has revealed, what is told of two where both are, and what of its document tells of none. */
export function visibleRun(run: HuntRun, reached: readonly ReadingAddress[]): HuntRun {
  const analytics = run.analytics.flatMap((analytic) => {
    const kinds = new Set(reached.filter((reading) => reading.analytic === analytic.id).map(({ reading }) => reading));
    if (kinds.size === 0) return [];
    const readings = analytic.readings.filter(({ kind }) => kinds.has(kind));
    const isWhole = readings.length === analytic.readings.length;
    return [
      {
        ...analytic,
        readings,
        differences: analytic.differences.filter(({ left, right }) => kinds.has(left) && kinds.has(right)),
        // The document's words on all readings tell of those to come.
        differencesNote: isWhole ? analytic.differencesNote : '',
      },
    ];
  });
  const entries = run.entries.filter(({ address }) => {
    const { analytic, reading } = decodeViewState(address).state;
    return reached.some((known) => known.analytic === analytic && known.reading === reading);
  });
  return { ...run, analytics, entries, sections: run.sections.filter(({ heading, holds }) => holds === null && BEFORE_THE_RESULTS.test(heading)) };
}
