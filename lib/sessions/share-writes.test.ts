import { describe, expect, it } from 'vitest';
import { isAdministrativeShare } from './share-writes';
import { sessionsFrom } from './session-rows.test-support';

it.each([
  ['\\\\*\\C$', true],
  ['\\\\*\\d$', true],
  ['\\\\*\\ADMIN$', true],
  ['\\\\FS01\\C$', true],
  ['\\\\*\\IPC$', false],
  ['\\\\*\\DOC$', false],
  ['\\\\*\\C', false],
  [null, false],
])('%s is an administrative share: %s', (share, is) => {
  expect(isAdministrativeShare(share)).toBe(is);
});

describe('a write', () => {
  const writesOf = (rows: string) =>
    sessionsFrom(rows)
      .shareWrites()
      .writes.map(({ account, source, host, directory, confirmedBy, session }) => [account, source, host, directory, confirmedBy, session?.logonId ?? null]);

  it('is an open of a file on an administrative share that asks for the right to write data', () => {
    const rows = String.raw`
      EventID  Channel   Hostname  SubjectUserName  SubjectLogonId  ShareName  RelativeTargetName  AccessMask  IpAddress
      5145     Security  FS01      eve              0x12            \\*\C$     Temp\x.exe          0x2         10.0.0.9
      5145     Security  FS01      eve              0x12            \\*\C$     Temp\Sub\x.exe      0x17019f    10.0.0.9
      5145     Security  FS01      eve              0x12            \\*\C$     Temp\x.exe          0x80        10.0.0.9
      5145     Security  FS01      eve              0x12            \\*\IPC$   svcctl              0x2         10.0.0.9
      5140     Security  FS01      eve              0x12            \\*\C$     .                   0x2         10.0.0.9`;
    expect(writesOf(rows)).toEqual([
      ['eve', '10.0.0.9', 'FS01', 'Temp', null, '0x12'],
      ['eve', '10.0.0.9', 'FS01', 'Temp\\Sub', null, '0x12'],
    ]);
  });

  it('takes nothing from a service session, which many actors share', () => {
    const rows = String.raw`
      EventID  Channel   Hostname  SubjectUserName  SubjectLogonId  ShareName  RelativeTargetName  AccessMask  IpAddress
      5140     Security  FS01      eve              0x3e7           \\*\C$     .                   0x1         10.0.0.9
      5145     Security  FS01      -                0x3e7           \\*\C$     x.exe               0x2         -`;
    expect(writesOf(rows)).toEqual([[null, null, 'FS01', '', null, '0x3e7']]);
  });

  it('takes the source from the connect of its session where it lacks one', () => {
    const rows = String.raw`
      EventID  Channel   Hostname  SubjectUserName  SubjectLogonId  ShareName  RelativeTargetName  AccessMask  IpAddress
      5140     Security  FS01      eve              0x12            \\*\C$     .                   0x1         10.0.0.9
      5145     Security  FS01      eve              0x12            \\*\C$     x.exe               0x2         -`;
    expect(writesOf(rows)).toEqual([['eve', '10.0.0.9', 'FS01', '', null, '0x12']]);
  });
});
