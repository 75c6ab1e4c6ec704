import type { EventTable } from '@/lib/events/event-table';
import { mergeHosts } from '@/lib/sessions/hosts';
import { sessionColumns } from '@/lib/sessions/session-columns';

/** The host of every event: names that surely mean one machine are one. */
export interface HostRows {
  /** As written, the fullest name of each; '-' for events that name none. */
  readonly names: readonly string[];
  hostOf(row: number): number;
  /** Events of each host. */
  readonly events: readonly number[];
}

const known = new WeakMap<EventTable, HostRows>();

export function hostRows(table: EventTable): HostRows {
  const rows = known.get(table) ?? readHosts(table);
  known.set(table, rows);
  return rows;
}

function readHosts(table: EventTable): HostRows {
  const column = sessionColumns(table).column('Hostname');
  const written = Array.from({ length: column?.size ?? 0 }, (_, code) => column?.text(code) ?? '').filter((name) => name !== '');
  const hosts = mergeHosts(written);
  // The first is the host of events that name none.
  const ofCode = Uint32Array.from({ length: column?.size ?? 0 }, (_, code) => hosts.indexOf(column?.text(code) ?? '') ?? 0);
  const hostOf = column ? (row: number) => ofCode[column.codes[row]] : () => 0;
  const events = hosts.names.map(() => 0);
  for (let row = 0; row < table.rowCount; row++) events[hostOf(row)]++;
  return { names: hosts.names, hostOf, events };
}
