import { describe, expect, it } from 'vitest';
import type { LogonSessionSummary } from './logon-session';
import { sessionsFrom } from './session-rows.test-support';

function byId(rows: string): (logonId: string, host?: string) => LogonSessionSummary {
  const all = sessionsFrom(rows).list({});
  return (logonId, host = 'WS1') => {
    const found = all.find((session) => session.logonId === logonId && session.host === host);
    if (!found) throw new Error(`no session ${logonId} on ${host}`);
    return found;
  };
}

describe('linked logons', () => {
  // What Windows writes for an administrator's interactive logon: 0xe1 with the elevated token, 0xf1 without, each naming the other.
  const session = byId(`
    @timestamp  EventID  Channel   Hostname  TargetLogonId  TargetLinkedLogonId  ElevatedToken  TargetUserName
    10:00:00    4624     Security  WS1       0xe1           0xF1                 %%1842         anna
    10:00:00    4624     Security  WS1       0xf1           0xE1                 %%1843         anna
    10:00:01    4624     Security  WS1       0xaa           0x0                  %%1842         bert
    10:00:02    4624     Security  WS1       0xbb           0xcc                 %%1843         carl
    10:00:02    4634     Security  WS1       0xcc           .                    .              carl
    10:00:03    4624     Security  WS1       0xdd           0xee                 %%1843         dora
    10:00:04    4634     Security  WS2       0xee           .                    .              dora
  `);

  it('are tied both ways', () => {
    expect([session('0xe1'), session('0xf1')].map(({ elevated, linked }) => [elevated, linked])).toEqual([
      [true, { logonId: '0xf1', isHere: true }],
      [false, { logonId: '0xe1', isHere: true }],
    ]);
  });

  it('one 4624 is enough to tie both', () => {
    expect(session('0xcc')).toMatchObject({ elevated: null, linked: { logonId: '0xbb', isHere: true } });
  });

  it('0x0 is no link, and the same ID on another host is another session', () => {
    expect(session('0xaa').linked).toBeNull();
    expect(session('0xdd').linked).toEqual({ logonId: '0xee', isHere: false });
    expect(session('0xee', 'WS2').linked).toBeNull();
  });
});

describe('what the dataset\u2019s edges cut off', () => {
  const session = byId(`
    @timestamp  EventID  Channel                               Hostname  SubjectLogonId  TargetLogonId  LogonId
    10:00:00    5140     Security                              WS1       0xaa            .              .
    10:00:01    4634     Security                              WS1       .               0xaa           .
    10:00:02    4624     Security                              WS1       0x0             0xbb           .
    10:00:03    1        Microsoft-Windows-Sysmon/Operational  WS2       .               .              0xcc
  `);
  it.each([
    // It began before: the host's Security log is here, and has no logon for it.
    ['WS1', '0xaa', { logon: null, hasLogoff: true, hostTellsLogons: true }],
    ['WS1', '0xbb', { logon: 2, hasLogoff: false, hostTellsLogons: true }],
    // Of WS2 only Sysmon is here: nothing says that its session began before.
    ['WS2', '0xcc', { logon: null, hasLogoff: false, hostTellsLogons: false }],
  ])('%s %s', (host, logonId, expected) => {
    const { logon, logoff, hostTellsLogons } = session(logonId, host);
    expect({ logon, hasLogoff: logoff !== null, hostTellsLogons }).toEqual(expected);
  });
});

describe('what a session did', () => {
  const session = byId(`
    @timestamp  EventID  Channel   Hostname  SubjectLogonId  ShareName  RelativeTargetName  AccessMask
    10:00:00    5140     Security  WS1       0xaa            X:\\C$     .                   0x1
    10:00:01    5145     Security  WS1       0xaa            X:\\C$     a.exe               0x2
    10:00:02    5145     Security  WS1       0xaa            X:\\C$     A.EXE               0x17019f
    10:00:03    5145     Security  WS1       0xaa            X:\\C$     b.txt               0x1
    10:00:04    5145     Security  WS1       0xaa            X:\\IPC$   svcctl              0x3
    10:00:05    5145     Security  WS1       0x3e7           X:\\C$     a.exe               0x2
  `);

  it('counts shares, and files it asked to write: each once, a pipe and a read never', () => {
    expect(session('0xaa')).toMatchObject({ shareCount: 2, fileCount: 1 });
  });

  it('a service session is no one\u2019s trail, so it wrote nothing', () => {
    expect(session('0x3e7')).toMatchObject({ shareCount: 1, fileCount: 0 });
  });
});

it('a time range keeps the sessions that have an event in it, its end not included', () => {
  const sessions = sessionsFrom(`
    @timestamp  EventID  Channel   Hostname  SubjectLogonId
    10:00:00    5140     Security  WS1       0xa
    10:00:09    5140     Security  WS1       0xa
    10:00:05    5140     Security  WS1       0xb
    .           5140     Security  WS1       0xc
  `);
  const at = (second: number) => Date.UTC(2020, 0, 1, 10, 0, second);
  const within = (from: number, to: number) => sessions.list({ time: { from: at(from), to: at(to) } }).map(({ logonId }) => logonId).sort();
  expect(within(0, 1)).toEqual(['0xa']);
  expect(within(1, 9)).toEqual(['0xb']);
  expect(within(5, 10)).toEqual(['0xa', '0xb']);
});
