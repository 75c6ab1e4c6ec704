import type { ReactNode } from 'react';
import { InfoIcon } from '@/components/ui/icons';
import { PivotValue } from '@/components/workbench/pivots/pivot-value';
import { useTimeZone } from '@/components/workbench/time-zone-context';
import type { EventSummary, SessionDetail } from '@/lib/engine/engine';
import { Facts, Unknown, Value } from './part';
import { momentText, timeBetween } from './time-text';
import { HostLink, UserLink, ViewLink } from './view-link';

export function SessionFacts({ session }: { readonly session: SessionDetail }) {
  if (session.wellKnown !== null) return <SharedSession session={session} name={session.wellKnown} />;
  const lasted = session.logon && session.logoff && timeBetween(session.logon, session.logoff);
  return (
    <Facts
      facts={[
        ['Host', <Host session={session} />],
        ['Logon ID', <LogonId session={session} />],
        ['Account', account(session)],
        ['SID', session.sid && <Pivot field="SubjectUserSid" value={session.sid} />],
        ['Logon type', session.logonType ?? <Unknown>not in this dataset</Unknown>],
        ['Authentication', session.authentication && <Pivot field="AuthenticationPackageName" value={session.authentication} />],
        ['Source', source(session)],
        ['Elevated', session.elevated === null ? null : session.elevated ? 'yes' : 'no'],
        ['Linked', linked(session)],
        ['Start', edge(session.logon, session.hostTellsLogons ? 'began before this dataset' : NOT_TOLD)],
        ['End', edge(session.logoff, session.hostTellsLogons ? 'no logoff in this dataset' : NOT_TOLD)],
        ['Lasted', lasted && <Value>{lasted}</Value>],
        ['Privileges', privileges(session.privileges)],
        ['Shares', shares(session.shares)],
        ['Hits', hits(session.hits)],
      ]}
    />
  );
}

/** Many actors work under such an ID, so it has no logon, account or source of its own. */
function SharedSession({ session, name }: { readonly session: SessionDetail; readonly name: string }) {
  return (
    <>
      <p className="mb-2 flex gap-2 rounded bg-sunken px-2.5 py-2 text-sm text-ink-2">
        <InfoIcon className="mt-0.5 shrink-0" />
        <span>
          <strong className="font-medium text-ink">{name}</strong> is a service session that every host has. Many actors work under this ID, so what
          follows is no one&rsquo;s trail.
        </span>
      </p>
      <Facts
        facts={[
          ['Host', <Host session={session} />],
          ['Logon ID', <LogonId session={session} />],
          ['First event', <Moment event={session.first} />],
          ['Last event', <Moment event={session.last} />],
        ]}
      />
    </>
  );
}

/** A value as it is written, with where it leads. */
function Pivot({ field, value }: { readonly field: string; readonly value: string }) {
  return (
    <PivotValue field={field} value={value}>
      <Value>{value}</Value>
    </PivotValue>
  );
}

function Host({ session: { host } }: { readonly session: SessionDetail }) {
  return (
    <PivotValue field="Hostname" value={host}>
      <HostLink host={host} />
    </PivotValue>
  );
}

function LogonId({ session }: { readonly session: SessionDetail }) {
  return (
    <>
      <Pivot field="SubjectLogonId" value={session.logonId} />
      {session.boot > 0 && <span className="text-ink-3"> after restart {session.boot} of the host</span>}
    </>
  );
}

function account(session: SessionDetail): ReactNode {
  if (session.account === null) return <Unknown>not in this dataset</Unknown>;
  return (
    <PivotValue field="SubjectUserName" value={session.account}>
      <UserLink user={session.account}>{session.domain === null ? session.account : `${session.domain}\\${session.account}`}</UserLink>
    </PivotValue>
  );
}

function source(session: SessionDetail): ReactNode {
  if (session.sourceAddress === null) return <Unknown>not in this dataset</Unknown>;
  return (
    <PivotValue field="IpAddress" value={session.sourceAddress}>
      <Value>
        {session.sourceAddress}
        {session.sourcePort !== null && `:${session.sourcePort}`}
      </Value>
    </PivotValue>
  );
}

/** Where nothing of the host's Security log is in the dataset. */
const NOT_TOLD = 'not told: this dataset has no Security log of the host';

/** The other session of the same logon, one elevated and one not. */
function linked({ host, boot, linked: other }: SessionDetail): ReactNode {
  if (other === null) return null;
  if (!other.isHere) return <Value>{other.logonId}</Value>;
  return (
    <ViewLink change={{ session: { host, boot, logonId: other.logonId }, event: null }} title={`Session ${other.logonId} on ${host}`}>
      <Value>{other.logonId}</Value>
    </ViewLink>
  );
}

function hits(analytics: SessionDetail['hits']): ReactNode {
  if (analytics.length === 0) return null;
  return (
    <ul>
      {analytics.map(({ analytic, events }) => (
        <li key={analytic}>
          <ViewLink change={{ section: 'analytics', analytic }} title={`Analytic ${analytic}`}>
            {analytic}
          </ViewLink>{' '}
          <span className="text-ink-3">{events === 1 ? '1 event' : `${events} events`}</span>
        </li>
      ))}
    </ul>
  );
}

function edge(event: EventSummary | null, cut: string): ReactNode {
  if (event === null) return <Unknown>{cut}</Unknown>;
  return (
    <ViewLink change={{ event: event.ref }} title={`Event ${event.eventId}`}>
      <Moment event={event} />
    </ViewLink>
  );
}

function Moment({ event }: { readonly event: EventSummary }) {
  return <Value>{momentText(event, useTimeZone())}</Value>;
}

function privileges(names: readonly string[]): ReactNode {
  if (names.length === 0) return <Unknown>none in this dataset</Unknown>;
  return (
    <details>
      <summary className="w-fit rounded-sm">{names.length === 1 ? '1 special privilege' : `${names.length} special privileges`}</summary>
      <ul className="mt-0.5 font-mono text-xs text-ink-2">
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </details>
  );
}

function shares(touched: SessionDetail['shares']): ReactNode {
  if (touched.length === 0) return null;
  return (
    <ul>
      {touched.map(({ value, events }) => (
        <li key={value}>
          <Pivot field="ShareName" value={value} /> <span className="text-ink-3">{events === 1 ? '1 event' : `${events} events`}</span>
        </li>
      ))}
    </ul>
  );
}
