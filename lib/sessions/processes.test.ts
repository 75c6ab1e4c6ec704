import { describe, expect, it } from 'vitest';
import { processGuid, processNumber, startOfGuid } from './process-identity';
import type { Process } from './process';
import { processesOf } from './processes';
import { eventsFrom, row } from './session-rows.test-support';

const HEAD =
  '@timestamp  EventID  Channel  Hostname  ProcessGuid  ProcessId  Image  CommandLine  ParentProcessGuid  ParentProcessId  ParentImage  NewProcessId  NewProcessName  ParentProcessName  ProcessName';
const SYSMON = 'Microsoft-Windows-Sysmon/Operational';
const A = '{313fa531-42ab-5f91-aa04-000000000400}';
const B = '{313fa531-4300-5f91-ae04-000000000400}';

function processes(...lines: readonly string[]) {
  return processesOf(eventsFrom([HEAD, ...lines].join('\n')));
}

const said = ({ pid, guid, image, parent, parentBy, starts, ends, rows }: Process) => ({ pid, hasGuid: guid !== null, image, parent: parent?.pid ?? null, parentBy, starts, ends, rows });

describe('processesOf', () => {
  it('takes a Sysmon 1 and the 4688 of the same start, one in decimal, one in hex, for one process', () => {
    // 7520 = 0x1d60, 5776 = 0x1690: a start as two logs of a public dataset tell it.
    const { all, ofEvent } = processes(
      `08:29:53.799  4688  Security  WS5  .  0x1690  .  .  .  .  .  0x1d60  C:\\PurpleSharp.exe  C:\\cmd.exe  .`,
      `08:29:53.801  1  ${SYSMON}  WS5  ${B}  7520  C:\\PurpleSharp.exe  PurpleSharp.exe /pb  ${A}  5776  C:\\cmd.exe  .  .  .  .`,
      `08:29:54.000  4663  Security  WS5  .  0x1d60  .  .  .  .  .  .  .  .  C:\\PurpleSharp.exe`,
      `08:30:07.389  5  ${SYSMON}  WS5  ${B}  7520  C:\\PurpleSharp.exe  .  .  .  .  .  .  .  .`,
      `08:30:07.390  4689  Security  WS5  .  0x1d60  .  .  .  .  .  .  .  .  C:\\PurpleSharp.exe`,
    );
    expect(all.map(said)).toEqual([
      { pid: 7520, hasGuid: true, image: 'C:\\PurpleSharp.exe', parent: 5776, parentBy: 'guid', starts: [1, 0], ends: [3, 4], rows: [0, 1, 2, 3, 4] },
      { pid: 5776, hasGuid: true, image: 'C:\\cmd.exe', parent: null, parentBy: null, starts: [], ends: [], rows: [] },
    ]);
    expect(ofEvent(row(2))).toBe(all[0]);
  });

  it('builds a tree from numbers alone, by the last process that had the number at the time', () => {
    const { all } = processes(
      `10:00:00.000  4688  Security  WS1  .  0x4  .  .  .  .  .  0x64  C:\\old.exe  System  .`,
      `10:01:00.000  4689  Security  WS1  .  0x64  .  .  .  .  .  .  .  .  C:\\old.exe`,
      `10:02:00.000  4688  Security  WS1  .  0x4  .  .  .  .  .  0x64  C:\\new.exe  System  .`,
      `10:03:00.000  4688  Security  WS1  .  0x64  .  .  .  .  .  0x68  C:\\child.exe  C:\\new.exe  .`,
      `10:03:00.000  4688  Security  WS2  .  0x64  .  .  .  .  .  0x68  C:\\other.exe  C:\\far.exe  .`,
    );
    const child = all.find(({ image }) => image === 'C:\\child.exe');
    expect(child?.parent?.image).toBe('C:\\new.exe');
    expect(child?.parent?.parent).toMatchObject({ image: 'System', pid: 4 });
    // The same number on another host is another process: one that only its child tells of.
    expect(all.find(({ image }) => image === 'C:\\other.exe')?.parent).toMatchObject({ host: 'WS2', image: 'C:\\far.exe', starts: [] });
  });

  it('keeps two starts of one program apart by their numbers', () => {
    const { all } = processes(
      `10:00:00.000  1  ${SYSMON}  WS1  ${A}  100  C:\\a.exe  .  .  .  .  .  .  .  .`,
      `10:00:01.000  1  ${SYSMON}  WS1  ${B}  104  C:\\a.exe  .  .  .  .  .  .  .  .`,
      `10:00:01.000  4688  Security  WS1  .  0x4  .  .  .  .  .  0x68  C:\\a.exe  .  .`,
      `10:00:00.000  4688  Security  WS1  .  0x4  .  .  .  .  .  0x64  C:\\a.exe  .  .`,
    );
    expect(all.filter(({ image }) => image === 'C:\\a.exe').map(({ pid, starts }) => [pid, starts])).toEqual([[100, [0, 3]], [104, [1, 2]]]);
  });

  it('knows a process whose start it has not by its GUID', () => {
    const { all } = processes(`10:00:00.000  11  ${SYSMON}  WS1  ${A}  .  C:\\a.exe  .  .  .  .  .  .  .  .`);
    expect(all).toHaveLength(1);
    expect(all[0]).toMatchObject({ pid: null, starts: [], startMillis: Date.UTC(2020, 9, 22, 8, 28, 27) });
  });
});

describe('what identifies a process', () => {
  it.each([
    ['{313FA531-42AB-5F91-AA04-000000000400}', '313fa531-42ab-5f91-aa04-000000000400'],
    ['{00000000-0000-0000-0000-000000000000}', null],
    ['7520', null],
    [null, null],
  ])('%s is the GUID %s', (text, guid) => {
    expect(processGuid(text)).toBe(guid);
  });

  it('reads the start out of a GUID: 0x5f9142ab seconds since 1970', () => {
    expect(startOfGuid('313fa531-42ab-5f91-aa04-000000000400')).toBe(Date.UTC(2020, 9, 22, 8, 28, 27));
    expect(startOfGuid('313fa531-0001-0000-aa04-000000000400')).toBeNull();
  });

  it.each([['0x1d60', 7_520], ['7520', 7_520], ['0X1D60', 7_520], ['0x0', null], ['0', null], ['-', null], [null, null]])('%s is the number %s', (text, number) => {
    expect(processNumber(text)).toBe(number);
  });
});
