import type { Cells, EventTable } from '@/lib/events/event-table';
import type { DataSource } from './hunt-document';

/** An event type that an analytic needs, and how much of it this dataset holds. */
export interface DataSourceStatus extends DataSource {
  readonly events: number;
  readonly hosts: number;
}

/** Channels that hold a provider's events under another name. Else a channel is the provider's name and '/Operational' or the like. */
const CHANNEL_OF_PROVIDER: ReadonlyMap<string, string> = new Map([
  ['microsoft-windows-security-auditing', 'security'],
  ['service control manager', 'system'],
  ['powershell', 'windows powershell'],
]);

const rowsOf = new WeakMap<EventTable, Map<string, Uint32Array>>();

/**
 * The events of a provider (or channel, as hunts write either) and event ID, ascending. An event is met by its channel or by its provider, in any
 * case; where `provider` is null, by its ID alone. Found once for a dataset: hunts and their analytics share types.
 */
export function rowsOfType(table: EventTable, provider: string | null, eventIds: readonly string[]): Uint32Array {
  const known = rowsOf.get(table) ?? new Map<string, Uint32Array>();
  rowsOf.set(table, known);
  const key = JSON.stringify([provider, eventIds]);
  const rows = known.get(key) ?? findRows(table, provider, eventIds);
  known.set(key, rows);
  return rows;
}

function findRows(table: EventTable, provider: string | null, eventIds: readonly string[]): Uint32Array {
  const idField = table.resolve('EventID').found;
  const ids = idField === null ? null : table.column(idField);
  if (ids === null) return new Uint32Array();
  const isWanted = Array.from({ length: ids.size }, (_, code) => {
    const id = ids.text(code);
    return id !== null && eventIds.includes(id.trim());
  });
  const wanted = provider === null ? null : providerKey(provider);
  const meets = (text: string) =>
    wanted !== null && (providerKey(text) === wanted || providerKey(text) === CHANNEL_OF_PROVIDER.get(wanted));
  const hasChannel = rowsWhere(cellsOf(table, 'Channel'), meets);
  const hasProvider = rowsWhere(cellsOf(table, 'SourceName'), meets);
  const rows: number[] = [];
  for (let row = 0; row < table.rowCount; row++) {
    if (!isWanted[ids.codes[row]]) continue;
    if (wanted === null || hasChannel(row) || hasProvider(row)) rows.push(row);
  }
  return Uint32Array.from(rows);
}

/** Counts those events, and their hosts. */
export function countEvents(table: EventTable, provider: string | null, eventIds: readonly string[]): { events: number; hosts: number } {
  const rows = rowsOfType(table, provider, eventIds);
  const hosts = cellsOf(table, 'Hostname');
  const names = new Set<string>();
  for (const code of new Set(hosts ? Array.from(rows, (row) => hosts.codeAt(row)) : [])) {
    const name = hosts?.text(code);
    if (name) names.add(name.toLowerCase());
  }
  return { events: rows.length, hosts: names.size };
}

const countsOf = new WeakMap<EventTable, Map<string, { events: number; hosts: number }>>();

/** Tells the status of data sources, counting each event type of a dataset once: hunts and their analytics share them. */
export function dataSourceStatuses(table: EventTable): (source: DataSource) => DataSourceStatus {
  const counts = countsOf.get(table) ?? new Map<string, { events: number; hosts: number }>();
  countsOf.set(table, counts);
  return (source) => {
    const key = JSON.stringify([source.provider, source.eventId]);
    const count = counts.get(key) ?? countEvents(table, source.provider, source.eventId.match(/\d+/g) ?? []);
    counts.set(key, count);
    return { ...source, ...count };
  };
}

function providerKey(name: string): string {
  return name
    .trim()
    .toLowerCase()
    .replace(/\/(operational|admin|analytic|debug)$/, '');
}

function cellsOf(table: EventTable, wanted: string): Cells | null {
  const { found } = table.resolve(wanted);
  return found === null ? null : table.cells(found);
}

/** Tells of a row whether its text meets the test, which is asked once for each distinct value. */
function rowsWhere(cells: Cells | null, test: (text: string) => boolean): (row: number) => boolean {
  if (cells === null) return () => false;
  const verdicts: (boolean | undefined)[] = [];
  const meets = (text: string | null) => text !== null && test(text);
  return (row) => {
    const code = cells.codeAt(row);
    return (verdicts[code] ??= meets(cells.text(code)));
  };
}
