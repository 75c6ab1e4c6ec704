import type { AnalyticRun, HuntRun, ReadingRun } from '@/lib/engine/engine';
import type { ViewState } from '@/lib/url/view-state';

interface CurrentReading {
  readonly analytic: AnalyticRun;
  readonly reading: ReadingRun;
}

/** The analytic and reading on screen: what the view names, the first where it names none or one that is not there. */
export function currentReading(run: HuntRun, view: Pick<ViewState, 'analytic' | 'reading'>): CurrentReading | null {
  const analytics = run.analytics.filter(({ readings }) => readings.length > 0);
  const analytic = analytics.find(({ id }) => id === view.analytic) ?? analytics.at(0);
  const reading = analytic?.readings.find(({ kind }) => kind === view.reading) ?? analytic?.readings.at(0);
  return analytic && reading ? { analytic, reading } : null;
}
