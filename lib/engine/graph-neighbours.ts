import { assertNever } from '@/lib/base/assert-never';
import type { RowId } from '@/lib/base/row-id';
import { wellKnownSession } from '@/lib/base/well-known-session';
import { connectionsOf } from '@/lib/sessions/connections';
import type { FileStepKind } from '@/lib/sessions/file-mentions';
import { hostFilesOf, type HostFile } from '@/lib/sessions/host-files';
import type { LogonSession, LogonSessionKey } from '@/lib/sessions/logon-session';
import type { Process } from '@/lib/sessions/process';
import { processesOf } from '@/lib/sessions/processes';
import { hostAddress } from '@/lib/sessions/told-connection';
import { sessionNote } from '@/lib/sessions/session-notes';
import type { GraphGroup, GraphRelation } from './graph-shapes';
import { GraphThings, type GraphThing } from './graph-things';
import type { OpenTable } from './open-table';

/** One neighbour of a thing, and the events that tell of it. */
export interface GraphLink {
  readonly other: GraphThing;
  readonly relation: GraphRelation;
  /** The other is where the relation starts. */
  readonly isReverse: boolean;
  readonly rows: readonly RowId[];
  readonly words: string;
}

export interface GraphLinks {
  readonly group: GraphGroup;
  readonly links: readonly GraphLink[];
}

/** A process without a start event is in the session that its first events act in. */
const ASKED_OF_PROCESS = 50;

/** The neighbours of things, worked out when somebody first asks, and once. */
export class GraphNeighbours {
  readonly things: GraphThings;
  private readonly known = new Map<string, readonly GraphLinks[]>();
  private arrivals: ReadonlyMap<string, readonly Arrival[]> | null = null;
  private readonly sessionsOfProcess = new Map<Process, readonly SessionOfProcess[]>();

  constructor(private readonly open: OpenTable) {
    this.things = new GraphThings(open);
  }

  /** Groups without a neighbour are left out. */
  of(thing: GraphThing): readonly GraphLinks[] {
    const known = this.known.get(thing.id) ?? this.find(thing).flatMap(({ group, links }) => (links.length === 0 ? [] : [{ group, links: merged(links) }]));
    this.known.set(thing.id, known);
    return known;
  }

  private find(thing: GraphThing): readonly GraphLinks[] {
    switch (thing.kind) {
      case 'host':
        return this.ofHost(thing.host, thing.id);
      case 'address':
        return [{ group: 'arrivals', links: this.arrivalsFrom(thing.id) }, { group: 'processes', links: thing.rows.flatMap((row) => this.connecting(row)) }];
      case 'session':
        return wellKnownSession(thing.key.logonId) === null ? this.ofSession(thing.key) : this.ofServiceSession(thing.key);
      case 'process':
        return this.ofProcess(thing.process);
      case 'file':
        return this.ofFile(thing.file);
      default:
        return assertNever(thing);
    }
  }

  private ofHost(host: string, id: string): readonly GraphLinks[] {
    const sessions = this.open.sessions.list({ host }).map((session) => link(this.things.session(session), 'on', [session.logon ?? session.first], true));
    const processes = processesOf(this.open.table).all.filter((process) => process.host === host).sort((a, b) => b.rows.length - a.rows.length);
    return [
      { group: 'sessions', links: sessions },
      { group: 'arrivals', links: this.arrivalsFrom(id) },
      { group: 'processes', links: processes.map((process) => link(this.things.process(process), 'on', [process.starts[0] ?? process.named], true)) },
    ];
  }

  private ofSession(key: LogonSessionKey): readonly GraphLinks[] {
    const session = this.open.sessions.session(key);
    if (!session) return [];
    const source = this.sourceOf(session);
    const shares = session.timeline.filter(({ row }) => this.open.eventTypes.id(row) === '5140').map(({ row }) => row);
    const host = this.things.host(session.host);
    const acting = session.timeline.filter(({ role }) => role !== 'logon' && role !== 'logoff' && role !== 'privileges').map(({ row }) => row);
    return [
      { group: 'host', links: [link(host, 'on', [session.logon ?? session.first])] },
      { group: 'source', links: source && source.id !== host.id ? [link(source, 'logged-on-from', [session.logon ?? shares.at(0) ?? session.first])] : [] },
      { group: 'shares', links: shares.length === 0 ? [] : [{ ...link(host, 'connected-share', shares), words: session.shares.map(({ value }) => value.replace(/^\\\\\*\\/, '')).join(', ') }] },
      { group: 'makers', links: this.makersOf(session) },
      { group: 'linked', links: session.linked?.isHere ? [link(this.things.session({ ...key, logonId: session.linked.logonId }), 'linked-with', [session.logon ?? session.first])] : [] },
      { group: 'processes', links: acting.flatMap((row) => this.inSession(row, session)) },
      { group: 'wrote', links: session.files.flatMap(({ access, confirmedBy }) => this.fileOf(access, 'wrote', confirmedBy === null ? [access] : [access, confirmedBy])) },
    ];
  }

  /** Many actors share it: only what was started in it is told. */
  private ofServiceSession(key: LogonSessionKey): readonly GraphLinks[] {
    const [first] = this.open.sessions.rowsOf(key);
    const processes = processesOf(this.open.table).all.filter(({ host }) => host === key.host).sort((a, b) => b.rows.length - a.rows.length);
    const started = processes.flatMap((process) => this.sessionsOf(process).filter((of) => of.key.logonId === key.logonId && of.key.boot === key.boot).map(({ row }) => link(this.things.process(process), 'in-session', [row], true)));
    return [
      { group: 'host', links: first === undefined ? [] : [link(this.things.host(key.host), 'on', [first])] },
      { group: 'processes', links: started },
    ];
  }

  private ofProcess(process: Process): readonly GraphLinks[] {
    const { parent, children, starts, named } = process;
    const image = hostFilesOf(this.open.table).imageOf(process);
    const told = starts.length > 0 ? starts : [named];
    const files = process.rows.flatMap((row) => this.actsOnFile(row));
    return [
      { group: 'host', links: [link(this.things.host(process.host), 'on', told)] },
      { group: 'sessions', links: this.sessionsOf(process).map(({ key, row }) => link(this.things.session(key), 'in-session', [row])) },
      { group: 'parent', links: parent ? [link(this.things.process(parent), 'child-of', told)] : [] },
      { group: 'children', links: children.map((child) => link(this.things.process(child), 'child-of', child.starts.length > 0 ? child.starts : [child.named], true)) },
      { group: 'connections', links: this.connectionsFrom(process) },
      { group: 'image', links: image ? [link(this.things.file(image), 'executed', told)] : [] },
      { group: 'wrote', links: files.filter(({ relation }) => relation === 'wrote') },
      { group: 'deleted', links: files.filter(({ relation }) => relation === 'deleted') },
      { group: 'loaded', links: files.filter(({ relation }) => relation === 'loaded') },
    ];
  }

  private ofFile(file: HostFile): readonly GraphLinks[] {
    const { ofEvent } = processesOf(this.open.table);
    const told = file.mentions.at(0)?.row ?? file.processes[0].starts.at(0) ?? file.processes[0].named;
    const actors = file.mentions.flatMap(({ row, kind }): GraphLink[] => {
      const relation = FILE_RELATIONS[kind] ?? null;
      if (relation === null) return [];
      const process = ofEvent(row);
      const sessions = kind === 'asked-to-write' ? this.open.sessions.keysOfEvent(row).filter(({ logonId }) => wellKnownSession(logonId) === null) : [];
      return [...sessions.map((key) => link(this.things.session(key), relation, [row], true)), ...(process ? [link(this.things.process(process), relation, [row], true)] : [])];
    });
    const runs = file.processes.map((process) => link(this.things.process(process), 'executed', process.starts.length > 0 ? process.starts : [process.named], true));
    const alike = hostFilesOf(this.open.table).alike(file);
    return [
      { group: 'host', links: [link(this.things.host(file.host), 'on', [told])] },
      { group: 'writers', links: actors.filter(({ relation }) => relation === 'wrote') },
      { group: 'runs', links: runs },
      { group: 'loaders', links: actors.filter(({ relation }) => relation === 'loaded') },
      { group: 'deleters', links: actors.filter(({ relation }) => relation === 'deleted') },
      { group: 'alike', links: alike.map(({ file: other, by }) => link(this.things.file(other), by === 'hash' ? 'same-hash' : 'same-name', [told, other.mentions.at(0)?.row ?? other.processes[0].named])) },
    ];
  }

  /** What a process's event does to a file. */
  private actsOnFile(row: RowId): readonly GraphLink[] {
    const kind = FILE_EVENTS.has(this.open.eventTypes.id(row)) ? hostFilesOf(this.open.table).kindOf(row) : null;
    const relation = kind === null ? null : (FILE_RELATIONS[kind] ?? null);
    return relation === null ? [] : this.fileOf(row, relation, [row]);
  }

  private fileOf(row: RowId, relation: GraphRelation, rows: readonly RowId[]): readonly GraphLink[] {
    const file = hostFilesOf(this.open.table).ofEvent(row);
    return file ? [link(this.things.file(file), relation, rows)] : [];
  }

  private inSession(row: RowId, session: LogonSessionKey): readonly GraphLink[] {
    const process = processesOf(this.open.table).ofEvent(row);
    if (!process || process.host !== session.host || !this.sessionsOf(process).some(({ key }) => key.logonId === session.logonId && key.boot === session.boot)) return [];
    return [link(this.things.process(process), 'in-session', [row], true)];
  }

  /** The session that it was started in; of one without a start event, the sessions that its events act in. */
  private sessionsOf(process: Process): readonly SessionOfProcess[] {
    const known = this.sessionsOfProcess.get(process) ?? this.findSessionsOf(process);
    this.sessionsOfProcess.set(process, known);
    return known;
  }

  private findSessionsOf({ starts, rows }: Process): readonly SessionOfProcess[] {
    const { sessions, eventTypes, columns } = this.open;
    // Of a 4688 with two, the last is that of the new process.
    const started = starts.flatMap((row) => sessions.keysOfEvent(row).slice(-1).map((key) => ({ key, row })));
    if (started.length > 0) return started.slice(0, 1);
    const found = new Map<string, SessionOfProcess>();
    for (const row of rows.slice(0, ASKED_OF_PROCESS)) {
      if (['logon', 'logoff', 'privileges'].includes(sessionNote(columns, eventTypes, row).role)) continue;
      for (const key of sessions.keysOfEvent(row)) if (!found.has(`${key.logonId} ${key.boot}`)) found.set(`${key.logonId} ${key.boot}`, { key, row });
    }
    return [...found.values()];
  }

  private sourceOf({ sourceAddress }: { readonly sourceAddress: string | null }): GraphThing | null {
    const address = hostAddress(sourceAddress);
    return address === null ? null : this.things.atAddress(address);
  }

  private arrivalsFrom(id: string): readonly GraphLink[] {
    this.arrivals ??= this.allArrivals();
    return (this.arrivals.get(id) ?? []).map(({ key, row }) => link(this.things.session(key), 'logged-on-from', [row], true));
  }

  private allArrivals(): ReadonlyMap<string, readonly Arrival[]> {
    const arrivals = new Map<string, Arrival[]>();
    for (const session of this.open.sessions.list({})) {
      const source = this.sourceOf(session);
      if (!source || (source.kind === 'host' && source.host === session.host)) continue;
      const arrival = { key: session, row: session.logon ?? session.first };
      const same = arrivals.get(source.id);
      if (same) same.push(arrival);
      else arrivals.set(source.id, [arrival]);
    }
    return arrivals;
  }

  /** The processes on other hosts that made the connections which the session's events came over. */
  private makersOf(session: LogonSession): readonly GraphLink[] {
    const { ofEvent } = processesOf(this.open.table);
    const connections = connectionsOf(this.open.table).of(session.timeline.map(({ row }) => row));
    return connections.flatMap(({ hosts }) =>
      hosts.filter(({ isHere, side }) => !isHere && side !== 'server').flatMap(({ events }) =>
        events.flatMap(({ row }) => {
          const process = ofEvent(row);
          return process ? [link(this.things.process(process), 'made-by', [row])] : [];
        }),
      ),
    );
  }

  /** The other ends of a process's connections: the process that tells of one there, else its host or address, and the session that came over it. */
  private connectionsFrom(process: Process): readonly GraphLink[] {
    const { of, told } = connectionsOf(this.open.table);
    const { ofEvent } = processesOf(this.open.table);
    return of(process.rows.filter((row) => told(row) !== null)).flatMap((connection): GraphLink[] => {
      const here = connection.hosts.find(({ isHere }) => isHere);
      const isServer = here?.side === 'server';
      const own = (here?.events ?? []).map(({ row }) => row).filter((row) => ofEvent(row) === process);
      const others = connection.hosts.filter(({ isHere }) => !isHere);
      if (others.length === 0) {
        const far = this.farEnd(connection.client.address, connection.server?.address ?? null, isServer);
        return far && !(far.kind === 'host' && far.host === process.host) ? [link(far, 'connection', own, isServer)] : [];
      }
      return others.flatMap(({ host, events }): GraphLink[] => {
        const byProcess = events.flatMap(({ row }) => {
          const other = ofEvent(row);
          return other ? [link(this.things.process(other), 'connection', [...own, row], isServer)] : [];
        });
        const sessions = isServer ? [] : events.flatMap(({ row }) => this.open.sessions.keysOfEvent(row).filter(({ logonId }) => wellKnownSession(logonId) === null).map((key) => link(this.things.session(key), 'made-by', own, true)));
        return [...(byProcess.length > 0 ? byProcess : [link(this.things.host(host), 'connection', [...own, ...events.map(({ row }) => row)], isServer)]), ...sessions];
      });
    });
  }

  private farEnd(client: string, server: string | null, isServer: boolean): GraphThing | null {
    const address = isServer ? client : server;
    return address === null ? null : this.things.atAddress(address);
  }

  private connecting(row: RowId): readonly GraphLink[] {
    const told = connectionsOf(this.open.table).told(row);
    const process = told && processesOf(this.open.table).ofEvent(row);
    return process ? [link(this.things.process(process), 'connection', [row], told.side !== 'server')] : [];
  }
}

interface Arrival {
  readonly key: LogonSessionKey;
  readonly row: RowId;
}

interface SessionOfProcess {
  readonly key: LogonSessionKey;
  /** The event that says so. */
  readonly row: RowId;
}

/** Steps of a file that a graph shows, as what somebody did with it. */
const FILE_RELATIONS: Readonly<Partial<Record<FileStepKind, 'wrote' | 'deleted' | 'loaded'>>> = { 'asked-to-write': 'wrote', created: 'wrote', deleted: 'deleted', loaded: 'loaded' };
const FILE_EVENTS: ReadonlySet<string> = new Set(['7', '11', '15', '23', '26', '29', '4663']);

function link(other: GraphThing, relation: GraphRelation, rows: readonly RowId[], isReverse = false): GraphLink {
  return { other, relation, isReverse, rows, words: '' };
}

/** Each neighbour once a relation, with all events of it. */
function merged(links: readonly GraphLink[]): readonly GraphLink[] {
  const found = new Map<string, { readonly first: GraphLink; readonly rows: Set<RowId> }>();
  for (const each of links) {
    const key = `${each.other.id} ${each.relation} ${each.isReverse}`;
    const same = found.get(key);
    if (!same) found.set(key, { first: each, rows: new Set(each.rows) });
    else for (const row of each.rows) same.rows.add(row);
  }
  return [...found.values()].map(({ first, rows }) => ({ ...first, rows: [...rows].sort((a, b) => a - b) }));
}
