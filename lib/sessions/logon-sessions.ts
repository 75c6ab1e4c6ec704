import type { RowId } from '@/lib/base/row-id';
import { wellKnownSession } from '@/lib/base/well-known-session';
import { clockOf } from '@/lib/events/clock';
import type { EventTable } from '@/lib/events/event-table';
import type { LogonSession, LogonSessionEvent, LogonSessionFilter, LogonSessionKey, LogonSessionSummary } from './logon-session';
import { linkedLogons, type LinkedLogons } from './linked-logons';
import { securityHosts } from './security-hosts';
import { sessionFacts } from './session-facts';
import { indexSessions } from './session-index';
import type { IndexedSession, SessionIndex } from './session-index';
import { sessionNote } from './session-notes';
import { shareWrites, type ShareWrites } from './share-writes';
import { fileCreates, filesWritten, writtenFiles } from './written-files';
import type { FileCreates } from './written-files';

/** The logon sessions of one dataset. */
export interface LogonSessions {
  /** The sessions that an event belongs to, the acting one first; none for an event without a logon ID. */
  keysOfEvent(row: RowId): readonly LogonSessionKey[];
  /** Any name of the host and any writing of the logon ID will do. Null if there is no such session. */
  session(key: LogonSessionKey): LogonSession | null;
  /** Its events, in the order of the dataset; none if there is no such session. Costs nothing, whatever the session. */
  rowsOf(key: LogonSessionKey): readonly RowId[];
  /** Those that do most first, the well-known ones last. */
  list(filter: LogonSessionFilter): readonly LogonSessionSummary[];
  /** What was written over administrative shares; the same object each time. */
  shareWrites(): ShareWrites;
}

const known = new WeakMap<EventTable, LogonSessions>();

/** The same sessions for the same table. The index over them is made when one is first asked for. */
export function sessionsOf(table: EventTable): LogonSessions {
  const sessions = known.get(table) ?? openSessions(table);
  known.set(table, sessions);
  return sessions;
}

function openSessions(table: EventTable): LogonSessions {
  let index: SessionIndex | null = null;
  let creates: FileCreates | null = null;
  let around: Around | null = null;
  let summaries: readonly IndexedSummary[] | null = null;
  let writes: ShareWrites | null = null;
  const indexed = () => (index ??= indexSessions(table));
  const surroundings = () => (around ??= { linked: linkedLogons(indexed(), table.rowCount), securityHosts: securityHosts(indexed(), table.rowCount) });

  return {
    keysOfEvent: (row) => indexed().keysOf(row),
    rowsOf: (key) => indexed().find(key)?.rows ?? [],
    session(key) {
      const found = indexed().find(key);
      if (!found) return null;
      creates ??= fileCreates(indexed(), table.rowCount);
      return wholeSession(indexed(), surroundings(), creates, found);
    },
    shareWrites() {
      creates ??= fileCreates(indexed(), table.rowCount);
      return (writes ??= shareWrites(indexed(), creates, table.rowCount));
    },
    list(filter) {
      summaries ??= summariesOf(indexed(), surroundings());
      const host = filter.host === undefined ? null : indexed().hosts.indexOf(filter.host);
      if (filter.host !== undefined && host === null) return [];
      const { user, time } = filter;
      const clock = clockOf(table);
      return summaries
        .filter(
          ({ session, summary }) =>
            (host === null || session.host === host) &&
            (user === undefined || isUser(summary, user)) &&
            (time === undefined || (clock !== null && session.rows.some((row) => clock.millis[row] >= time.from && clock.millis[row] < time.to))),
        )
        .map(({ summary }) => summary);
    },
  };
}

/** What a session's own events do not tell. */
interface Around {
  readonly linked: LinkedLogons;
  readonly securityHosts: ReadonlySet<number>;
}

interface IndexedSummary {
  readonly session: IndexedSession;
  readonly summary: LogonSessionSummary;
}

function summariesOf(index: SessionIndex, around: Around): readonly IndexedSummary[] {
  const all = index.sessions.map((session) => ({ session, summary: summary(index, around, session, inOrder(index, session)) }));
  const isShared = (session: IndexedSummary) => Number(session.summary.wellKnown !== null);
  return all.sort(
    (a, b) => isShared(a) - isShared(b) || b.summary.events - a.summary.events || index.compare(a.summary.first, b.summary.first),
  );
}

function inOrder(index: SessionIndex, session: IndexedSession): readonly RowId[] {
  return [...session.rows].sort(index.compare);
}

function summary(index: SessionIndex, around: Around, session: IndexedSession, rows: readonly RowId[]): LogonSessionSummary {
  const { account, domain, logonType, sourceAddress, sourcePort, logon, logoff, elevated } = sessionFacts(index, session.key, rows);
  return {
    ...session.key,
    account,
    domain,
    wellKnown: wellKnownSession(session.key.logonId),
    logonType,
    sourceAddress,
    sourcePort,
    logon,
    logoff,
    hostTellsLogons: around.securityHosts.has(session.host),
    elevated,
    linked: around.linked(session),
    shareCount: sharesTouched(index, rows).length,
    fileCount: wellKnownSession(session.key.logonId) === null ? filesWritten(index, rows) : 0,
    events: rows.length,
    first: rows[0],
    last: rows[rows.length - 1],
  };
}

function wholeSession(index: SessionIndex, around: Around, creates: FileCreates, session: IndexedSession): LogonSession {
  const rows = inOrder(index, session);
  const { sid, authentication, privileges } = sessionFacts(index, session.key, rows);
  const files = wellKnownSession(session.key.logonId) === null ? writtenFiles(index, creates, session.host, rows) : [];
  const confirmations = files.flatMap((file) => (file.confirmedBy === null ? [] : [file.confirmedBy]));
  const timeline = [...new Set([...rows, ...confirmations])].sort(index.compare);
  return {
    ...summary(index, around, session, rows),
    sid,
    authentication,
    privileges,
    timeline: timeline.map((row): LogonSessionEvent => ({ row, ...sessionNote(index.columns, index.types, row) })),
    files,
    shares: sharesTouched(index, rows),
  };
}

function sharesTouched(index: SessionIndex, rows: readonly RowId[]): LogonSession['shares'] {
  const shares = new Map<string, number>();
  for (const row of rows) {
    const share = index.columns.text('ShareName', row);
    if (share !== null) shares.set(share, (shares.get(share) ?? 0) + 1);
  }
  return [...shares].map(([value, events]) => ({ value, events })).sort((a, b) => b.events - a.events);
}

function isUser(session: LogonSessionSummary, wanted: string): boolean {
  const name = (session.account ?? session.wellKnown)?.toLowerCase();
  const user = wanted.toLowerCase();
  return name !== undefined && (name === user || `${session.domain?.toLowerCase()}\\${name}` === user);
}
