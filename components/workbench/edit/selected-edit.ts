import type { AnalyticEdit, HuntEdit, ReadingEdit } from '@/lib/engine/edit-shapes';
import type { ViewState } from '@/lib/url/view-state';

export interface SelectedEdit {
  readonly analytic: AnalyticEdit;
  readonly reading: ReadingEdit;
}

/** The reading on screen: what the view names; else the first that the edit changes; else the first. */
export function selectedEdit({ analytics }: HuntEdit, view: Pick<ViewState, 'analytic' | 'reading'>): SelectedEdit | null {
  const all = analytics.flatMap((analytic) => analytic.readings.map((reading): SelectedEdit => ({ analytic, reading })));
  const named = all.filter(({ analytic }) => analytic.id === view.analytic);
  return (
    named.find(({ reading }) => reading.kind === view.reading) ??
    named.at(0) ??
    all.find(({ reading }) => reading.standing !== 'same') ??
    all.at(0) ??
    null
  );
}
