import type { RowId } from '@/lib/base/row-id';
import { rowId } from '@/lib/base/row-id';
import { eventTableOf } from '@/lib/events/event-table-builder';
import type { EventTable } from '@/lib/events/event-table';
import { sessionsOf } from './logon-sessions';
import type { LogonSessions } from './logon-sessions';

/**
 * Events from aligned rows: a header line of field names, then one event a line; two or more spaces stand between cells, '.' is
 * a field that the event lacks. Numbers stay text, but for EventID; '@timestamp' is a time of day.
 */
export function eventsFrom(rows: string): EventTable {
  const [header, ...lines] = rows
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => line.split(/\s{2,}/));
  const events = lines.map((cells) => {
    if (cells.length !== header.length) throw new Error(`${cells.length} cells under ${header.length} names: ${cells.join(' | ')}`);
    const fields = header.map((name, i) => [name, cellOf(name, cells[i])] as const);
    return JSON.stringify(Object.fromEntries(fields.filter(([, cell]) => cell !== '.')));
  });
  return eventTableOf(events.join('\n'));
}

function cellOf(name: string, cell: string): string | number {
  if (name === 'EventID') return Number(cell);
  return name === '@timestamp' && cell !== '.' ? `2020-01-01T${cell}Z` : cell;
}

export function sessionsFrom(rows: string): LogonSessions {
  return sessionsOf(eventsFrom(rows));
}

export const row = (index: number): RowId => rowId(index);
