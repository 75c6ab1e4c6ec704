import type { RowId } from '@/lib/base/row-id';
import { rowId } from '@/lib/base/row-id';
import { eventTableOf } from '@/lib/events/event-table-builder';
import type { EventTable } from '@/lib/events/event-table';
import type { SessionClock } from './event-order';
import { sessionsOf } from './logon-sessions';
import type { LogonSessions } from './logon-sessions';

/**
 * Events from aligned rows: a header line of field names, then one event a line; two or more spaces stand between cells, '.' is
 * a field that the event lacks. Numbers stay text, but for EventID.
 */
export function eventsFrom(rows: string): EventTable {
  const [header, ...lines] = rows
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => line.split(/\s{2,}/));
  const events = lines.map((cells) => {
    if (cells.length !== header.length) throw new Error(`${cells.length} cells under ${header.length} names: ${cells.join(' | ')}`);
    const fields = header.map((name, i) => [name, name === 'EventID' ? Number(cells[i]) : cells[i]] as const);
    return JSON.stringify(Object.fromEntries(fields.filter(([, cell]) => cell !== '.')));
  });
  return eventTableOf(events.join('\n'));
}

/** Reads '@timestamp' as `2020-09-22T18:53:32.341Z` or, on a made-up day, as `18:53:32`. */
export function testClock(table: EventTable): SessionClock {
  const column = table.column('@timestamp');
  return {
    millis(row) {
      const text = column?.text(column.codes[row]) ?? null;
      if (text === null) return null;
      return Date.parse(text.includes('T') ? text : `2020-01-01T${text}Z`);
    },
  };
}

export function sessionsFrom(rows: string): LogonSessions {
  const table = eventsFrom(rows);
  return sessionsOf(table, testClock(table));
}

export const row = (index: number): RowId => rowId(index);
