import type { RowId } from '@/lib/base/row-id';
import type { ResultTable } from '@/lib/query/result-table';
import type { LogonSessionKey } from '@/lib/sessions/logon-session';
import type { SessionSummary } from './engine';
import type { OpenTable } from './open-table';

/** Rows looked at of one reading: a join's result may be of any length. */
const MAX_ROWS = 20_000;

/** Which analytics of a hunt an event, or a session's events, are behind. */
export interface HitEvents {
  ofEvent(row: RowId): readonly string[];
  ofSession(key: LogonSessionKey): SessionSummary['hits'];
}

export const noHits: HitEvents = { ofEvent: () => [], ofSession: () => [] };

/** `tables` in the order of the hunt: an analytic's readings count together, an event once. */
export function hitEvents(open: OpenTable, tables: readonly { readonly analytic: string; readonly table: ResultTable }[]): HitEvents {
  const analyticsOf = new Map<RowId, string[]>();
  for (const { analytic, table } of tables) {
    for (let row = 0; row < Math.min(table.rowCount, MAX_ROWS); row++) {
      for (const { events } of table.lineage(row)) {
        for (const event of events) {
          const analytics = analyticsOf.get(event);
          if (!analytics) analyticsOf.set(event, [analytic]);
          else if (analytics.at(-1) !== analytic) analytics.push(analytic);
        }
      }
    }
  }
  const order = [...new Set(tables.map(({ analytic }) => analytic))];
  const sessions = new Map<string, Map<string, number>>();
  for (const [event, analytics] of analyticsOf) {
    for (const key of open.sessions.keysOfEvent(event)) {
      const counts = sessions.get(nameOf(key)) ?? new Map<string, number>();
      sessions.set(nameOf(key), counts);
      for (const analytic of analytics) counts.set(analytic, (counts.get(analytic) ?? 0) + 1);
    }
  }
  return {
    ofEvent: (row) => analyticsOf.get(row) ?? [],
    ofSession: (key) => {
      const counts = sessions.get(nameOf(key));
      return counts ? order.flatMap((analytic) => (counts.has(analytic) ? [{ analytic, events: counts.get(analytic) ?? 0 }] : [])) : [];
    },
  };
}

function nameOf({ host, logonId, boot }: LogonSessionKey): string {
  return `${logonId} ${boot} ${host}`;
}
