import type { RowId } from '@/lib/base/row-id';
import { connectionsOf, type Connection, type ConnectionHost } from '@/lib/sessions/connections';
import type { Endpoint } from '@/lib/sessions/told-connection';
import type { ClocksApart, ConnectionHostView, ConnectionsOf, ConnectionView } from './across-shapes';
import { eventSummary } from './event-summary';
import { notFound, type OpenTable } from './open-table';

/** More are counted. */
const CONNECTION_EVENTS = 50;
/** A session that opened more is shown by its first. */
const CONNECTIONS = 20;

/** @throws UserError 'not-found' */
export function connectionViews(open: OpenTable, of: ConnectionsOf): readonly ConnectionView[] {
  const rows = of.kind === 'event' ? [open.rowOf(of.event)] : sessionRows(open, of);
  return connectionsOf(open.table).of(rows).slice(0, CONNECTIONS).map((connection) => connectionView(open, connection));
}

function sessionRows(open: OpenTable, { session: key }: Extract<ConnectionsOf, { readonly kind: 'session' }>): readonly RowId[] {
  const session = open.sessions.session(key);
  if (!session) throw notFound(`This dataset has no session ${key.logonId} on ${key.host}.`);
  // Many actors share a well-known session: its connections are no one's.
  return session.wellKnown === null ? session.timeline.map(({ row }) => row) : [];
}

function connectionView(open: OpenTable, { client, server, from, hosts }: Connection): ConnectionView {
  return {
    client: endpointText(client),
    server: server && endpointText(server),
    from: eventSummary(open, from),
    hosts: hosts.map((host) => hostView(open, host)),
  };
}

function hostView(open: OpenTable, side: ConnectionHost): ConnectionHostView {
  return {
    host: side.host,
    isHere: side.isHere,
    side: side.side,
    clocks: clocksApart(side),
    events: side.events.slice(0, CONNECTION_EVENTS).map(({ row, how, apart }) => ({
      ...eventSummary(open, row),
      how,
      apart,
      program: open.columns.text('Image', row) ?? open.columns.text('Application', row),
    })),
    eventCount: side.events.length,
  };
}

/** A skew is the server's clock less the client's; here it is this host's less the other's. */
function clocksApart({ host, skew }: ConnectionHost): ClocksApart | null {
  if (!skew) return null;
  const { connections } = skew;
  if (skew.server === host) return { millis: skew.millis, low: skew.low, high: skew.high, connections };
  return { millis: -skew.millis, low: -skew.high, high: -skew.low, connections };
}

function endpointText({ address, port }: Endpoint): string {
  return address.includes(':') ? `[${address}]:${port}` : `${address}:${port}`;
}
