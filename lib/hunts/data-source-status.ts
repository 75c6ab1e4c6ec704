import type { Column, EventTable } from '@/lib/events/event-table';
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

/**
 * Counts the events of a provider (or channel, as hunts write either) and event ID. An event is met by its channel or by its provider, in any
 * case; where `provider` is null, by its ID alone.
 */
export function countEvents(table: EventTable, provider: string | null, eventIds: readonly string[]): { events: number; hosts: number } {
  const ids = columnOf(table, 'EventID');
  if (ids === null) return { events: 0, hosts: 0 };
  const wantedIds = codesWhere(ids, (text) => eventIds.includes(text.trim()));
  const channels = columnOf(table, 'Channel');
  const providers = columnOf(table, 'SourceName');
  const wanted = provider === null ? null : providerKey(provider);
  const meets = (text: string) =>
    wanted !== null && (providerKey(text) === wanted || providerKey(text) === CHANNEL_OF_PROVIDER.get(wanted));
  const wantedChannels = channels && codesWhere(channels, meets);
  const wantedProviders = providers && codesWhere(providers, meets);
  const hosts = columnOf(table, 'Hostname');
  const hostSeen = new Uint8Array(hosts?.size ?? 0);
  let events = 0;
  for (let row = 0; row < table.rowCount; row++) {
    if (wantedIds[ids.codes[row]] === 0) continue;
    const met =
      wanted === null || (channels && wantedChannels?.[channels.codes[row]]) || (providers && wantedProviders?.[providers.codes[row]]);
    if (!met) continue;
    events++;
    if (hosts) hostSeen[hosts.codes[row]] = 1;
  }
  const names = new Set<string>();
  hostSeen.forEach((seen, code) => {
    const name = seen ? hosts?.text(code) : null;
    if (name) names.add(name.toLowerCase());
  });
  return { events, hosts: names.size };
}

/** Tells the status of data sources, counting each event type once: analytics of a hunt share them. */
export function dataSourceStatuses(table: EventTable): (source: DataSource) => DataSourceStatus {
  const counts = new Map<string, { events: number; hosts: number }>();
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

function columnOf(table: EventTable, wanted: string): Column | null {
  const { found } = table.resolve(wanted);
  return found === null ? null : table.column(found);
}

/** One flag a code: whether its text meets the test. */
function codesWhere(column: Column, test: (text: string) => boolean): Uint8Array {
  const flags = new Uint8Array(column.size);
  for (let code = 1; code < column.size; code++) {
    const text = column.text(code);
    if (text !== null && test(text)) flags[code] = 1;
  }
  return flags;
}
