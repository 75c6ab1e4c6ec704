import { SeriesDot } from '@/components/ui/badge';
import { channelSeries } from '@/components/workbench/channel-series';
import { useTimeZone } from '@/components/workbench/time-zone-context';
import type { EventSummary } from '@/lib/engine/engine';
import { useDrill } from './drill-context';
import { momentText, timeOfDay } from './time-text';
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
  const zone = useTimeZone();
  return (
    <ViewLink
      change={{ event: event.ref }}
      title={momentText(event, zone)}
      className="group -mx-1.5 flex min-w-0 flex-wrap items-baseline gap-x-2 rounded px-1.5 py-0.5 text-sm hover:bg-sunken"
    >
      <span className="tabular font-mono text-xs text-ink-2">{timeOfDay(event, zone)}</span>
      <span className="tabular inline-flex items-center gap-1 font-mono text-xs font-medium text-accent underline decoration-transparent underline-offset-2 group-hover:decoration-current">
        <SeriesDot series={channelSeries(channels, event.channel)} />
        <span className="sr-only">{event.channel ?? 'no channel'}, event </span>
        {event.eventId ?? '—'}
      </span>
      {showHost && event.host !== null && <span className="font-mono text-xs text-ink-3">{event.host}</span>}
      <span className="min-w-0">{words ?? event.gist}</span>
    </ViewLink>
  );
}
