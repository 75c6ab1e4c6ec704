import { QUERY_ANALYTIC } from '@/lib/base/query-analytic';
import { writeEventRef, writeEventRefs } from '@/lib/url/event-refs';
import type { ViewState } from '@/lib/url/view-state';

/** What the panel shows, from the bottom up; each covers the one before it. */
export type Layer = 'row' | 'funnel' | 'session' | 'event';

export function openLayers(view: ViewState): readonly Layer[] {
  const layers: Layer[] = [];
  if (view.row.length > 0) layers.push('row');
  if (shownFunnel(view) !== null) layers.push('funnel');
  if (view.session !== null) layers.push('session');
  if (view.event !== null) layers.push('event');
  return layers;
}

/** The list of events that is open: one of another reading than the one on screen is not. */
export function shownFunnel({ funnel, section, analytic, reading }: ViewState): ViewState['funnel'] {
  if (funnel === null) return null;
  const isHere = funnel.analytic === QUERY_ANALYTIC ? section === 'query' : (section === 'analytics' || section === 'lesson') && funnel.analytic === analytic && funnel.reading === reading;
  return isHere ? funnel : null;
}

/** Nothing open. */
export const closed = { row: [], funnel: null, session: null, event: null } as const satisfies Partial<ViewState>;

/** The change that leaves only `layer` and what lies under it; null closes all. */
export function cutTo(layer: Layer | null): Partial<ViewState> {
  if (layer === null) return closed;
  if (layer === 'session' || layer === 'event') return { event: null };
  return layer === 'funnel' ? { session: null, event: null } : { funnel: null, session: null, event: null };
}

/** Differs whenever the topmost layer shows something else; null while nothing is open. */
export function topKey(view: ViewState): string | null {
  switch (openLayers(view).at(-1)) {
    case 'event':
      return view.event && `event ${writeEventRef(view.event)}`;
    case 'session':
      return view.session && `session ${view.session.logonId} ${view.session.boot} ${view.session.host}`;
    case 'funnel':
      return view.funnel && `funnel ${JSON.stringify(view.funnel)}`;
    case 'row':
      return `row ${view.analytic} ${view.reading} ${writeEventRefs(view.row)}`;
    case undefined:
      return null;
  }
}
