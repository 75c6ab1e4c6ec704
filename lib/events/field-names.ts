import type { Field, FieldMatch } from './event-table';

/**
 * Names for an event's time, the best first: the collector's uniform one, then the event's own.
 * Sources: as below; CloudTrail's record (eventTime).
 */
export const TIME_FIELDS: readonly string[] = [
  '@timestamp', 'TimeCreated', 'EventTime', 'UtcTime', 'TimeGenerated', 'SystemTime', 'event.created', 'event_data.UtcTime',
  'winlog.event_data.UtcTime', 'EventData.UtcTime', 'Event.EventData.UtcTime', 'System.TimeCreated', 'Event.System.TimeCreated',
  'timestamp',
];

/**
 * Exporters disagree about names: each row is one thing. Only names that mean nothing else; other case needs no entry. Sources:
 * NXLog's flat im_msvistalog export (Hostname, Channel, SourceName, RecordNumber, EventTime); Winlogbeat 6 (computer_name,
 * log_name, event_id, source_name, record_number); Winlogbeat 7 and ECS (winlog.*, event.code); Azure Monitor's tables
 * SecurityEvent and Event (Computer, EventLog, EventSourceName, TimeGenerated); PowerShell's Get-WinEvent (MachineName, LogName,
 * ProviderName, RecordId, TimeCreated); the elements of Windows event XML (System.*, Event.System.*).
 */
const SYNONYMS: readonly (readonly string[])[] = [
  ['Hostname', 'Computer', 'computer_name', 'winlog.computer_name', 'ComputerName', 'MachineName', 'System.Computer', 'Event.System.Computer'],
  ['Channel', 'log_name', 'winlog.channel', 'LogName', 'EventLog', 'System.Channel', 'Event.System.Channel'],
  ['EventID', 'event_id', 'winlog.event_id', 'event.code', 'System.EventID', 'Event.System.EventID'],
  ['SourceName', 'source_name', 'ProviderName', 'provider_name', 'winlog.provider_name', 'event.provider', 'EventSourceName'],
  ['ProviderGuid', 'provider_guid', 'winlog.provider_guid'],
  ['RecordNumber', 'record_number', 'winlog.record_id', 'RecordId', 'record_id', 'EventRecordID', 'System.EventRecordID', 'Event.System.EventRecordID'],
  TIME_FIELDS,
];

/** Where exporters put the fields of an event's own data: Winlogbeat 6, Winlogbeat 7, event XML without and with its root. */
const DATA_PREFIXES = ['event_data.', 'winlog.event_data.', 'EventData.', 'Event.EventData.'];

/** The fields of one dataset, to be found by the names that hunts use. */
export class FieldNames {
  private readonly byLowerCase = new Map<string, Field[]>();

  constructor(fields: readonly Field[]) {
    for (const field of fields) {
      const lower = field.name.toLowerCase();
      const others = this.byLowerCase.get(lower);
      if (others) others.push(field);
      else this.byLowerCase.set(lower, [field]);
    }
  }

  /**
   * The dataset's name for a field: the exact name, then another case, then the same name under (or without) a prefix of event
   * data, then a synonym; of several, the one that most events have.
   */
  match(wanted: string): FieldMatch {
    const byCase = this.inAnyCase([wanted]);
    const exact = byCase.find((field) => field.name === wanted);
    if (exact) return this.matchOf(wanted, exact, 'exact');
    const cased = withMostEvents(byCase);
    if (cased) return this.matchOf(wanted, cased, 'case');
    const synonym = withMostEvents(this.inAnyCase(prefixedNames(wanted))) ?? withMostEvents(this.inAnyCase(synonymsOf(wanted)));
    if (synonym) return this.matchOf(wanted, synonym, 'synonym');
    return { wanted, found: null, how: 'absent', alsoByCase: [] };
  }

  /** In the order of `names`. */
  inAnyCase(names: readonly string[]): readonly Field[] {
    return names.flatMap((name) => this.byLowerCase.get(name.toLowerCase()) ?? []);
  }

  private matchOf(wanted: string, found: Field, how: FieldMatch['how']): FieldMatch {
    const alsoByCase = this.inAnyCase([found.name]).filter((field) => field !== found);
    return { wanted, found: found.name, how, alsoByCase: alsoByCase.map((field) => field.name) };
  }
}

function prefixedNames(wanted: string): readonly string[] {
  const prefix = DATA_PREFIXES.find((each) => wanted.toLowerCase().startsWith(each.toLowerCase())) ?? '';
  const bare = wanted.slice(prefix.length);
  return [bare, ...DATA_PREFIXES.map((each) => each + bare)];
}

function synonymsOf(wanted: string): readonly string[] {
  const lower = wanted.toLowerCase();
  return SYNONYMS.find((names) => names.some((name) => name.toLowerCase() === lower)) ?? [];
}

function withMostEvents(fields: readonly Field[]): Field | null {
  return fields.reduce<Field | null>((best, field) => (best === null || field.events > best.events ? field : best), null);
}
