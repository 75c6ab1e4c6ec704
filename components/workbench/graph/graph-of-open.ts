import { openLayers } from '@/components/workbench/drill-down/layers';
import type { Engine } from '@/lib/engine/engine';
import type { ViewState } from '@/lib/url/view-state';
import { graphOfEvents, graphOfSession } from './graph-changes';

/** The graph of what is open on top of the panel; null where nothing is that a graph can begin with. */
export async function graphOfOpen(engine: Engine, view: ViewState): Promise<Partial<ViewState> | null> {
  switch (openLayers(view).at(-1)) {
    case 'event':
      return view.event && graphOfEvents([view.event]);
    case 'session':
      return view.session && graphOfSession(await engine.session(view.session));
    case 'row':
      return graphOfEvents(view.row);
    case 'funnel':
    case undefined:
      return null;
  }
}
