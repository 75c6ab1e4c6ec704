import type { LessonReveal } from '@/lib/engine/lesson-file';
import { decodeViewState } from '@/lib/url/decode-view-state';
import type { ViewState } from '@/lib/url/view-state';
import { closed } from '@/components/workbench/drill-down/layers';
import { revealOn } from './on-dataset';

export type RevealedView = Pick<ViewState, 'analytic' | 'reading' | 'row' | 'funnel' | 'session' | 'event'>;

/** What a step shows on a dataset, and what of it is not in the address's words. A reading without rows named shows all of them. */
export function revealedView(reveal: LessonReveal, dataset: string): { readonly view: RevealedView; readonly problems: readonly string[] } {
  const hash = [...revealOn(reveal, dataset)].map(([key, value]) => `${key}=${encodeURIComponent(value)}`).join('&');
  const { state, notices } = decodeViewState(`#v=1&${hash}`);
  const { analytic, reading, row, funnel, session, event } = state;
  return { view: { ...closed, analytic, reading: analytic === null ? null : (reading ?? 'sql'), row, funnel, session, event }, problems: notices.map(({ message }) => message) };
}
