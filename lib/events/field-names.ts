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

/**
 * CloudTrail's `eventID` is a GUID that names the record, and no type of event, so no `EventID` in other case.
 * https://docs.aws.amazon.com/awscloudtrail/latest/userguide/cloudtrail-event-reference-record-contents.html
 */
const CLOUD_TRAIL_ID = 'eventID';
const CLOUD_TRAIL_RECORD: readonly string[] = ['eventVersion', 'eventName', CLOUD_TRAIL_ID];

/** Where exporters put the fields of an event's own data: Winlogbeat 6, Winlogbeat 7, event XML without and with its root. */
const DATA_PREFIXES = ['event_data.', 'winlog.event_data.', 'EventData.', 'Event.EventData.'];

/** The fields of one dataset, to be found by the names that hunts use. */
export class FieldNames {
  private readonly byLowerCase = new Map<string, Field[]>();
  /** Is met by its exact name alone. */
  private readonly apart: Field | null = null;

  constructor(fields: readonly Field[]) {
    const isCloudTrail = CLOUD_TRAIL_RECORD.every((name) => fields.some((field) => field.name === name));
    for (const field of fields) {
      if (isCloudTrail && field.name === CLOUD_TRAIL_ID) this.apart = field;
      const lower = field.name.toLowerCase();
      const others = this.byLowerCase.get(lower);
      if (others) others.push(field);
      else this.byLowerCase.set(lower, [field]);
    }
  }

  /**
   * The dataset's name for a field: the exact name, then another case, then the same name under (or without) a prefix of event
   * data, then a synonym; of several, the one that most events have. What other events call it, `standIns` tells.
   */
  match(wanted: string): FieldMatch {
    const exact = this.exactly(wanted);
    if (exact) return this.matchOf(wanted, exact, 'exact');
    const cased = withMostEvents(this.inAnyCase([wanted]));
    if (cased) return this.matchOf(wanted, cased, 'case');
    const inData = withMostEvents(this.inAnyCase(prefixedNames(wanted)));
    const synonym = withMostEvents(this.inAnyCase(namesBeside(SYNONYMS, wanted)));
    // An event may tell of another host or channel in its own data; of times, its own is the nearer.
    const closest = namesBeside([TIME_FIELDS], wanted).length > 0 ? (inData ?? synonym) : (synonym ?? inData);
    const served = closest ?? withMostEvents(this.inAnyCase(namesBeside(LAST_RESORTS, wanted)));
    if (served) return this.matchOf(wanted, served, 'synonym');
    return { wanted, found: null, how: 'absent', alsoByCase: [] };
  }

  /** Every field that means `wanted`, whether `match` chose it or not. A time means itself alone: an event's times differ. */
  allOf(wanted: string): readonly Field[] {
    const isTime = namesBeside([TIME_FIELDS], wanted).length > 0;
    const names = [wanted, ...prefixedNames(wanted), ...(isTime ? [] : [...namesBeside(SYNONYMS, wanted), ...namesBeside(LAST_RESORTS, wanted)])];
    return [...new Set(this.inAnyCase(names))];
  }

  /**
   * The fields that are read in place of `found` in events that lack it, the best first: a dataset may mix exporters. For a name that
   * every event has, its synonyms in any case; for a field of event data, the same name, in the same case, under or without a prefix.
   * An event that has `found` keeps it, a null too: it says so itself. Names that stand together in one event are two things, of
   * which neither stands in for the other, but for the names that hunts use: all the rest mean them.
   */
  standIns(found: string, standTogether: (field: string, other: string) => boolean): readonly Field[] {
    const synonyms = namesBeside(SYNONYMS, found);
    const fields = synonyms.length > 0 ? this.inAnyCase(synonymsOf(found, synonyms)) : prefixedNames(found).flatMap((name) => this.exactly(name) ?? []);
    const others = [...new Set(fields)].filter(({ name }) => name !== found);
    return CANONICAL_FIELDS.includes(found) ? others : others.filter(({ name }) => !standTogether(found, name));
  }

  private exactly(name: string): Field | null {
    return this.byLowerCase.get(name.toLowerCase())?.find((field) => field.name === name) ?? null;
  }

  /** In the order of `names`. */
  inAnyCase(names: readonly string[]): readonly Field[] {
    return names.flatMap((name) => this.byLowerCase.get(name.toLowerCase())?.filter((field) => field !== this.apart) ?? []);
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

/** What may stand in for `found`, one of these synonyms. Sysmon's own time and the others do not, for an event may have both. */
function synonymsOf(found: string, synonyms: readonly string[]): readonly string[] {
  const isOwnTime = (name: string) => /(?:^|\.)utctime$/i.test(name);
  return [...synonyms.filter((name) => isOwnTime(name) === isOwnTime(found)), ...namesBeside(LAST_RESORTS, synonyms[0])];
}

function withMostEvents(fields: readonly Field[]): Field | null {
  return fields.reduce<Field | null>((best, field) => (best === null || field.events > best.events ? field : best), null);
}
