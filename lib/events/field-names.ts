import type { Field, FieldMatch } from './event-table';

/**
 * Exporters disagree about names. Each row is one thing, its names in no order; the sources:
 * NXLog's im_msvistalog flat export (Hostname, Channel, SourceName, EventTime), Winlogbeat 6 (computer_name, log_name, event_id,
 * source_name, record_number, event_data.*), Winlogbeat 7 (winlog.*), Azure Monitor's SecurityEvent and Event tables (Computer,
 * TimeGenerated, EventLog, Source), Windows event XML as converted by its element names (System.*, Event.System.*).
 */
const SYNONYMS: readonly (readonly string[])[] = [
  ['Hostname', 'Computer', 'ComputerName', 'computer_name', 'winlog.computer_name', 'MachineName', 'System.Computer', 'Event.System.Computer'],
  ['Channel', 'log_name', 'winlog.channel', 'LogName', 'EventLog', 'System.Channel', 'Event.System.Channel'],
  ['EventID', 'event_id', 'winlog.event_id', 'EventId', 'Id', 'EventCode', 'event.code', 'System.EventID', 'Event.System.EventID'],
  ['SourceName', 'ProviderName', 'Provider', 'source_name', 'provider_name', 'winlog.provider_name', 'Source', 'EventSourceName'],
  ['ProviderGuid', 'provider_guid', 'winlog.provider_guid'],
  ['RecordNumber', 'RecordId', 'EventRecordID', 'EventRecordId', 'record_number', 'record_id', 'winlog.record_id', 'System.EventRecordID', 'Event.System.EventRecordID'],
  ['Task', 'TaskCategory', 'task', 'Category', 'winlog.task'],
  ['Level', 'level', 'Severity', 'LevelDisplayName', 'log.level'],
  ['Message', 'message', 'RenderedDescription'],
  ['@timestamp', 'TimeCreated', 'EventTime', 'UtcTime', 'TimeGenerated', 'SystemTime', 'event.created', 'System.TimeCreated', 'Event.System.TimeCreated'],
];

/** Where exporters put the fields of an event's own data. */
const DATA_PREFIXES = ['event_data.', 'winlog.event_data.', 'EventData.', 'Event.EventData.', 'user_data.', 'winlog.user_data.', 'UserData.'];

/** Exact name if any row has it, then another case, then the synonym that most events have. */
export function matchField(wanted: string, fields: readonly Field[]): FieldMatch {
  const byCase = inAnyCase(wanted, fields);
  const exact = byCase.find((field) => field.name === wanted);
  if (exact) return { wanted, found: exact.name, how: 'exact', alsoByCase: othersThan(exact, byCase) };
  const cased = mostEvents(byCase);
  if (cased) return { wanted, found: cased.name, how: 'case', alsoByCase: othersThan(cased, byCase) };
  const synonym = mostEvents(synonymsOf(wanted).flatMap((name) => inAnyCase(name, fields)));
  if (synonym) return { wanted, found: synonym.name, how: 'synonym', alsoByCase: othersThan(synonym, inAnyCase(synonym.name, fields)) };
  return { wanted, found: null, how: 'absent', alsoByCase: [] };
}

function synonymsOf(wanted: string): readonly string[] {
  const lower = wanted.toLowerCase();
  const bare = DATA_PREFIXES.reduce((name, prefix) => (name.startsWith(prefix.toLowerCase()) ? name.slice(prefix.length) : name), lower);
  const known = SYNONYMS.find((names) => names.some((name) => name.toLowerCase() === lower)) ?? [];
  return [...known, bare, ...DATA_PREFIXES.map((prefix) => prefix + bare)].filter((name) => name.toLowerCase() !== lower);
}

function inAnyCase(name: string, fields: readonly Field[]): readonly Field[] {
  const lower = name.toLowerCase();
  return fields.filter((field) => field.name.toLowerCase() === lower);
}

function othersThan(chosen: Field, fields: readonly Field[]): readonly string[] {
  return fields.filter((field) => field !== chosen).map((field) => field.name);
}

function mostEvents(fields: readonly Field[]): Field | null {
  return fields.reduce<Field | null>((best, field) => (best === null || field.events > best.events ? field : best), null);
}
