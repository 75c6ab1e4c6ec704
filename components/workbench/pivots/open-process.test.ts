import { describe, expect, it } from 'vitest';
import { createInProcessEngine } from '@/lib/engine/in-process-engine';
import { openedProcess } from './open-process';

const PARENT = '{313fa531-42ab-5f91-aa04-000000000400}';
const CHILD = '{313fa531-4300-5f91-ae04-000000000400}';
const sysmon = (second: number, EventID: number, fields: Readonly<Record<string, string>>) =>
  JSON.stringify({ '@timestamp': `2020-10-22T08:30:0${second}Z`, EventID, Channel: 'Microsoft-Windows-Sysmon/Operational', Hostname: 'WS1', ...fields });
/** cmd.exe starts b.exe, which touches a file; long after, its number is given to c.exe. */
const events = [
  sysmon(1, 1, { ProcessGuid: PARENT, ProcessId: '100', Image: 'C:\\cmd.exe' }),
  sysmon(2, 1, { ProcessGuid: CHILD, ProcessId: '104', Image: 'C:\\b.exe', ParentProcessGuid: PARENT, ParentProcessId: '100', ParentImage: 'C:\\cmd.exe' }),
  sysmon(3, 11, { ProcessGuid: CHILD, ProcessId: '104', Image: 'C:\\b.exe', TargetFilename: 'C:\\t' }),
  JSON.stringify({ '@timestamp': '2020-10-22T09:30:00Z', EventID: 4688, Channel: 'Security', Hostname: 'WS1', NewProcessId: '0x68', NewProcessName: 'C:\\c.exe', ProcessId: '0x4' }),
];

describe('openedProcess', () => {
  const line = (number: number) => ({ member: 0, line: number });
  it.each([
    ['a GUID in a table', 'ProcessGuid', CHILD, null, 2],
    ['in other writing', 'ProcessGuid', CHILD, line(3), 2],
    ['a parent’s GUID', 'ParentProcessGuid', PARENT, null, 1],
    ['a number, by its event', 'ProcessId', '104', line(3), 2],
    ['a number in hex that was used before', 'NewProcessId', '0x68', line(4), 4],
    ['a parent’s number', 'ParentProcessId', '100', line(2), 1],
  ])('opens the process of %s', async (_name, field, value, of, opens) => {
    const engine = createInProcessEngine();
    await engine.open({ kind: 'file', name: 'made.json', blob: new Blob([events.join('\n')]) });
    expect(await openedProcess(engine, { field, value }, of)).toEqual({ event: line(opens), unfolded: 'process' });
  });

  it('opens nothing for what no event has', async () => {
    const engine = createInProcessEngine();
    await engine.open({ kind: 'file', name: 'made.json', blob: new Blob([events.join('\n')]) });
    expect(await openedProcess(engine, { field: 'ProcessGuid', value: '{99999999-4300-5f91-ae04-000000000400}' }, null)).toBeNull();
  });
});
