import { describe, expect, it } from 'vitest';
import { row, sessionsFrom } from './session-rows.test-support';

/** Each case: the write (row 0) and what else is there; the session is 0xabc on WS1. */
function filesOf(rows: string): readonly { path: string; access: number; confirmedBy: number | null }[] | undefined {
  const header = '@timestamp  EventID  Channel  Hostname  SubjectLogonId  ShareName  RelativeTargetName  AccessMask  ObjectType  ObjectName  TargetFilename';
  return sessionsFrom(`${header}\n${rows}`).session({ host: 'WS1', logonId: '0xabc', boot: 0 })?.files.slice();
}

const sysmon = 'Microsoft-Windows-Sysmon/Operational';
const write = (time: string, share: string, path: string, mask: string) =>
  `${time}  5145  Security  WS1  0xabc  ${share}  ${path}  ${mask}  File  .  .`;
const create = (time: string, host: string, path: string) => `${time}  11  ${sysmon}  ${host}  .  .  .  .  .  .  ${path}`;

describe('files a session wrote', () => {
  it.each([
    ['the write bit alone', '\\\\*\\C$', '0x2', true],
    ['the write bit among others', '\\\\*\\C$', '0x17019f', true],
    ['an ADMIN$ share', '\\\\*\\ADMIN$', '0x2', true],
    ['a share of its own', '\\\\*\\Data', '0x12019f', true],
    ['no write bit', '\\\\*\\C$', '0x120089', false],
    ['a mask that is none', '\\\\*\\C$', 'write', false],
    ['a named pipe', '\\\\*\\IPC$', '0x12019f', false],
  ])('%s: %s %s → %s', (_, share, mask, isWrite) => {
    expect(filesOf(write('10:00:00', share, 'Temp\\x.exe', mask))).toEqual(isWrite ? [{ path: 'Temp\\x.exe', access: row(0), confirmedBy: null }] : []);
  });

  it('a 4663 on a file counts, one on a key does not', () => {
    const access = (type: string, name: string) => `10:00:00  4663  Security  WS1  0xabc  .  .  0x2  ${type}  ${name}  .`;
    expect(filesOf([access('File', 'C:\\x.exe'), access('Key', '\\REGISTRY\\MACHINE')].join('\n'))?.map((file) => file.path)).toEqual(['C:\\x.exe']);
  });

  it.each([
    ['right after', create('10:00:01', 'WS1', 'C:\\Temp\\x.exe'), 1],
    ['in other case, short before', create('09:59:30', 'ws1.corp.local', 'c:\\TEMP\\X.EXE'), 1],
    ['on another host', create('10:00:01', 'WS2', 'C:\\Temp\\x.exe'), null],
    ['of the same name elsewhere', create('10:00:01', 'WS1', 'C:\\Users\\x.exe'), null],
    ['of a name that only ends alike', create('10:00:01', 'WS1', 'C:\\MyTemp\\x.exe'), null],
    ['an hour later', create('11:00:00', 'WS1', 'C:\\Temp\\x.exe'), null],
    ['without a time', create('.', 'WS9', 'C:\\Temp\\x.exe'), null],
  ])('a file-create event %s', (_, rest, confirmedBy) => {
    expect(filesOf(`${write('10:00:00', '\\\\*\\C$', 'Temp\\x.exe', '0x2')}\n${rest}`)).toEqual([
      { path: 'Temp\\x.exe', access: row(0), confirmedBy: confirmedBy === null ? null : row(confirmedBy) },
    ]);
  });

  it('the nearest of several file-create events confirms, and joins the timeline', () => {
    const rows = [
      write('10:00:00', '\\\\*\\C$', 'Temp\\x.exe', '0x2'),
      create('10:00:40', 'WS1', 'C:\\Temp\\x.exe'),
      create('10:00:02', 'WS1', 'C:\\Temp\\x.exe'),
    ].join('\n');
    expect(filesOf(rows)?.[0].confirmedBy).toBe(row(2));
  });

  it('a file written twice is one file, at the write that is confirmed', () => {
    const rows = [
      write('10:00:00', '\\\\*\\C$', 'Temp\\x.exe', '0x2'),
      write('10:30:00', '\\\\*\\C$', 'TEMP\\X.exe', '0x2'),
      write('10:30:00', '\\\\*\\C$', 'Temp\\y.exe', '0x2'),
      create('10:30:01', 'WS1', 'C:\\Temp\\x.exe'),
    ].join('\n');
    expect(filesOf(rows)).toEqual([
      { path: 'TEMP\\X.exe', access: row(1), confirmedBy: row(3) },
      { path: 'Temp\\y.exe', access: row(2), confirmedBy: null },
    ]);
  });
});
