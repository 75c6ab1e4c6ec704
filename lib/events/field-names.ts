import type { Field, FieldMatch } from './event-table';

/**
 * Names for an event's time, the best first: the collector's uniform one, then the event's own.
 * Sources: as below; CloudTrail's record (eventTime).
 */
export const TIME_FIELDS: readonly string[] = [
  '@timestamp', 'TimeCreated', 'EventTime', 'UtcTime', 'TimeGenerated', 'SystemTime', 'event.created', 'event_data.UtcTime',
  'winlog.event_data.UtcTime', 'EventData.UtcTime', 'Event.EventData.UtcTime', 'System.TimeCreated', 'Event.System.TimeCreated',
  'timestamp', ...attributeNames('TimeCreated', 'SystemTime'),
];

/** Names for when a collector had the event. Sources: NXLog (EventReceivedTime), Azure Monitor (TimeCollected), ECS (event.ingested). */
export const RECEIVED_FIELDS: readonly string[] = ['EventReceivedTime', 'TimeCollected', 'event.ingested'];

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
  [
    'EventID', 'event_id', 'winlog.event_id', 'event.code', 'System.EventID', 'Event.System.EventID', 'System.EventID.#text', 'Event.System.EventID.#text',
    'System.EventID.$t', 'Event.System.EventID.$t', 'System.EventID._', 'Event.System.EventID._',
  ],
  ['SourceName', 'source_name', 'ProviderName', 'provider_name', 'winlog.provider_name', 'event.provider', 'EventSourceName', ...attributeNames('Provider', 'Name')],
  ['ProviderGuid', 'provider_guid', 'winlog.provider_guid', ...attributeNames('Provider', 'Guid')],
  ['RecordNumber', 'record_number', 'winlog.record_id', 'RecordId', 'record_id', 'EventRecordID', 'System.EventRecordID', 'Event.System.EventRecordID'],
  TIME_FIELDS,
];

/**
 * Names that mean the collector where logs are forwarded, and the source where they are not: they serve where nothing better does.
 * (ECS, host.name: "the name of the host"; Winlogbeat fills it with the machine it runs on.)
 */
const LAST_RESORTS: readonly (readonly string[])[] = [['Hostname', 'host.name', 'host.hostname', 'agent.hostname']];

/** The things that every event has, by the name that hunts use. */
export const CANONICAL_FIELDS: readonly string[] = SYNONYMS.flatMap((names) => (names === TIME_FIELDS ? [] : [names[0]]));

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
    const synonym = withMostEvents(this.inAnyCase(prefixedNames(wanted))) ?? withMostEvents(this.inAnyCase(namesBeside(SYNONYMS, wanted)));
    const served = synonym ?? withMostEvents(this.inAnyCase(namesBeside(LAST_RESORTS, wanted)));
    if (served) return this.matchOf(wanted, served, 'synonym');
    return { wanted, found: null, how: 'absent', alsoByCase: [] };
  }

  /** Every field that means `wanted`, whether `match` chose it or not. A time means itself alone: an event's times differ. */
  allOf(wanted: string): readonly Field[] {
    const isTime = namesBeside([TIME_FIELDS], wanted).length > 0;
    const names = [wanted, ...prefixedNames(wanted), ...(isTime ? [] : [...namesBeside(SYNONYMS, wanted), ...namesBeside(LAST_RESORTS, wanted)])];
    return [...new Set(this.inAnyCase(names))];
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

/**
 * An attribute of an element of event XML, as converters to JSON write it: evtx_dump `#attributes`, xmltodict `@`, xml2js `$`, and
 * plain nesting.
 */
function attributeNames(element: string, attribute: string): readonly string[] {
  const names = [`#attributes.${attribute}`, `@${attribute}`, `$.${attribute}`, `@attributes.${attribute}`, attribute];
  return ['System', 'Event.System'].flatMap((root) => names.map((name) => `${root}.${element}.${name}`));
}

/** The row of `table` that `wanted` stands in; empty if none. */
function namesBeside(table: readonly (readonly string[])[], wanted: string): readonly string[] {
  const lower = wanted.toLowerCase();
  return table.find((names) => names.some((name) => name.toLowerCase() === lower)) ?? [];
}

function withMostEvents(fields: readonly Field[]): Field | null {
  return fields.reduce<Field | null>((best, field) => (best === null || field.events > best.events ? field : best), null);
}
