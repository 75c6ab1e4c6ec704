import type { TimeZone } from '@/lib/base/time-zone';
import { byNumbersInText, type ListColumn } from '@/components/workbench/tables/list-rows';
import { zoneName } from '@/components/workbench/time-range-text';
import type { EventSummary, SessionSummary } from '@/lib/engine/engine';
import { dayAndTime } from './time-text';

type SessionColumn = ListColumn<SessionSummary>;

const BEFORE = 'before this dataset';
const NO_LOGOFF = 'no logoff in this dataset';

function shared(zone: TimeZone): Readonly<Record<'host' | 'id' | 'account' | 'events' | 'shares' | 'hits' | 'first' | 'last', SessionColumn>> {
  return {
    host: { id: 'host', head: 'Host', cell: ({ host }) => host },
    id: { id: 'id', head: 'Logon ID', cell: ({ logonId, boot }) => (boot === 0 ? logonId : `${logonId} (restart ${boot})`) },
    account: { id: 'account', head: 'Account', cell: ({ wellKnown, account, domain }) => wellKnown ?? (account !== null && domain !== null ? `${domain}\\${account}` : account) },
    events: count('events', 'Events', ({ events }) => events),
    shares: count('shares', 'Shares', ({ shareCount }) => shareCount),
    hits: {
      id: 'hits',
      head: 'Hits',
      cell: ({ hits }) => (hits.length === 0 ? null : hits.map(({ analytic, events }) => `${analytic} (${events})`).join(', ')),
      key: ({ hits }) => hits.reduce((sum, { events }) => sum + events, 0),
    },
    first: moment('first', 'First event', zone, ({ first }) => first),
    last: moment('last', 'Last event', zone, ({ last }) => last),
  };
}

/** Of the sessions of people and machines. */
export function sessionColumns(zone: TimeZone): readonly SessionColumn[] {
  const { host, id, account, events, shares, hits, first, last } = shared(zone);
  return [
    host,
    id,
    account,
    { id: 'logon', head: 'Logon', cell: ({ logonType }) => logonType },
    {
      id: 'source',
      head: 'Source',
      cell: ({ sourceAddress, sourcePort }) => (sourceAddress !== null && sourcePort !== null ? `${sourceAddress}:${sourcePort}` : sourceAddress),
    },
    edge('start', 'Start', zone, ({ logon }) => logon, BEFORE, -Infinity),
    edge('end', 'End', zone, ({ logoff }) => logoff, NO_LOGOFF, Infinity),
    events,
    hits,
    shares,
    count('files', 'Files written', ({ fileCount }) => fileCount),
    { id: 'elevated', head: 'Elevated', cell: ({ elevated }) => (elevated === null ? null : elevated ? 'yes' : 'no') },
    { id: 'linked', head: 'Linked', cell: ({ linked }) => linked && linked.logonId },
    first,
    last,
  ];
}

/** Of the service sessions, which have no logon of their own. */
export function serviceColumns(zone: TimeZone): readonly SessionColumn[] {
  const { host, id, account, events, shares, hits, first, last } = shared(zone);
  return [host, id, account, events, hits, shares, first, last];
}

function count(id: string, head: string, of: (session: SessionSummary) => number): SessionColumn {
  return { id, head, cell: (session) => String(of(session)), key: of };
}

function moment(id: string, head: string, zone: TimeZone, of: (session: SessionSummary) => EventSummary): SessionColumn {
  return { id, head: `${head}, ${zoneName(zone)}`, cell: (session) => dayAndTime(of(session), zone), key: (session) => of(session).millis };
}

/** Where the host's Security log is not in the dataset, nothing tells. */
function edge(id: string, head: string, zone: TimeZone, of: (session: SessionSummary) => EventSummary | null, cut: string, cutKey: number): SessionColumn {
  return {
    id,
    head: `${head}, ${zoneName(zone)}`,
    cell: (session) => {
      const event = of(session);
      if (event !== null) return dayAndTime(event, zone);
      return session.hostTellsLogons ? cut : null;
    },
    key: (session) => {
      const event = of(session);
      if (event !== null) return event.millis;
      return session.hostTellsLogons ? cutKey : null;
    },
  };
}

/** By host, and in a host as they come: those that do most first. */
export function byHost(sessions: readonly SessionSummary[]): readonly SessionSummary[] {
  return [...sessions].sort((a, b) => byNumbersInText.compare(a.host, b.host));
}
