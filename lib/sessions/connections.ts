import { rowId, type RowId } from '@/lib/base/row-id';
import { clockOf } from '@/lib/events/clock';
import type { EventTable } from '@/lib/events/event-table';
import { timesOf } from './event-order';
import { eventTypes } from './event-type';
import { hostSkews, type HostSkew } from './host-skew';
import { rowHosts } from './row-hosts';
import { sessionColumns } from './session-columns';
import { toldConnections, type Endpoint, type ToldConnection } from './told-connection';

/** One connection, with what each host tells of it. */
export interface Connection {
  readonly client: Endpoint;
  readonly server: Endpoint | null;
  /** The event that was asked about: times are measured from it. */
  readonly from: RowId;
  /** The host of the event that was asked about first, then the others by name. */
  readonly hosts: readonly ConnectionHost[];
}

export interface ConnectionHost {
  readonly host: string;
  readonly isHere: boolean;
  readonly side: ToldConnection['side'];
  /** Its clock against that of the host asked about; null where no connection was told by both. */
  readonly skew: HostSkew | null;
  /** In order of time. */
  readonly events: readonly ConnectionEvent[];
}

export interface ConnectionEvent {
  readonly row: RowId;
  /**
   * 'both-ends': the address and port of both ends are the same. 'client': those of the client are, the event tells no more.
   * 'bound-port': the same port was bound, on the host that other events show to have the address.
   */
  readonly how: 'both-ends' | 'client' | 'bound-port';
  /** Milliseconds after the event that was asked about, by the dataset's clock; null where either has no time. */
  readonly apart: number | null;
}

export interface Connections {
  /** The connections that these events of one host tell of, each once, with all that the dataset has on them. */
  of(rows: readonly RowId[]): readonly Connection[];
  /** What the event itself says; null if it tells of none. */
  told(row: RowId): ToldConnection | null;
  /** The host that its own connections show to have an address; null if none does, or several. */
  hostOfAddress(address: string): string | null;
}

/** Windows gives a port out again after minutes; the events of one connection's start are written within seconds. */
const ONE_START_MILLIS = 60_000;

const known = new WeakMap<EventTable, Connections>();

/** The same for the same table. The index over it is made when somebody first asks. */
export function connectionsOf(table: EventTable): Connections {
  const connections = known.get(table) ?? indexConnections(table);
  known.set(table, connections);
  return connections;
}

function indexConnections(table: EventTable): Connections {
  const columns = sessionColumns(table);
  const told = toldConnections(columns, eventTypes(columns));
  const { hosts, hostOf } = rowHosts(columns);
  const times = timesOf(table.rowCount, clockOf(table), hostOf);
  const skews = hostSkews(table);

  const byPort = new Map<string, RowId[]>();
  const hostsOfAddress = new Map<string, Set<number>>();
  for (let i = 0; i < table.rowCount; i++) {
    const row = rowId(i);
    const connection = told(row);
    if (!connection) continue;
    const { client, server, side, isStart } = connection;
    const samePort = byPort.get(client.port);
    if (samePort) samePort.push(row);
    else byPort.set(client.port, [row]);
    const own = !isStart ? null : side === 'client' ? client.address : side === 'server' ? (server?.address ?? null) : null;
    if (own !== null) hostsOfAddress.set(own, (hostsOfAddress.get(own) ?? new Set()).add(hostOf(row)));
  }

  const hasAddress = (host: number, address: string) => hostsOfAddress.get(address)?.has(host) ?? false;

  function skewBetween(a: number, b: number): HostSkew | null {
    const [first, second] = [hosts.names[a], hosts.names[b]];
    return skews.find(({ client, server }) => (client === first && server === second) || (client === second && server === first)) ?? null;
  }

  /** The client's end, by another event where this one is a bind to every address. */
  function clientOf(row: RowId, connection: ToldConnection): Endpoint | null {
    const { address, port } = connection.client;
    if (address !== null) return { address, port };
    const host = hostOf(row);
    let nearest: Endpoint | null = null;
    let distance = Infinity;
    for (const other of byPort.get(port) ?? []) {
      const candidate = told(other)?.client.address ?? null;
      const apart = Math.abs(times[other] - times[row]);
      if (candidate === null || !hasAddress(host, candidate) || !(apart < distance)) continue;
      nearest = { address: candidate, port };
      distance = apart;
    }
    return nearest;
  }

  /** How the other event belongs to the client's end and, where either tells it, the server's; null: it does not. */
  function matchOf(client: Endpoint, asked: RowId, other: RowId): ConnectionEvent['how'] | null {
    const one = told(asked);
    const two = told(other);
    if (!one || !two) return null;
    if (one.protocol !== null && two.protocol !== null && one.protocol !== two.protocol) return null;
    if (!sameServer(one, asked, two) || !sameServer(two, other, one)) return null;
    if (two.client.address === null) return hasAddress(hostOf(other), client.address) ? 'bound-port' : null;
    if (two.client.address !== client.address) return null;
    return one.server !== null && two.server !== null ? 'both-ends' : 'client';
  }

  /** Where one event names the server and the other was written by it, the host must have that address, or nobody knows whose it is. */
  function sameServer(one: ToldConnection, row: RowId, other: ToldConnection): boolean {
    if (one.server !== null && other.server !== null) return one.server.address === other.server.address && one.server.port === other.server.port;
    if (one.side !== 'server' || other.server === null || one.server !== null) return true;
    return !hostsOfAddress.has(other.server.address) || hasAddress(hostOf(row), other.server.address);
  }

  /** Those of one use of the port: it is used anew where a connection starts long after the last start. */
  function sameUse(asked: RowId, rows: readonly RowId[]): readonly RowId[] {
    const apart = Math.max(0, ...rows.map((row) => Math.abs(skewBetween(hostOf(asked), hostOf(row))?.millis ?? 0)));
    const tolerance = ONE_START_MILLIS + apart;
    const starts = rows.filter((row) => told(row)?.isStart).map((row) => times[row]).sort((a, b) => a - b);
    const uses = starts.filter((start, i) => i === 0 || start - starts[i - 1] > tolerance);
    const useOf = (row: RowId) => uses.findLastIndex((start) => start - tolerance <= times[row]);
    return rows.filter((row) => useOf(row) === useOf(asked));
  }

  function connectionOf(asked: RowId, client: Endpoint): Connection {
    const candidates = (byPort.get(client.port) ?? []).filter((row) => row === asked || matchOf(client, asked, row) !== null);
    const rows = [...sameUse(asked, candidates)].sort((a, b) => times[a] - times[b] || a - b);
    const here = hostOf(asked);
    const byHost = new Map<number, RowId[]>([[here, []]]);
    for (const row of rows) byHost.set(hostOf(row), [...(byHost.get(hostOf(row)) ?? []), row]);
    const sides = [...byHost].map(([host, events]): ConnectionHost => ({
      host: hosts.names[host],
      isHere: host === here,
      side: events.map((row) => told(row)?.side ?? null).find((side) => side !== null) ?? null,
      skew: host === here ? null : skewBetween(here, host),
      events: events.map((row) => ({ row, how: matchOf(client, asked, row) ?? 'both-ends', apart: apartOf(asked, row) })),
    }));
    sides.sort((a, b) => Number(b.isHere) - Number(a.isHere) || (a.host < b.host ? -1 : 1));
    return { client, server: rows.map((row) => told(row)?.server ?? null).find((server) => server !== null) ?? null, from: asked, hosts: sides };
  }

  function apartOf(asked: RowId, row: RowId): number | null {
    const apart = times[row] - times[asked];
    return Number.isFinite(apart) ? apart : null;
  }

  return {
    told,
    hostOfAddress(address) {
      const having = [...(hostsOfAddress.get(address) ?? [])];
      return having.length === 1 ? hosts.names[having[0]] : null;
    },
    of(rows) {
      const found: Connection[] = [];
      const taken = new Set<RowId>();
      for (const row of rows) {
        const connection = taken.has(row) ? null : told(row);
        const client = connection && clientOf(row, connection);
        if (!client) continue;
        const made = connectionOf(row, client);
        for (const { events } of made.hosts) for (const event of events) taken.add(event.row);
        found.push(made);
      }
      return found;
    },
  };
}
