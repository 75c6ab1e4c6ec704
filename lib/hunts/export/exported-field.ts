/** Where exporters put the fields of an event's own data (lib/events/field-names.ts). */
const DATA_PREFIX = /^(?:winlog\.event_data|Event\.EventData|event_data|EventData)\./;

type Known = 'host' | 'channel' | 'eventId' | 'provider';

const KNOWN: Readonly<Record<string, Known>> = {
  hostname: 'host', computer: 'host', computer_name: 'host', computername: 'host', machinename: 'host', 'winlog.computer_name': 'host', 'host.name': 'host',
  channel: 'channel', log_name: 'channel', logname: 'channel', eventlog: 'channel', 'winlog.channel': 'channel',
  eventid: 'eventId', event_id: 'eventId', 'winlog.event_id': 'eventId', 'event.code': 'eventId',
  sourcename: 'provider', source_name: 'provider', providername: 'provider', provider_name: 'provider', 'winlog.provider_name': 'provider',
};

/** Winlogbeat's and Elastic Agent's names: https://www.elastic.co/guide/en/beats/winlogbeat/current/exported-fields-winlog.html */
const ELASTIC: Readonly<Record<Known, string>> = { host: 'host.name', channel: 'winlog.channel', eventId: 'event.code', provider: 'winlog.provider_name' };

/** Sigma's names: https://github.com/SigmaHQ/sigma-specification/blob/main/specification/sigma-appendix-taxonomy.md */
const SIGMA: Readonly<Record<Known, string>> = { host: 'ComputerName', channel: 'Channel', eventId: 'EventID', provider: 'Provider_Name' };

export function isChannel(field: string): boolean {
  return KNOWN[field.toLowerCase()] === 'channel';
}

/** Whether a field is one that only Windows events have. */
export function isOfWindows(field: string): boolean {
  const known = KNOWN[field.toLowerCase()];
  return known === 'channel' || known === 'eventId';
}

/** `isWindows`: what is no known field is of a Windows event's own data. */
export function elasticField(field: string, isWindows: boolean): string {
  const known = KNOWN[field.toLowerCase()];
  if (known) return ELASTIC[known];
  const own = field.replace(DATA_PREFIX, '');
  return !isWindows || own.includes('.') || own.startsWith('@') ? field : `winlog.event_data.${own}`;
}

export function sigmaField(field: string): string {
  const known = KNOWN[field.toLowerCase()];
  return known ? SIGMA[known] : field.replace(DATA_PREFIX, '');
}
