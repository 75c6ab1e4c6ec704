import { rowId } from '@/lib/base/row-id';
import type { RowId } from '@/lib/base/row-id';
import { clockOf } from '@/lib/events/clock';
import type { EventTable } from '@/lib/events/event-table';
import { bootsOf } from './boots';
import { eventOrder, timesOf } from './event-order';
import { eventTypes } from './event-type';
import type { EventTypes } from './event-type';
import { mergeHosts, NO_HOST } from './hosts';
import type { Hosts } from './hosts';
import { canonicalLogonId } from './logon-id';
import type { LogonSessionKey } from './logon-session';
import { sessionColumns } from './session-columns';
import type { SessionColumns } from './session-columns';
import { sessionLinks } from './session-links';

/** Every session of a dataset with its events, from one pass over the rows when somebody first asks for one. */
export interface SessionIndex {
  readonly columns: SessionColumns;
  readonly types: EventTypes;
  readonly hosts: Hosts;
  readonly sessions: readonly IndexedSession[];
  readonly times: Float64Array;
  readonly hostOf: (row: RowId) => number;
  readonly compare: (a: RowId, b: RowId) => number;
  ofEvent(row: RowId): readonly IndexedSession[];
  /** Their keys, which no pass is needed for. */
  keysOf(row: RowId): readonly LogonSessionKey[];
  find(key: LogonSessionKey): IndexedSession | null;
}

export interface IndexedSession {
  readonly key: LogonSessionKey;
  readonly host: number;
  /** In the order of the dataset. */
  readonly rows: readonly RowId[];
}

export function indexSessions(table: EventTable): SessionIndex {
  const columns = sessionColumns(table);
  const types = eventTypes(columns);
  const hosts = mergeHosts(hostNames(columns));
  const noHost = hosts.indexOf(NO_HOST) ?? 0;
  const hostOf = columns.derived('Hostname', (name) => (name === null ? noHost : (hosts.indexOf(name) ?? noHost)));
  const times = timesOf(table.rowCount, clockOf(table), hostOf);
  const bootOf = bootsOf(table.rowCount, types, hostOf, (row) => times[row]);
  const linksOf = sessionLinks(columns, types);

  let known: ReadonlyMap<string, IndexedSession> | null = null;
  const byName = () => (known ??= sessionsByName());

  function sessionsByName(): ReadonlyMap<string, IndexedSession> {
    const sessions = new Map<string, IndexedSession & { rows: RowId[] }>();
    for (let i = 0; i < table.rowCount; i++) {
      const row = rowId(i);
      for (const { logonId } of linksOf(row)) {
        const host = hostOf(row);
        const boot = bootOf(row);
        const name = sessionName(host, logonId, boot);
        const session = sessions.get(name);
        if (session) session.rows.push(row);
        else sessions.set(name, { key: { host: hosts.names[host], logonId, boot }, host, rows: [row] });
      }
    }
    return sessions;
  }

  return {
    columns,
    types,
    hosts,
    get sessions() {
      return [...byName().values()];
    },
    times,
    hostOf,
    compare: eventOrder(columns, times, hostRanks(hosts, hostOf)),
    ofEvent: (row) => linksOf(row).flatMap(({ logonId }) => byName().get(sessionName(hostOf(row), logonId, bootOf(row))) ?? []),
    keysOf: (row) => linksOf(row).map(({ logonId }) => ({ host: hosts.names[hostOf(row)], logonId, boot: bootOf(row) })),
    find: (key) => {
      const host = hosts.indexOf(key.host);
      const logonId = canonicalLogonId(key.logonId);
      if (host === null || logonId === null) return null;
      return byName().get(sessionName(host, logonId, key.boot)) ?? null;
    },
  };
}

/** The host's place among all by name, whatever order the dataset has them in. */
function hostRanks({ names }: Hosts, hostOf: (row: RowId) => number): (row: RowId) => number {
  const sorted = names.map((name, host) => ({ name: name.toLowerCase(), host })).sort((a, b) => (a.name < b.name ? -1 : Number(a.name > b.name)));
  const ranks = new Uint32Array(names.length);
  sorted.forEach(({ host }, rank) => (ranks[host] = rank));
  return (row) => ranks[hostOf(row)];
}

function sessionName(host: number, logonId: string, boot: number): string {
  return `${host} ${logonId} ${boot}`;
}

function* hostNames(columns: SessionColumns): Iterable<string> {
  const column = columns.column('Hostname');
  for (let code = 1; column && code < column.size; code++) {
    const name = column.text(code);
    if (name !== null && name !== '') yield name;
  }
}
