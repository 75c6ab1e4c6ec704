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
    ['nothing of the kind', 'ShareName', { Image: 5 }, null, 'absent', []],
  ] as const)('%s', (_name, wanted, counts, found, how, alsoByCase) => {
    expect(match(wanted, counts)).toEqual({ wanted, found, how, alsoByCase });
  });

  it('tells every field that means the same, the unused ones too', () => {
    const names = new FieldNames([{ name: 'Channel', events: 31 }, { name: 'EventLog', events: 7 }, { name: 'Type', events: 38 }]);
    expect(names.allOf('Channel')).toEqual([{ name: 'Channel', events: 31 }, { name: 'EventLog', events: 7 }]);
  });
});
