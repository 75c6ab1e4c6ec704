import { useMemo, useState } from 'react';
import { SeriesDot } from '@/components/ui/badge';
import { ErrorNotice } from '@/components/ui/error-notice';
import { Tabs } from '@/components/ui/tabs';
import { channelSeries } from '@/components/workbench/channel-series';
import { graphOfEvents } from '@/components/workbench/graph/graph-changes';
import { GraphLink } from '@/components/workbench/graph/graph-link';
import { StoryMark } from '@/components/workbench/story/story-mark';
import { PivotValue } from '@/components/workbench/pivots/pivot-value';
import { eventStarrable } from '@/components/workbench/story/target-words';
import { useTimeZone } from '@/components/workbench/time-zone-context';
import { PivotEventContext } from '@/components/workbench/pivots/pivot-context';
import { UTC } from '@/lib/base/time-zone';
import type { Engine, EventRef, EventSummary } from '@/lib/engine/engine';
import { ConnectionEnds } from './connection-ends';
import { useDrill } from './drill-context';
import { EventFields } from './event-fields';
import { EventStandings } from './event-standings';
import { EventTrails } from './event-trails';
import { countsEvents } from './event-place';
import { PaneSkeleton } from './pane-skeleton';
import { Facts, Unknown, Value } from './part';
import { prettyJson } from './pretty-json';
import { RawText } from './raw-text';
import { SessionLink } from './session-link';
import { momentText } from './time-text';
import { useAnswer } from './use-answer';
import { HostLink } from './view-link';

const TABS = [
  { id: 'fields', label: 'Fields' },
  { id: 'pretty', label: 'JSON' },
  { id: 'raw', label: 'As in the file' },
] as const;

/** An event in full: every field, and its text as it stands in the file. */
export function EventPane({ member, line }: EventRef) {
  const { engine, channels, members } = useDrill();
  const answer = useAnswer(useMemo(() => () => wholeEvent(engine, { member, line }), [engine, member, line]));
  const [tab, setTab] = useState<(typeof TABS)[number]['id']>('fields');
  if (answer.kind === 'waiting') return <PaneSkeleton />;
  if (answer.kind === 'failed') return <div className="p-4"><ErrorNotice failure={answer.failure} /></div>;
  const { event, connections } = answer.value;
  return (
    <>
      <section className="flex flex-col gap-2 border-b border-line px-4 py-3">
        {event.gist !== '' && <p className="text-sm font-medium">{event.gist}</p>}
        <Facts
          facts={[
            ['Event ID', event.eventId === null ? <Unknown>none</Unknown> : <PivotValue field="EventID" value={event.eventId}><Value>{event.eventId}</Value></PivotValue>],
            [
              'Channel',
              event.channel && (
                <PivotValue field="Channel" value={event.channel}>
                  <span className="inline-flex items-baseline gap-1.5">
                    <SeriesDot series={channelSeries(channels, event.channel)} />
                    <Value>{event.channel}</Value>
                  </span>
                </PivotValue>
              ),
            ],
            ['Time', event.time === null ? <Unknown>none</Unknown> : <EventTime event={event} />],
            ['Host', event.host && <PivotValue field="Hostname" value={event.host}><HostLink host={event.host} /></PivotValue>],
            [
              event.sessions.length > 1 ? 'Sessions' : 'Session',
              event.sessions.length === 0 ? (
                <Unknown>it carries no logon ID</Unknown>
              ) : (
                <ul>
                  {event.sessions.map((session) => (
                    <li key={session.logonId}>
                      <SessionLink session={session} />
                    </li>
                  ))}
                </ul>
              ),
            ],
            [
              'Place',
              <>
                <Value>{event.member}</Value>, {countsEvents(members, event.ref) ? 'event' : 'line'} <Value>{event.ref.line}</Value>
              </>,
            ],
          ]}
        />
      </section>
      <StoryMark of={eventStarrable(event)} />
      <GraphLink change={graphOfEvents([event.ref])} />
      <ConnectionEnds connections={connections} />
      <EventTrails event={event} />
      <EventStandings event={event.ref} />
      <div className="pt-1">
        <Tabs label="The event's content" tabs={TABS} selected={tab} onSelect={setTab}>
          {tab === 'fields' && (
            <PivotEventContext value={event.ref}>
              <EventFields fields={event.fields} />
            </PivotEventContext>
          )}
          {tab === 'pretty' && <RawText text={prettyJson(event.json)} label="JSON of the event" copyLabel="Copy the JSON" />}
          {tab === 'raw' && <RawText text={event.raw} label="The event's line in the file" copyLabel="Copy the line" />}
        </Tabs>
      </div>
    </>
  );
}

/** All that the pane tells at once: nothing moves when a part of it arrives. */
async function wholeEvent(engine: Engine, ref: EventRef) {
  const [event, connections] = await Promise.all([engine.event(ref), engine.connections({ kind: 'event', event: ref })]);
  return { event, connections };
}

/** As the file has it, and under that in the zone that was chosen. */
function EventTime({ event }: { readonly event: EventSummary }) {
  const zone = useTimeZone();
  return (
    <>
      <Value>{event.time}</Value>
      {event.millis !== null && zone !== UTC && <span className="tabular block font-mono text-xs text-ink-2">{momentText(event, zone)}</span>}
    </>
  );
}
