import { clockEvidence } from '@/lib/events/clock-evidence';
import type { Column, EventTable, Field } from '@/lib/events/event-table';
import { CANONICAL_FIELDS, FieldNames } from '@/lib/events/field-names';
import { hostSkews } from '@/lib/sessions/host-skew';
import { mergeHosts } from '@/lib/sessions/hosts';
import { sessionColumns } from '@/lib/sessions/session-columns';
import { channelNames, countCodes } from './dataset-summary';
import type { DatasetSummary, ValueCount } from './engine';
import type { ImportReport, ReportedHost, ReportedName } from './report-shapes';

/** Fields of an event's own data that sessions and hunts read most. */
const EVENT_DATA_FIELDS = [
  'UtcTime', 'SubjectUserName', 'SubjectLogonId', 'TargetUserName', 'TargetLogonId', 'LogonType', 'IpAddress', 'IpPort', 'ShareName', 'RelativeTargetName',
  'AccessMask', 'ProcessGuid', 'ProcessId', 'Image', 'CommandLine', 'TargetFilename', 'SourceIp', 'SourcePort', 'DestinationIp', 'DestinationPort',
];

/** A hostile file may hold any number of them. */
const MOST_EVENT_IDS = 1_000;
const MOST_FIELDS = 10_000;

/** Everything that can be told of a dataset as it was read. Nothing of it is kept: it is worked out when asked for. */
export function importReport(summary: DatasetSummary, table: EventTable): ImportReport {
  const { shapes, kinds } = table.profile();
  const { fields: timeFields, reference } = clockEvidence(table);
  const eventIds = eventIdCounts(table);
  return {
    summary,
    ratio: summary.fileBytes > 0 ? summary.bytes / summary.fileBytes : null,
    shapes,
    fieldCount: table.fields.length,
    fields: table.fields.slice(0, MOST_FIELDS).map(({ name, events }, i) => ({ name, events, kinds: kinds[i] })),
    caseTwins: caseTwins(table.fields),
    names: [...CANONICAL_FIELDS, ...EVENT_DATA_FIELDS].map((name) => reportedName(table, name)),
    hosts: reportedHosts(table),
    eventIdCount: eventIds.length,
    eventIds: eventIds.slice(0, MOST_EVENT_IDS),
    clocks: { reference, fields: timeFields.map((field) => ({ ...field, first: iso(field.first), last: iso(field.last) })) },
    skews: hostSkews(table).map(({ example, ...skew }) => ({ ...skew, example: { client: table.source(example.client), server: table.source(example.server) } })),
  };
}

function iso(millis: number): string {
  return new Date(millis).toISOString();
}

function reportedName(table: EventTable, canonical: string): ReportedName {
  const { found, how } = table.resolve(canonical);
  const all = new FieldNames(table.fields).allOf(canonical);
  // A time is no stand-in for Sysmon's own.
  const isServed = found !== null && (how !== 'synonym' || all.some(({ name }) => name === found));
  const sources = isServed ? table.sources(found) : [];
  return {
    canonical,
    sources: sources.map(valueCount),
    how: isServed ? how : 'absent',
    unread: all.filter(({ name }) => name !== found && !sources.some((source) => source.name === name)).map(valueCount),
  };
}

function valueCount({ name, events }: Field): ValueCount {
  return { value: name, events };
}

function caseTwins(fields: readonly Field[]): ImportReport['caseTwins'] {
  const byLower = new Map<string, Field[]>();
  for (const field of fields) {
    const lower = field.name.toLowerCase();
    const others = byLower.get(lower);
    if (others) others.push(field);
    else byLower.set(lower, [field]);
  }
  return [...byLower.values()].filter((group) => group.length > 1).map((group) => group.map(valueCount));
}

function reportedHosts(table: EventTable): readonly ReportedHost[] {
  const column = sessionColumns(table).column('Hostname');
  if (!column) return [];
  const spellings = countCodes(column);
  const hosts = mergeHosts(spellings.map(({ value }) => value));
  const merged = new Map<string, ReportedHost['spellings'][number][]>();
  for (const { value, events } of spellings) {
    const name = hosts.names[hosts.indexOf(value) ?? 0];
    const why = value === name ? 'as-named' : value.toLowerCase() === name.toLowerCase() ? 'other-case' : 'short-name';
    merged.set(name, [...(merged.get(name) ?? []), { value, events, why }]);
  }
  return [...merged]
    .map(([name, written]) => ({
      name,
      events: written.reduce((sum, { events }) => sum + events, 0),
      spellings: written,
      couldBe: name.includes('.') ? [] : hosts.names.filter((other) => other.toLowerCase().startsWith(`${name.toLowerCase()}.`)),
    }))
    .sort((a, b) => b.events - a.events);
}

/** Events by channel and ID; a channel in any case is one. */
function eventIdCounts(table: EventTable): ImportReport['eventIds'] {
  const columns = sessionColumns(table);
  const ids = columns.column('EventID');
  const channels = columns.column('Channel');
  if (!ids) return [];
  const nameOf = channels ? channelNames(channels) : (text: string) => text;
  const counts = new Map<string, { channel: string | null; eventId: string; events: number }>();
  const idTexts = textsOf(ids, (text) => text.trim());
  const channelTexts = channels ? textsOf(channels, nameOf) : null;
  for (let row = 0; row < table.rowCount; row++) {
    const eventId = idTexts[ids.codes[row]];
    if (eventId === '') continue;
    const channel = (channels && channelTexts?.[channels.codes[row]]) || null;
    const key = `${eventId}\n${channel ?? ''}`;
    const known = counts.get(key);
    if (known) known.events++;
    else counts.set(key, { channel, eventId, events: 1 });
  }
  return [...counts.values()].sort((a, b) => b.events - a.events);
}

function textsOf(column: Column, read: (text: string) => string): readonly string[] {
  return Array.from({ length: column.size }, (_, code) => read(column.text(code) ?? ''));
}
