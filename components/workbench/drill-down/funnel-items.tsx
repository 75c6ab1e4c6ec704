import { useLayoutEffect, useMemo } from 'react';
import { SeriesDot } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import type { FetchRows } from '@/components/ui/data-table/row-pages';
import { drawnHeight, ROW_HEIGHT, toRem } from '@/components/ui/data-table/scroll-window';
import { useRowPages } from '@/components/ui/data-table/use-row-pages';
import { useRowWindow } from '@/components/ui/data-table/use-row-window';
import { ErrorNotice } from '@/components/ui/error-notice';
import { channelSeries } from '@/components/workbench/channel-series';
import { useTimeZone } from '@/components/workbench/time-zone-context';
import type { TimeZone } from '@/lib/base/time-zone';
import type { Engine, EventSummary } from '@/lib/engine/engine';
import type { FunnelItem, FunnelPage } from '@/lib/engine/explain-shapes';
import type { FunnelView } from '@/lib/url/funnel-view';
import { useDrill } from './drill-context';
import { dayAndTime, momentText } from './time-text';
import { ViewLink } from './view-link';

export type FunnelFacts = Pick<FunnelPage, 'text' | 'legs' | 'total'>;

interface FunnelItemsProps extends FunnelView {
  /** Told once the first events are there. */
  readonly onFacts: (facts: FunnelFacts) => void;
}

/** One line: an event, or one leg of a joined row. */
interface Line extends FunnelItem {
  readonly leg: string | null;
  /** The first line of its item. */
  readonly isFirst: boolean;
}

const NO_FILTERS: readonly never[] = [];

/** The events in the order of the dataset, as many as there are; only those in view are fetched. */
export function FunnelItems({ analytic, reading, place, onFacts }: FunnelItemsProps) {
  const { engine } = useDrill();
  const fetchLines = useMemo(() => lineSource(engine, { analytic, reading, place }, onFacts), [engine, analytic, reading, place, onFacts]);
  const pages = useRowPages(fetchLines, null, NO_FILTERS);
  const total = pages.total ?? 0;
  const { container, window, onScroll } = useRowWindow(total, 0, ROW_HEIGHT, pages);
  useLayoutEffect(() => pages.request(window.first, window.end), [pages, window.first, window.end]);
  if (pages.failure !== null) {
    return (
      <ErrorNotice failure={{ message: pages.failure, advice: 'Close the list and open it again.' }}>
        <Button onClick={() => pages.request(window.first, window.end)}>Try again</Button>
      </ErrorNotice>
    );
  }
  const lines = Array.from({ length: window.end - window.first }, (_, i) => window.first + i);
  return (
    <div ref={container} onScroll={onScroll} tabIndex={0} role="region" aria-label="The events of the list" className="focus-inset min-h-0 grow overflow-y-auto">
      <ul className="relative" style={{ height: toRem(drawnHeight(total)) }}>
        {lines.map((index) => (
          <li key={index} aria-setsize={total} aria-posinset={index + 1} className="absolute inset-x-0" style={{ top: toRem(window.offset + (index - window.first) * ROW_HEIGHT), height: toRem(ROW_HEIGHT) }}>
            <EventLine line={pages.at(index)} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function lineSource(engine: Engine, funnel: FunnelView, onFacts: FunnelItemsProps['onFacts']): FetchRows<Line> {
  let facts: FunnelFacts | null = null;
  return async (offset, limit) => {
    if (facts === null) onFacts((facts = await engine.funnelEvents({ ...funnel, offset: 0, limit: 0 })));
    const { legs, total } = facts;
    // A joined row takes a line for each of its legs.
    const perItem = Math.max(1, legs.length);
    const first = Math.floor(offset / perItem);
    const { items } = await engine.funnelEvents({ ...funnel, offset: first, limit: Math.ceil((offset + limit) / perItem) - first });
    const lines = items.flatMap((item) => item.map((at, i): Line => ({ ...at, leg: legs.length > 1 ? legs[i] : null, isFirst: i === 0 })));
    const skipped = offset - first * perItem;
    return { total: total * perItem, rows: lines.slice(skipped, skipped + limit) };
  };
}

function EventLine({ line }: { readonly line: Line | null }) {
  const { channels } = useDrill();
  const zone = useTimeZone();
  if (line === null) return <span aria-hidden="true" className="mx-4 mt-2 block h-3 rounded bg-sunken" />;
  const { event, leg, isFirst, events } = line;
  const edge = isFirst && leg !== null ? ' border-t border-line' : '';
  const legMark = leg !== null && <span className="w-14 shrink-0 truncate font-mono text-2xs text-ink-3">{leg}</span>;
  if (event === null) {
    return (
      <span className={`flex h-7 items-center gap-x-2 px-4 text-xs text-ink-3${edge}`}>
        {legMark}no event
      </span>
    );
  }
  return (
    <ViewLink
      change={{ event: event.ref }}
      title={[momentText(event, zone), event.host, event.gist].filter(Boolean).join(' · ')}
      className={`focus-inset group flex h-7 items-center gap-x-2 px-4 text-xs hover:bg-sunken${edge}`}
    >
      {legMark}
      <span className="tabular max-w-32 shrink-0 truncate font-mono text-ink-2">{dayAndSecond(event, zone)}</span>
      <span className="tabular inline-flex shrink-0 items-center gap-1 font-mono font-medium text-accent underline decoration-transparent underline-offset-2 group-hover:decoration-current">
        <SeriesDot series={channelSeries(channels, event.channel)} />
        <span className="sr-only">{event.channel ?? 'no channel'}, event </span>
        {event.eventId ?? '—'}
      </span>
      {event.host !== null && <span className="max-w-24 shrink-0 truncate font-mono text-ink-3">{shortHost(event.host)}</span>}
      <span className="min-w-0 truncate text-sm">{event.gist}</span>
      {events > 1 && <span className="tabular shrink-0 text-2xs text-ink-3">+{(events - 1).toLocaleString('en')}</span>}
    </ViewLink>
  );
}

/** '09-22 18:53:32': a list may span days, and no year. As written where it cannot be read. */
function dayAndSecond(event: EventSummary, zone: TimeZone): string {
  const text = dayAndTime(event, zone);
  return event.millis === null ? text : text.slice(5, 19);
}

/** 'WORKSTATION6' of 'WORKSTATION6.theshire.local'; an address stays whole. */
function shortHost(host: string): string {
  return /^[\d.:]+$/.test(host) ? host : host.split('.', 1)[0];
}
