import { describe, expect, it } from 'vitest';
import { FieldNames } from './field-names';

const match = (wanted: string, counts: Record<string, number>) =>
  new FieldNames(Object.entries(counts).map(([name, events]) => ({ name, events }))).match(wanted);

describe('FieldNames', () => {
  it.each([
    ['exact before all else', 'ProcessId', { ProcessID: 9, ProcessId: 1 }, 'ProcessId', 'exact', ['ProcessID']],
    ['other case', 'EventId', { EventID: 3 }, 'EventID', 'case', []],
    ['the case that most events have', 'processid', { ProcessID: 1, ProcessId: 9 }, 'ProcessId', 'case', ['ProcessID']],
    ['Winlogbeat 6', 'Hostname', { computer_name: 2, 'host.name': 2 }, 'computer_name', 'synonym', []],
    ['Winlogbeat 7', 'Channel', { 'winlog.channel': 2 }, 'winlog.channel', 'synonym', []],
    ['Azure', 'Hostname', { Computer: 38 }, 'Computer', 'synonym', []],
    ['event data', 'TargetObject', { 'event_data.TargetObject': 5 }, 'event_data.TargetObject', 'synonym', []],
    ['event data in other case', 'targetobject', { 'winlog.event_data.TargetObject': 5 }, 'winlog.event_data.TargetObject', 'synonym', []],
    ['from event data to flat', 'event_data.Image', { Image: 5 }, 'Image', 'synonym', []],
    ['the same name in event data before another clock', 'UtcTime', { '@timestamp': 9, 'event_data.UtcTime': 5 }, 'event_data.UtcTime', 'synonym', []],
    ['the synonym that most events have', 'Hostname', { Computer: 1, computer_name: 4 }, 'computer_name', 'synonym', []],
    ['event XML as JSON', 'RecordNumber', { 'Event.System.EventRecordID': 5 }, 'Event.System.EventRecordID', 'synonym', []],
    ['event XML, text beside attributes', 'EventID', { 'Event.System.EventID.#attributes.Qualifiers': 5, 'Event.System.EventID.#text': 5 }, 'Event.System.EventID.#text', 'synonym', []],
    ['event XML, an attribute', 'SourceName', { 'Event.System.Provider.#attributes.Name': 5, 'Event.System.Provider.#attributes.Guid': 5 }, 'Event.System.Provider.#attributes.Name', 'synonym', []],
    ['event XML, event data', 'SubjectUserName', { 'Event.EventData.SubjectUserName': 5 }, 'Event.EventData.SubjectUserName', 'synonym', []],
    ['ECS, where only host.name is there', 'Hostname', { 'host.name': 2 }, 'host.name', 'synonym', []],
    ['the source before the collector, though fewer have it', 'Hostname', { 'host.name': 9, 'winlog.computer_name': 8 }, 'winlog.computer_name', 'synonym', []],
    ['the host, and not one that event data tells of', 'Hostname', { 'event_data.Hostname': 9, computer_name: 8 }, 'computer_name', 'synonym', []],
    ['the ID of a CloudTrail record is no event ID', 'EventID', { eventVersion: 5, eventName: 5, eventID: 5 }, null, 'absent', []],
    ['but is itself', 'eventID', { eventVersion: 5, eventName: 5, eventID: 5 }, 'eventID', 'exact', []],
    ['camel case elsewhere', 'EventID', { eventID: 5 }, 'eventID', 'case', []],
    ['nothing of the kind', 'ShareName', { Image: 5 }, null, 'absent', []],
  ] as const)('%s', (_name, wanted, counts, found, how, alsoByCase) => {
    expect(match(wanted, counts)).toEqual({ wanted, found, how, alsoByCase });
  });

  it('tells every field that means the same, the unused ones too', () => {
    const names = new FieldNames([{ name: 'Channel', events: 31 }, { name: 'EventLog', events: 7 }, { name: 'Type', events: 38 }]);
    expect(names.allOf('Channel')).toEqual([{ name: 'Channel', events: 31 }, { name: 'EventLog', events: 7 }]);
  });
});

describe('what is read where an event lacks a field', () => {
  // Each exporter's events, by their field names.
  const nxlog = ['@timestamp', 'Hostname', 'Channel', 'EventID', 'ShareName', 'ProcessId', 'ProcessID', 'UtcTime', 'host', 'ComputerName'];
  const winlogbeat6 = ['@timestamp', 'computer_name', 'event_id', 'event_data.ShareName', 'event_data.UtcTime', 'event_data.ProcessID', 'host.name'];
  const ecs = ['@timestamp', 'winlog.computer_name', 'winlog.event_id', 'event.code', 'winlog.event_data.ShareName', 'host.name'];
  const getWinEvent = ['TimeCreated', 'MachineName', 'hostname'];

  it.each([
    ['synonyms, the best first', 'EventID', ['event_id', 'winlog.event_id', 'event.code']],
    ['another case before synonyms, the collector last', 'Hostname', ['hostname', 'computer_name', 'winlog.computer_name', 'ComputerName', 'MachineName', 'host.name']],
    ['event data by the same name', 'ShareName', ['event_data.ShareName', 'winlog.event_data.ShareName']],
    ['never another case of event data: it is another field', 'ProcessId', []],
    ['from one exporter to the next', 'computer_name', ['Hostname', 'hostname', 'winlog.computer_name', 'ComputerName', 'MachineName']],
    ['not what stands beside it in an event', 'event.code', ['EventID', 'event_id']],
    ['a name of event data that only happens to mean a host', 'ComputerName', ['hostname', 'computer_name', 'winlog.computer_name', 'MachineName', 'host.name']],
    ['times of other exporters', '@timestamp', ['TimeCreated']],
    ['only itself for Sysmon\u2019s own time', 'UtcTime', ['event_data.UtcTime']],
    ['nothing for the collector', 'host.name', []],
  ])('%s', (_name, found, standIns) => {
    const exporters = [nxlog, winlogbeat6, ecs, getWinEvent];
    const names = new FieldNames([...new Set(exporters.flat())].map((name) => ({ name, events: 1 })));
    const standTogether = (a: string, b: string) => exporters.some((fields) => fields.includes(a) && fields.includes(b));
    expect(names.standIns(found, standTogether).map(({ name }) => name)).toEqual(standIns);
  });
});
