import { SeriesDot } from '@/components/ui/badge';
import { channelSeries } from '@/components/workbench/channel-series';
import type { EventSummary } from '@/lib/engine/engine';
import { useDrill } from './drill-context';
import { dayAndTime, timeOfDay } from './time-text';
import { ViewLink } from './view-link';

interface EventLinkProps {
  readonly event: EventSummary;
  /** A few words on it, in place of its own gist. */
  readonly words?: string;
  /** The host too, where a list mixes them. */
  readonly showHost?: boolean;
}

/** One event on one or two lines: when, what kind, what about. Opens it in full. */
export function EventLink({ event, words, showHost = false }: EventLinkProps) {
  const { channels } = useDrill();
  return (
    <ViewLink
      change={{ event: event.ref }}
      title={dayAndTime(event)}
      className="group -mx-1.5 block min-w-0 rounded px-1.5 py-0.5 text-xs hover:bg-sunken"
    >
      <span className="tabular flex flex-wrap items-center gap-x-2 font-mono">
        <span className="text-ink-2">{timeOfDay(event)}</span>
        <span className="inline-flex items-center gap-1 font-medium text-accent underline decoration-transparent underline-offset-2 group-hover:decoration-current">
          <SeriesDot series={channelSeries(channels, event.channel)} />
          <span className="sr-only">{event.channel ?? 'no channel'}, event </span>
          {event.eventId ?? '—'}
        </span>
        {showHost && event.host !== null && <span className="truncate text-ink-3">{event.host}</span>}
      </span>
      <span className="block text-sm text-ink">{words ?? event.gist}</span>
    </ViewLink>
  );
}
