import type { ReactNode } from 'react';
import type { ConnectionEventView, ConnectionHostView, ConnectionView } from '@/lib/engine/across-shapes';
import { PivotValue } from '@/components/workbench/pivots/pivot-value';
import { apartText, durationText } from './apart-text';
import { EventLink } from './event-link';
import { Part, Unknown, Value } from './part';
import { HostLink } from './view-link';

/** Connections with their ends on other hosts, and why those are thought to belong together. */
export function ConnectionEnds({ connections, action }: { readonly connections: readonly ConnectionView[]; readonly action?: ReactNode }) {
  if (connections.length === 0) return null;
  return (
    <Part title="Across hosts" aside={action}>
      <ul className="flex flex-col gap-3">
        {connections.map((connection, i) => (
          <li key={`${connection.client} ${connection.from.ref.member}.${connection.from.ref.line}`}>
            <OneConnection connection={connection} isOpen={connections.length < 3 || i === 0} />
          </li>
        ))}
      </ul>
    </Part>
  );
}

function OneConnection({ connection, isOpen }: { readonly connection: ConnectionView; readonly isOpen: boolean }) {
  const others = connection.hosts.filter(({ isHere }) => !isHere);
  return (
    <details open={isOpen}>
      <summary className="rounded-sm text-sm">
        <Value>{connection.client}</Value>
        {connection.server !== null && (
          <>
            <span className="text-ink-3"> to </span>
            <Value>{connection.server}</Value>
          </>
        )}
      </summary>
      <div className="mt-1.5 flex flex-col gap-2">
        {others.length === 0 && (
          <p className="text-sm">
            <Unknown>No other host in this dataset tells of this connection.</Unknown>
          </p>
        )}
        {others.map((host) => (
          <End key={host.host} end={host} here={here(connection)} />
        ))}
        <Here connection={connection} />
      </div>
    </details>
  );
}

/** The other end: its host, why it belongs to this one, its events. */
function End({ end, here: from }: { readonly end: ConnectionHostView; readonly here: string }) {
  return (
    <section aria-label={`The other end, on ${end.host}`} className="rounded bg-sunken px-2.5 py-2">
      <h4 className="text-sm font-medium">
        {sideWords(end.side)}{' '}
        <PivotValue field="Hostname" value={end.host}>
          <HostLink host={end.host} />
        </PivotValue>
      </h4>
      <Events end={end} />
      <p className="mt-1 text-xs text-ink-2">{clockWords(end, from)}</p>
    </section>
  );
}

function Here({ connection }: { readonly connection: ConnectionView }) {
  const end = connection.hosts.find(({ isHere }) => isHere);
  if (!end || end.events.length < 2) return null;
  return (
    <details>
      <summary className="w-fit rounded-sm text-xs">
        {end.eventCount} events of this connection on <Value>{end.host}</Value>
      </summary>
      <Events end={end} />
    </details>
  );
}

function Events({ end }: { readonly end: ConnectionHostView }) {
  const more = end.eventCount - end.events.length;
  return (
    <ul className="mt-1 flex flex-col gap-1">
      {end.events.map((event) => (
        <li key={`${event.ref.member}.${event.ref.line}`}>
          <EventLink event={event} words={event.program ?? event.gist} />
          <p className="text-xs text-ink-3">{matchWords(event)}</p>
        </li>
      ))}
      {more > 0 && <li className="text-xs text-ink-3">and {more.toLocaleString('en')} more</li>}
    </ul>
  );
}

function here(connection: ConnectionView): string {
  return connection.hosts.find(({ isHere }) => isHere)?.host ?? 'this host';
}

function sideWords(side: ConnectionHostView['side']): string {
  if (side === null) return 'Told on';
  return side === 'client' ? 'Opened on' : 'Taken by';
}

function matchWords({ how, apart }: ConnectionEventView): string {
  const when = apart === null ? [] : [apartText(apart)];
  return [...when, MATCHES[how]].join(' · ');
}

const MATCHES: Readonly<Record<ConnectionEventView['how'], string>> = {
  'both-ends': 'same addresses and ports at both ends',
  client: 'same client address and port',
  'bound-port': 'same port, bound on the host that has the address',
};

function clockWords({ host, clocks }: ConnectionHostView, from: string): string {
  if (clocks === null) return `No connection is told by Sysmon of both hosts, so how their clocks stand is not known.`;
  const pairs = clocks.connections === 1 ? '1 connection' : `${clocks.connections} connections`;
  const range = clocks.low === clocks.high ? '' : ` (${spread(clocks.low)} to ${spread(clocks.high)})`;
  if (clocks.millis === 0) return `The clocks of both hosts agree, by ${pairs} that Sysmon tells on both${range}.`;
  return `The clock of ${short(host)} is ${durationText(clocks.millis)} ${clocks.millis > 0 ? 'ahead of' : 'behind'} that of ${short(from)}, by ${pairs} that Sysmon tells on both${range}.`;
}

function spread(millis: number): string {
  return `${millis < 0 ? '−' : ''}${durationText(millis)}`;
}

/** Both names in one sentence: the first label tells them apart where it stands. */
function short(host: string): string {
  return /^[\d.:]+$/.test(host) ? host : host.split('.')[0];
}
