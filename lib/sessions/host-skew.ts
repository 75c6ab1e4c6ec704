import { rowId, type RowId } from '@/lib/base/row-id';
import { instantsOf } from '@/lib/events/clock';
import { utcFieldOf } from '@/lib/events/clock-evidence';
import type { EventTable } from '@/lib/events/event-table';
import { eventTypes } from './event-type';
import { mergeHosts } from './hosts';
import { sessionColumns, type SessionColumns } from './session-columns';

/** How two hosts' clocks stand to each other, from connections of which both hosts tell. */
export interface HostSkew {
  /** The host that opened the connections, and the one that took them. */
  readonly client: string;
  readonly server: string;
  /** The server's clock minus the client's, in milliseconds: the median over the connections. */
  readonly millis: number;
  readonly low: number;
  readonly high: number;
  readonly connections: number;
  /** Both ends of the connection that the median is from. */
  readonly example: { readonly client: RowId; readonly server: RowId };
}

interface End {
  readonly host: string;
  readonly row: RowId;
  readonly millis: number;
}

interface Connection {
  readonly client: End[];
  readonly server: End[];
}

/**
 * Sysmon 3 of both hosts with the same addresses and ports, in each host's own UtcTime. A connection counts if each end was told
 * once: ports are used again, and nobody knows which of several belong together. Those of most connections first.
 */
export function hostSkews(table: EventTable): readonly HostSkew[] {
  const columns = sessionColumns(table);
  const pairs = new Map<string, { readonly client: End; readonly server: End }[]>();
  for (const { client, server } of connections(table, columns).values()) {
    if (client.length !== 1 || server.length !== 1 || client[0].host === server[0].host) continue;
    const key = `${client[0].host}\n${server[0].host}`;
    pairs.set(key, [...(pairs.get(key) ?? []), { client: client[0], server: server[0] }]);
  }
  return [...pairs.values()].map(skewOf).sort((a, b) => b.connections - a.connections);
}

function skewOf(pairs: readonly { readonly client: End; readonly server: End }[]): HostSkew {
  const sorted = pairs.map((pair) => ({ ...pair, millis: pair.server.millis - pair.client.millis })).sort((a, b) => a.millis - b.millis);
  const middle = sorted[Math.floor((sorted.length - 1) / 2)];
  return {
    client: middle.client.host,
    server: middle.server.host,
    millis: middle.millis,
    low: sorted[0].millis,
    high: sorted[sorted.length - 1].millis,
    connections: sorted.length,
    example: { client: middle.client.row, server: middle.server.row },
  };
}

function connections(table: EventTable, columns: SessionColumns): ReadonlyMap<string, Connection> {
  const found = new Map<string, Connection>();
  const utc = utcFieldOf(table);
  const millis = utc === null ? null : instantsOf(table, utc);
  if (!millis) return found;
  const types = eventTypes(columns);
  const hostname = columns.column('Hostname');
  const hosts = mergeHosts(Array.from({ length: hostname?.size ?? 0 }, (_, code) => hostname?.text(code) ?? ''));
  for (let i = 0; i < table.rowCount; i++) {
    const row = rowId(i);
    if (Number.isNaN(millis[row]) || types.provider(row) !== 'sysmon' || types.id(row) !== '3') continue;
    const text = (field: string) => columns.text(field, row)?.toLowerCase() ?? null;
    const written = columns.text('Hostname', row);
    const host = written === null ? null : hosts.indexOf(written);
    const ends = [text('Protocol'), text('SourceIp'), text('SourcePort'), text('DestinationIp'), text('DestinationPort')];
    const initiated = text('Initiated');
    if (host === null || ends.includes(null) || (initiated !== 'true' && initiated !== 'false')) continue;
    const key = ends.join(' ');
    const connection = found.get(key) ?? { client: [], server: [] };
    found.set(key, connection);
    connection[initiated === 'true' ? 'client' : 'server'].push({ host: hosts.names[host], row, millis: millis[row] });
  }
  return found;
}
