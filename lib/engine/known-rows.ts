import { baselineId, type BaselineKey } from '@/lib/base/baseline';
import type { RowId } from '@/lib/base/row-id';
import type { ResultTable } from '@/lib/query/result-table';
import type { LogonSessionKey } from '@/lib/sessions/logon-session';
import { isAdministrativeShare } from '@/lib/sessions/share-writes';
import { writesById } from './baseline';
import type { KnownHits } from './baseline-shapes';
import type { OpenTable } from './open-table';
import type { ReadingAddress } from './reading-address';

/** Rows looked at of one reading: a join's result may be of any length. */
const MAX_ROWS = 20_000;

/**
 * The rows of a result that are known. A row with writes behind it is if all of them are. One without is if it has the connects of sessions
 * that wrote to administrative shares, through this share if it is one, and all of that is known: a connect alone tells of no directory.
 */
export function knownRows(open: OpenTable, table: ResultTable, keys: readonly BaselineKey[]): readonly number[] {
  if (keys.length === 0) return [];
  const isKnown = knowing(open, keys);
  const rows: number[] = [];
  for (let row = 0; row < Math.min(table.rowCount, MAX_ROWS); row++) if (isKnown(eventsOf(table, row))) rows.push(row);
  return rows;
}

/** The same for all readings of a hunt; and the sessions that are behind its rows, and behind none that is unknown. */
export function knownHits(open: OpenTable, tables: readonly (ReadingAddress & { readonly table: ResultTable })[], keys: readonly BaselineKey[]): KnownHits {
  if (keys.length === 0) return { readings: [], sessions: [] };
  const isKnown = knowing(open, keys);
  const sessions = new Map<string, { readonly key: LogonSessionKey; isKnown: boolean }>();
  const readings = tables.map(({ analytic, reading, table }) => {
    const rows: number[] = [];
    for (let row = 0; row < Math.min(table.rowCount, MAX_ROWS); row++) {
      const events = eventsOf(table, row);
      const isRowKnown = isKnown(events);
      if (isRowKnown) rows.push(row);
      for (const key of events.flatMap((event) => open.sessions.keysOfEvent(event))) {
        const session = sessions.get(nameOf(key));
        if (!session) sessions.set(nameOf(key), { key, isKnown: isRowKnown });
        else if (!isRowKnown) session.isKnown = false;
      }
    }
    return { analytic, reading, rows };
  });
  return { readings: readings.filter(({ rows }) => rows.length > 0), sessions: [...sessions.values()].filter((session) => session.isKnown).map(({ key }) => key) };
}

function eventsOf(table: ResultTable, row: number): readonly RowId[] {
  return table.lineage(row).flatMap((leg) => [...leg.events]);
}

/** Whether a row that these events made is known. */
function knowing(open: OpenTable, keys: readonly BaselineKey[]): (events: readonly RowId[]) => boolean {
  const known = new Set(keys.map(baselineId));
  /** By the event, and by its session: whether what was written is known, and through which share. */
  const ofEvent = new Map<RowId, boolean>();
  const ofSession = new Map<string, { readonly share: string; readonly isKnown: boolean }[]>();
  for (const [id, writes] of writesById(open)) {
    const isKnown = known.has(id);
    for (const { row, session, share } of writes) {
      ofEvent.set(row, isKnown);
      if (!session) continue;
      const written = ofSession.get(nameOf(session)) ?? [];
      ofSession.set(nameOf(session), written);
      written.push({ share: share.toLowerCase(), isKnown });
    }
  }

  function isConnectKnown(event: RowId): boolean {
    const share = open.columns.text('ShareName', event)?.toLowerCase() ?? null;
    if (open.eventTypes.id(event) !== '5140' || open.eventTypes.provider(event) !== 'security' || share === null) return false;
    // To IPC$ a session connects first, whatever it goes on to.
    const isAny = share.endsWith('\\ipc$');
    if (!isAny && !isAdministrativeShare(share)) return false;
    const written = open.sessions.keysOfEvent(event).flatMap((key) => ofSession.get(nameOf(key)) ?? []).filter((write) => isAny || write.share === share);
    return written.length > 0 && written.every(({ isKnown }) => isKnown);
  }

  return (events) => {
    const writes = events.filter((event) => ofEvent.has(event));
    return writes.length > 0 ? writes.every((event) => ofEvent.get(event)) : events.length > 0 && events.every(isConnectKnown);
  };
}

function nameOf({ host, logonId, boot }: LogonSessionKey): string {
  return `${logonId} ${boot} ${host}`;
}
