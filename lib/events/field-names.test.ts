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
    ['nothing of the kind', 'ShareName', { Image: 5 }, null, 'absent', []],
  ] as const)('%s', (_name, wanted, counts, found, how, alsoByCase) => {
    expect(match(wanted, counts)).toEqual({ wanted, found, how, alsoByCase });
  });
});
