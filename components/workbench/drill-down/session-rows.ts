import type { TimeZone } from '@/lib/base/time-zone';
import { zoneName } from '@/components/workbench/time-range-text';
import type { SessionSummary } from '@/lib/engine/engine';
import { dayAndTime } from './time-text';
import type { FetchRows } from '@/components/ui/data-table/row-pages';

/** Heads of the table. */
export function sessionColumns(zone: TimeZone): readonly string[] {
  return ['Logon ID', 'Host', 'Account', 'Logon', 'Source', 'Events', `First event, ${zoneName(zone)}`, `Last event, ${zoneName(zone)}`];
}

const byNumbersInText = new Intl.Collator('en', { numeric: true });

/** Sessions as rows of a table; `row` is the session's place in the list. */
export function sessionRows(sessions: readonly SessionSummary[], zone: TimeZone): FetchRows {
  const rows = sessions.map((session, row) => ({ row, cells: sessionCells(session, zone) }));
  return (offset, limit, sort, filters) => {
    const wanted = filters.map(({ column, text }) => ({ column, text: text.toLowerCase() }));
    const kept = rows.filter(({ cells }) => wanted.every(({ column, text }) => cells[column]?.toLowerCase().includes(text)));
    if (sort) {
      const direction = sort.descending ? -1 : 1;
      kept.sort((a, b) => direction * compareCells(a.cells[sort.column], b.cells[sort.column]) || a.row - b.row);
    }
    return Promise.resolve({ total: kept.length, rows: kept.slice(offset, offset + limit) });
  };
}

/** In the order of `sessionColumns`. */
function sessionCells(session: SessionSummary, zone: TimeZone): readonly (string | null)[] {
  const { account, domain, sourceAddress, sourcePort } = session;
  return [
    session.boot === 0 ? session.logonId : `${session.logonId} (restart ${session.boot})`,
    session.host,
    session.wellKnown ?? (account !== null && domain !== null ? `${domain}\\${account}` : account),
    session.logonType,
    sourceAddress !== null && sourcePort !== null ? `${sourceAddress}:${sourcePort}` : sourceAddress,
    String(session.events),
    dayAndTime(session.first, zone),
    dayAndTime(session.last, zone),
  ];
}

/** What is missing comes before everything. */
function compareCells(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(b === null) - Number(a === null);
  return byNumbersInText.compare(a, b);
}
