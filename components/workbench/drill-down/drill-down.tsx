'use client';

import { useId, useMemo, useRef, type KeyboardEvent } from 'react';
import { IconButton } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { ChevronRightIcon, CloseIcon } from '@/components/ui/icons';
import type { DatasetSummary, Engine, RowAddress } from '@/lib/engine/engine';
import type { ViewState } from '@/lib/url/view-state';
import { DrillContext } from './drill-context';
import { EventPane } from './event-pane';
import { countsEvents } from './event-place';
import { FunnelPane, funnelTitle } from './funnel-pane';
import { cutTo, openLayers, topKey, type Layer } from './layers';
import { keepFocusInSheet } from './keep-focus';
import { PaneSkeleton } from './pane-skeleton';
import { RowPane } from './row-pane';
import { SessionPane } from './session-pane';
import { usePanelFocus } from './use-panel-focus';
import { ViewLink } from './view-link';

/** The place of the row that `view.row` names: not looked up yet, or made by no row of the reading that is shown. */
export type OpenRow = RowAddress | 'finding' | 'missing';

interface DrillDownProps {
  readonly engine: Engine;
  readonly view: ViewState;
  readonly go: (change: Partial<ViewState>) => void;
  /** Null while `view.row` is empty. */
  readonly row: OpenRow | null;
  readonly channels: readonly string[];
  readonly members: DatasetSummary['members'];
}

/** The panel that a result row, a session or an event opens. Renders nothing while nothing is open. */
export function DrillDown({ engine, view, go, row, channels, members }: DrillDownProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  const headingId = useId();
  usePanelFocus(heading, topKey(view));
  const drill = useMemo(() => ({ engine, view, go, channels, members }), [engine, view, go, channels, members]);
  const layers = openLayers(view);
  const top = layers.at(-1);
  if (top === undefined) return null;

  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key === 'Tab') keepFocusInSheet(event);
    if (event.key !== 'Escape' || event.defaultPrevented || document.querySelector(':popover-open') !== null) return;
    event.preventDefault();
    go(cutTo(layers.at(-2) ?? null));
  };
  return (
    <DrillContext value={drill}>
      <aside
        aria-labelledby={headingId}
        onKeyDown={onKeyDown}
        className="fixed inset-0 z-40 flex min-w-0 flex-col bg-surface lg:static lg:z-auto lg:h-full"
      >
        <header className="flex items-start justify-between gap-2 border-b border-line py-2 pl-4 pr-2">
          <div className="min-w-0">
            {layers.length > 1 && <Trail layers={layers.slice(0, -1)} view={view} members={members} />}
            <h2 ref={heading} id={headingId} tabIndex={-1} className="rounded-sm py-0.5 text-lg font-medium">
              {layerTitle(top, view, members)}
            </h2>
          </div>
          <IconButton label="Close" onClick={() => go(cutTo(null))}>
            <CloseIcon />
          </IconButton>
        </header>
        <div key={topKey(view)} className="relative min-h-0 grow overflow-y-auto overflow-x-hidden">
          <TopLayer top={top} view={view} row={row} />
        </div>
      </aside>
    </DrillContext>
  );
}

function TopLayer({ top, view, row }: { readonly top: Layer; readonly view: ViewState; readonly row: OpenRow | null }) {
  if (top === 'event' && view.event !== null) return <EventPane member={view.event.member} line={view.event.line} />;
  if (top === 'session' && view.session !== null) return <SessionPane {...view.session} />;
  if (top === 'funnel' && view.funnel !== null) return <FunnelPane {...view.funnel} />;
  if (row === 'missing') {
    return (
      <EmptyState title="No such row here">
        The link names a row by the events that made it, and this reading has no row of these events. Another reading may have it.
      </EmptyState>
    );
  }
  if (row === null || row === 'finding') return <PaneSkeleton />;
  return <RowPane analytic={row.analytic} reading={row.reading} row={row.row} />;
}

/** What lies under the topmost layer, as the way back to it. */
function Trail({ layers, view, members }: { readonly layers: readonly Layer[] } & Pick<DrillDownProps, 'view' | 'members'>) {
  return (
    <nav aria-label="Opened before" className="flex flex-wrap items-center gap-x-1 text-xs">
      {layers.map((layer) => (
        <span key={layer} className="inline-flex items-center gap-x-1">
          <ViewLink change={cutTo(layer)}>{layerTitle(layer, view, members)}</ViewLink>
          <ChevronRightIcon className="size-3 text-ink-3" />
        </span>
      ))}
    </nav>
  );
}

function layerTitle(layer: Layer, view: ViewState, members: DrillDownProps['members']): string {
  switch (layer) {
    case 'row':
      return 'Result row';
    case 'funnel':
      return view.funnel ? funnelTitle(view.funnel.place) : 'Events';
    case 'session':
      return `Session ${view.session?.logonId ?? ''}`;
    case 'event':
      return view.event === null ? 'Event' : `Event${countsEvents(members, view.event) ? '' : ' on line'} ${view.event.line}`;
  }
}
