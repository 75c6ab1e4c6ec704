import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { sharedPath } from '@/lib/shared-data.test-support';
import { createInProcessEngine } from './in-process-engine';
import type { ToldReport } from './report-shapes';

async function reportOf(bytes: BlobPart, name = 'events.json'): Promise<ToldReport> {
  const engine = createInProcessEngine();
  await engine.open({ kind: 'file', name, blob: new Blob([bytes]) });
  return engine.report();
}

describe('the import report', () => {
  it('tells fields, names, hosts and event IDs', async () => {
    const { report } = await reportOf(
      [
        '{"computer_name":"WS5.corp.local","log_name":"Security","event_id":4624,"ProcessID":1}',
        '{"computer_name":"ws5","log_name":"security","event_id":"4624","ProcessId":"0x1"}',
        '{"computer_name":"WS5.CORP.local","log_name":"System","event_id":7036}',
        '{"computer_name":"DC.a.local"}', '{"computer_name":"DC.b.local"}', '{"computer_name":"DC"}', '{"broken"',
      ].join('\n'),
    );
    expect(report.summary).toMatchObject({ events: 6, skippedLines: 1 });
    expect(report.ratio).toBeCloseTo(1, 1);
    expect(report.fields).toContainEqual({ name: 'event_id', events: 3, kinds: [{ kind: 'number', events: 2 }, { kind: 'string', events: 1 }] });
    expect(report.caseTwins).toEqual([[{ value: 'ProcessID', events: 1 }, { value: 'ProcessId', events: 1 }]]);
    expect(report.names).toContainEqual({ canonical: 'Hostname', sources: [{ value: 'computer_name', events: 6 }], how: 'synonym', unread: [] });
    expect(report.names).toContainEqual({ canonical: 'ShareName', sources: [], how: 'absent', unread: [] });
    expect(report.eventIds).toEqual([{ channel: 'Security', eventId: '4624', events: 2 }, { channel: 'System', eventId: '7036', events: 1 }]);
    expect(report.hosts[0]).toEqual({
      name: 'WS5.corp.local', events: 3, couldBe: [],
      spellings: [
        { value: 'WS5.corp.local', events: 1, why: 'as-named' },
        { value: 'ws5', events: 1, why: 'short-name' },
        { value: 'WS5.CORP.local', events: 1, why: 'other-case' },
      ],
    });
    expect(report.hosts.find(({ name }) => name === 'DC')?.couldBe).toEqual(['DC.a.local', 'DC.b.local']);
  });

  it('says which fields feed a name, event by event, and which mean the same and are not read', async () => {
    const { report, sections } = await reportOf(
      '{"Channel":"Security","event_data.Image":"a","Image":"b"}\n{"Channel":"Security","@timestamp":"2020-10-19T07:00:00Z"}\n{"EventLog":"System","TimeGenerated":"2020-10-19T08:00:00Z"}\n{"@timestamp":"2020-10-19T08:00:00Z"}',
    );
    const named = (wanted: string) => report.names.find(({ canonical }) => canonical === wanted);
    expect(named('Channel')).toMatchObject({ how: 'exact', sources: [{ value: 'Channel', events: 2 }, { value: 'EventLog', events: 1 }], unread: [] });
    expect(named('Image')).toMatchObject({ sources: [{ value: 'Image', events: 1 }], unread: [{ value: 'event_data.Image', events: 1 }] });
    expect(report.summary.channels).toEqual([{ value: 'Security', events: 2 }, { value: 'System', events: 1 }]);
    expect(sections.find(({ id }) => id === 'names')?.rows).toContainEqual(['Channel', 'Channel (2), else EventLog (1)', 'exact', '3', '']);
    expect(report.summary.time).toMatchObject({ field: '@timestamp', others: [{ value: 'TimeGenerated', events: 1 }], last: '2020-10-19T08:00:00.000Z' });
    expect(sections.find(({ id }) => id === 'clocks')?.notes[0]).toBe('Times are shown by @timestamp, else TimeGenerated (1 event), as written.');
  });

  it('lets no data become markup in its Markdown', async () => {
    const { markdown } = await reportOf('{"Hostname":"<img src=x>|[a](b)\\n# c","EventID":1}');
    expect(markdown).toContain('Times are in UTC.');
    expect(markdown).toContain('| \\<img src=x\\>\\|\\[a\\](b) \\# c | 1 |');
  });

  it('asks for a dataset first', async () => {
    await expect(createInProcessEngine().report()).rejects.toMatchObject({ failure: { code: 'no-dataset' } });
  });
});

describe('the import report of real data', () => {
  const smb = sharedPath('datasets/covenant_copy_smb_CreateRequest.zip');
  it.skipIf(smb === null)('the SMB dataset: late collection, local times, two hosts 1.86 s apart (skipped where ../shared is missing)', async () => {
    const { report, sections } = await reportOf(await readFile(smb ?? ''), 'smb.zip');
    expect(report.skews).toEqual([
      {
        client: 'WORKSTATION5.theshire.local', server: 'WORKSTATION6.theshire.local', millis: -1_861, low: -1_861, high: -1_861, connections: 1,
        example: { client: { member: 0, line: 213 }, server: { member: 0, line: 217 } },
      },
    ]);
    const offsets = report.clocks.fields.map(({ name, offset }) => [name, offset?.kind, offset?.zone, offset?.events]);
    expect(offsets).toEqual([
      ['@timestamp', 'lag', null, 412], ['EventTime', 'local', -4 * 3_600_000, 412], ['UtcTime', undefined, undefined, undefined],
      ['EventReceivedTime', 'local', -4 * 3_600_000, 412], ['CreationUtcTime', undefined, undefined, undefined],
    ]);
    expect(sections[0].rows).toContainEqual(['Text inside', '665,742 bytes, 25.8 : 1']);
  });

  const minint = sharedPath('datasets/reg_stop_event_logging_controlset_minint_key.zip');
  it.skipIf(minint === null)('a false Z on a 12-hour clock that lost its PM (skipped where ../shared is missing)', async () => {
    const { report: { clocks } } = await reportOf(await readFile(minint ?? ''), 'minint.zip');
    expect(clocks.fields.find(({ isShown }) => isShown)).toMatchObject({ name: '@timestamp', offset: { kind: 'lost-am-pm', zone: -7 * 3_600_000, events: 5_971 } });
  });
});
