import type { HuntRun, ReadingAddress } from '@/lib/engine/engine';

/** What a student may see of a hunt: readings that the lesson has revealed, and what is told of two where both are. */
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
  return { ...run, analytics };
}
