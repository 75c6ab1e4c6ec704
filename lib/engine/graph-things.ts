import { rowId, type RowId } from '@/lib/base/row-id';
import { connectionsOf } from '@/lib/sessions/connections';
import { hostFilesOf, type HostFile } from '@/lib/sessions/host-files';
import type { LogonSessionKey } from '@/lib/sessions/logon-session';
import type { Process } from '@/lib/sessions/process';
import { processesOf } from '@/lib/sessions/processes';
import { rowHosts } from '@/lib/sessions/row-hosts';
import { hostAddress } from '@/lib/sessions/told-connection';
import type { OpenTable } from './open-table';

/** What a node of the graph stands for. The same thing always has the same ID, whichever event led to it. */
export type GraphThing =
  | { readonly kind: 'host'; readonly id: string; readonly host: string }
  /** Of no host that the dataset knows. */
  | { readonly kind: 'address'; readonly id: string; readonly address: string; readonly rows: readonly RowId[] }
  | { readonly kind: 'session'; readonly id: string; readonly key: LogonSessionKey }
  | { readonly kind: 'process'; readonly id: string; readonly process: Process }
  | { readonly kind: 'file'; readonly id: string; readonly file: HostFile };

/*
 * An ID names the first event of its thing: it is short, and tells nothing of what is in the events.
 *
 *   h0.1   the host that wrote the event       p0.9   the process that the event is about
 *   c0.56  the client's address in it          q0.9   the parent of that, where no event of its own is there
 *   d0.56  the server's address in it          f0.61  the file that it is about
 *   s0.56  its session; s0.56.1 its second     i0.9   the image of its process; j0.9 of the parent of that
 */
export class GraphThings {
  private readonly hostOf: (row: RowId) => string;
  private hostRows: ReadonlyMap<string, RowId> | null = null;
  private addressRows: ReadonlyMap<string, AddressRows> | null = null;

  constructor(private readonly open: OpenTable) {
    const { hosts, hostOf } = rowHosts(open.columns);
    this.hostOf = (row) => hosts.names[hostOf(row)];
  }

  /** All that an event tells of. */
  ofEvent(row: RowId): readonly GraphThing[] {
    const sessions = this.open.sessions.keysOfEvent(row).map((key) => this.session(key));
    const process = processesOf(this.open.table).ofEvent(row);
    const file = hostFilesOf(this.open.table).ofEvent(row);
    return [this.host(this.hostOf(row)), ...sessions, ...(process ? [this.process(process)] : []), ...(file ? [this.file(file)] : [])];
  }

  /** Null where the dataset has no such thing, or the text is no ID. */
  byId(id: string): GraphThing | null {
    const match = /^([hcdspqfij])(\d{1,6})\.(\d{1,10})(?:\.(\d))?$/.exec(id);
    const row = match && this.open.table.rowAt({ member: Number(match[2]), line: Number(match[3]) });
    if (!match || row === null) return null;
    const { table, sessions } = this.open;
    switch (match[1]) {
      case 'h':
        return this.host(this.hostOf(row));
      case 'c':
      case 'd': {
        const told = connectionsOf(table).told(row);
        const address = match[1] === 'd' ? told?.server?.address : (told?.client.address ?? hostAddress(this.open.columns.text('IpAddress', row)));
        return address ? this.atAddress(address) : null;
      }
      case 's': {
        const key = sessions.keysOfEvent(row).at(Number(match[4] ?? 0));
        return key ? this.session(key) : null;
      }
      case 'f': {
        const file = hostFilesOf(table).ofEvent(row);
        return file && this.file(file);
      }
      default: {
        const own = processesOf(table).ofEvent(row);
        const process = match[1] === 'q' || match[1] === 'j' ? (own?.parent ?? null) : own;
        if (process === null) return null;
        if (match[1] === 'p' || match[1] === 'q') return this.process(process);
        const image = hostFilesOf(table).imageOf(process);
        return image && this.file(image);
      }
    }
  }

  host(host: string): GraphThing {
    this.hostRows ??= firstRows(this.open.table.rowCount, this.hostOf);
    return { kind: 'host', id: this.id('h', this.hostRows.get(host) ?? rowId(0)), host };
  }

  /** The host that has the address, else the address by itself. */
  atAddress(address: string): GraphThing | null {
    const host = connectionsOf(this.open.table).hostOfAddress(address);
    if (host !== null) return this.host(host);
    const found = this.addresses().get(address);
    return found ? { kind: 'address', id: this.id(found.end, found.rows[0]), address, rows: found.rows } : null;
  }

  session(key: LogonSessionKey): GraphThing {
    const [row] = this.open.sessions.rowsOf(key);
    const place = this.open.sessions.keysOfEvent(row).findIndex((other) => other.logonId === key.logonId);
    return { kind: 'session', id: `${this.id('s', row)}${place > 0 ? `.${place}` : ''}`, key };
  }

  process(process: Process): GraphThing {
    const own = process.rows.at(0);
    return { kind: 'process', id: own === undefined ? this.id('q', process.named) : this.id('p', own), process };
  }

  file(file: HostFile): GraphThing {
    const mention = file.mentions.at(0)?.row;
    if (mention !== undefined) return { kind: 'file', id: this.id('f', mention), file };
    const run = file.processes.find(({ rows }) => rows.length > 0) ?? file.processes[0];
    const own = run.rows.at(0);
    return { kind: 'file', id: own === undefined ? this.id('j', run.named) : this.id('i', own), file };
  }

  hosts(): readonly GraphThing[] {
    this.hostRows ??= firstRows(this.open.table.rowCount, this.hostOf);
    return [...this.hostRows.keys()].map((host) => this.host(host));
  }

  private id(mark: string, row: RowId): string {
    const { member, line } = this.open.ref(row);
    return `${mark}${member}.${line}`;
  }

  private addresses(): ReadonlyMap<string, AddressRows> {
    return (this.addressRows ??= addressesIn(this.open));
  }
}

interface AddressRows {
  readonly end: 'c' | 'd';
  /** Events that tell it, in the order of the dataset. */
  readonly rows: RowId[];
}

function addressesIn({ table, columns }: OpenTable): ReadonlyMap<string, AddressRows> {
  const { told } = connectionsOf(table);
  const logonAddress = columns.derived('IpAddress', hostAddress);
  const found = new Map<string, AddressRows>();
  const add = (address: string | null | undefined, end: AddressRows['end'], row: RowId) => {
    if (!address) return;
    const same = found.get(address);
    if (!same) found.set(address, { end, rows: [row] });
    else if (same.rows.at(-1) !== row) same.rows.push(row);
  };
  for (let i = 0; i < table.rowCount; i++) {
    const row = rowId(i);
    const connection = told(row);
    add(connection ? connection.client.address : logonAddress(row), 'c', row);
    add(connection?.server?.address, 'd', row);
  }
  return found;
}

function firstRows(rowCount: number, hostOf: (row: RowId) => string): ReadonlyMap<string, RowId> {
  const rows = new Map<string, RowId>();
  for (let i = 0; i < rowCount; i++) {
    const row = rowId(i);
    const host = hostOf(row);
    if (!rows.has(host)) rows.set(host, row);
  }
  return rows;
}
