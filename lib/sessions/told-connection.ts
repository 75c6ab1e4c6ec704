import type { RowId } from '@/lib/base/row-id';
import type { EventTypes } from './event-type';
import type { SessionColumns } from './session-columns';

export interface Endpoint {
  /** Lower case; an IPv4 address inside an IPv6 one by itself. */
  readonly address: string;
  readonly port: string;
}

/** What one event says of a connection. */
export interface ToldConnection {
  /** Who opened it. `address` null: a bind to a port on every address of the host. */
  readonly client: { readonly address: string | null; readonly port: string };
  /** Null where the event does not tell it. */
  readonly server: Endpoint | null;
  /** The side of the host that wrote the event; null where the event does not say. */
  readonly side: 'client' | 'server' | null;
  /** 'tcp', 'udp'; null: any. */
  readonly protocol: string | null;
  /** It was written when the connection was made: a later event of the same port may be of another one. */
  readonly isStart: boolean;
}

/**
 * Sysmon 3 and 5156 tell both ends, whichever host writes them: the source is who opened it. 5158 is the bind that comes before.
 * Security events with IpAddress and IpPort (4624, 4769, 5140, 5145, …) tell the client, and are written by the server.
 * https://learn.microsoft.com/windows/security/threat-protection/auditing/event-5156
 */
export function toldConnections(columns: SessionColumns, types: EventTypes): (row: RowId) => ToldConnection | null {
  const clientPort = columns.derived('IpPort', portOf);
  const sourcePort = columns.derived('SourcePort', portOf);
  const address = (field: string, row: RowId) => addressOf(columns.text(field, row));

  return (row) => {
    const id = types.id(row);
    const provider = types.provider(row);
    if (provider === 'sysmon') return id === '3' ? both(row, ['SourceIp', 'DestinationIp', 'DestinationPort'], sysmonSide(columns.text('Initiated', row))) : null;
    if (provider !== 'security') return null;
    if (id === '5156') return both(row, ['SourceAddress', 'DestAddress', 'DestPort'], firewallSide(columns.text('Direction', row)));
    if (id === '5158') {
      const port = sourcePort(row);
      const bound = address('SourceAddress', row);
      return port === null || isLoopback(bound) ? null : { client: { address: isEvery(bound) ? null : bound, port }, server: null, side: 'client', protocol: protocolOf(row), isStart: true };
    }
    const port = clientPort(row);
    const client = port === null ? null : address('IpAddress', row);
    return port === null || client === null || isLoopback(client) ? null : { client: { address: client, port }, server: null, side: 'server', protocol: null, isStart: false };
  };

  function both(row: RowId, [source, destination, destinationPort]: readonly [string, string, string], side: ToldConnection['side']): ToldConnection | null {
    const from = address(source, row);
    const port = sourcePort(row);
    const to = address(destination, row);
    const toPort = portOf(columns.text(destinationPort, row));
    if (from === null || port === null || to === null || toPort === null || isLoopback(from) || isLoopback(to)) return null;
    return { client: { address: from, port }, server: { address: to, port: toPort }, side, protocol: protocolOf(row), isStart: true };
  }

  /** Sysmon writes the name, the firewall the number. https://www.iana.org/assignments/protocol-numbers */
  function protocolOf(row: RowId): string | null {
    const text = columns.text('Protocol', row)?.toLowerCase() ?? null;
    return text === '6' ? 'tcp' : text === '17' ? 'udp' : text;
  }
}

function sysmonSide(initiated: string | null): ToldConnection['side'] {
  const text = initiated?.toLowerCase();
  return text === 'true' ? 'client' : text === 'false' ? 'server' : null;
}

/** Message codes, as the log has them, or the words that some exporters put in their place. */
function firewallSide(direction: string | null): ToldConnection['side'] {
  const text = direction?.toLowerCase();
  return text === '%%14593' || text === 'outbound' ? 'client' : text === '%%14592' || text === 'inbound' ? 'server' : null;
}

function portOf(text: string | null): string | null {
  return text !== null && /^[1-9]\d{0,4}$/.test(text) ? text : null;
}

/** Lower case, an IPv4 address inside an IPv6 one by itself; null for one that names no host but the own. */
export function hostAddress(text: string | null): string | null {
  const address = addressOf(text);
  return isEvery(address) || isLoopback(address) ? null : address;
}

function addressOf(text: string | null): string | null {
  return text === null ? null : text.trim().toLowerCase().replace(/^::ffff:(?=\d+\.)/, '');
}

function isEvery(address: string | null): boolean {
  return address === null || address === '0.0.0.0' || address === '::';
}

function isLoopback(address: string | null): boolean {
  return address === '::1' || (address?.startsWith('127.') ?? false);
}
