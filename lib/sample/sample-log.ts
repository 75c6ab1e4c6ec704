import { COLLECTOR, type Host } from './company';
import { PROVIDERS, SHAPES, type ShapeName } from './event-shapes';

export type FieldValue = string | number | bigint | boolean | readonly string[];

/** A field of an event; undefined leaves it out, as an exporter does that lost it. */
export type Fields = Readonly<Record<string, FieldValue | undefined>>;

export interface LoggedEvent {
  readonly shape: ShapeName;
  readonly host: Host;
  /** Milliseconds since 1970: when it happened, and when the collector had it. */
  readonly at: number;
  readonly received: number;
  readonly order: number;
  readonly own: Fields;
  /** Whether it belongs to the attack. */
  readonly isAttack: boolean;
}

export interface SampleLine {
  readonly text: string;
  /** Null for a line that is none. */
  readonly event: LoggedEvent | null;
}

/** Brightwater keeps Central European Time; its agents write local time without a zone. */
const LOCAL_OFFSET = 3_600_000;

/** Collects the events of all hosts and writes them as the collector would: one JSON object a line, in order of arrival. */
export class SampleLog {
  private readonly events: LoggedEvent[] = [];
  private isAttack = false;

  get size(): number {
    return this.events.length;
  }

  /** `at` is when the event happened, in milliseconds since 1970. */
  add(shape: ShapeName, host: Host, at: number, own: Fields): void {
    const received = at + host.lag;
    this.events.push({ shape, host, at, received, order: this.events.length, own, isAttack: this.isAttack });
  }

  /** All that is logged within belongs to the attack. */
  attack(act: (log: SampleLog) => void): void {
    this.isAttack = true;
    act(this);
    this.isAttack = false;
  }

  lines(): SampleLine[] {
    const records = new Map<string, number>();
    const happened = [...this.events].sort((a, b) => a.at - b.at || a.order - b.order);
    const numbers = new Map<LoggedEvent, number>();
    for (const event of happened) {
      const key = `${event.host.name} ${SHAPES[event.shape].provider}`;
      const number = (records.get(key) ?? firstRecord(key)) + 1;
      records.set(key, number);
      numbers.set(event, number);
    }
    // An agent sends five seconds of events together, so the file is only nearly in order.
    const batch = (event: LoggedEvent) => Math.floor(event.received / 5000);
    const arrived = happened.sort(
      (a, b) =>
        batch(a) - batch(b) ||
        (a.host.name < b.host.name ? -1 : a.host.name > b.host.name ? 1 : 0) ||
        a.received - b.received ||
        a.order - b.order,
    );
    return arrived.map((event) => ({ event, text: writeEvent(event, numbers.get(event) ?? 0) }));
  }
}

function firstRecord(key: string): number {
  let sum = 0;
  for (const char of key) sum = (sum * 31 + char.charCodeAt(0)) % 900_000;
  return 100_000 + sum;
}

function writeEvent(event: LoggedEvent, record: number): string {
  const shape = SHAPES[event.shape];
  const provider = PROVIDERS[shape.provider];
  const failure = event.shape === 'failedLogon';
  const common: Fields = {
    Keywords: failure ? -9218868437227405312n : provider.keywords,
    SeverityValue: failure ? 4 : 2,
    Severity: failure ? 'ERROR' : 'INFO',
    EventID: shape.eventId,
    ProviderGuid: provider.guid,
    SourceName: provider.source,
    Channel: shape.provider === 'security' ? event.host.securityChannel : provider.channel,
    ExecutionProcessID: shape.provider === 'sysmon' ? event.host.sysmonPid : 4,
    ThreadID: 1040 + 8 * (shape.eventId % 50),
    EventType: failure ? 'AUDIT_FAILURE' : shape.provider === 'security' ? 'AUDIT_SUCCESS' : 'INFO',
    Opcode: 'Info',
    OpcodeValue: 0,
    Task: shape.task,
    Version: shape.version,
    Category: shape.category,
    EventTime: localTime(event.at),
    EventReceivedTime: localTime(event.received),
    '@timestamp': new Date(event.received).toISOString(),
    UtcTime: new Date(event.at).toISOString().replace('T', ' ').slice(0, 23),
    RecordNumber: record,
    Hostname: event.host.fqdn,
    host: COLLECTOR,
    port: 58121,
    '@version': '1',
    SourceModuleType: 'im_msvistalog',
    SourceModuleName: 'eventlog',
    tags: ['huntbookSample'],
    AccountName: 'SYSTEM',
    AccountType: 'User',
    Domain: 'NT AUTHORITY',
    UserID: 'S-1-5-18',
    RuleName: '-',
  };
  const parts: string[] = [];
  for (const key of shape.keys) {
    const value = key in event.own ? event.own[key] : common[key];
    if (value !== undefined) parts.push(`${JSON.stringify(key)}:${writeValue(value)}`);
    else if (!(key in event.own)) throw new Error(`The sample's ${event.shape} event lacks ${key}.`);
  }
  return `{${parts.join(',')}}`;
}

/** Big integers are written whole: exporters do, though JavaScript's numbers do not hold them. */
function writeValue(value: FieldValue): string {
  return typeof value === 'bigint' ? value.toString() : JSON.stringify(value);
}

function localTime(at: number): string {
  return new Date(at + LOCAL_OFFSET).toISOString().replace('T', ' ').slice(0, 19);
}
