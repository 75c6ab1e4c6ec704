import { describe, expect, it } from 'vitest';
import type { LogonSession, LogonSessionKey } from './logon-session';
import type { LogonSessions } from './logon-sessions';
import { row, sessionsFrom } from './session-rows.test-support';

const key = (host: string, logonId: string, boot = 0): LogonSessionKey => ({ host, logonId, boot });

function mustFind(sessions: LogonSessions, wanted: LogonSessionKey): LogonSession {
  const session = sessions.session(wanted);
  if (!session) throw new Error('no such session');
  return session;
}

const oneSession = `
  @timestamp  EventID  Channel   Hostname  RecordNumber  SubjectLogonId  TargetLogonId  SubjectUserName  TargetUserName  TargetDomainName  LogonType  IpAddress    IpPort  AuthenticationPackageName  PrivilegeList                    ShareName   RelativeTargetName  AccessMask
  10:00:01    4672     Security  WS1       101           0xABC           .              anna             .               .                 .          .            .       .                          SeDebugPrivilege SeTcbPrivilege  .           .                   .
  10:00:01    4624     Security  WS1       100           0x3e7           0xabc          WS1$             anna            CORP              3          10.0.0.5     49800   Kerberos                   .                                .           .                   .
  10:00:03    5145     Security  WS1       103           0xabc           .              anna             .               .                 .          10.0.0.5     49800   .                          .                                \\\\*\\C$   Temp\\x.exe         0x2
  10:00:02    5140     Security  WS1       102           0xabc           .              anna             .               .                 .          10.0.0.5     49800   .                          .                                \\\\*\\C$   .                   0x1
  10:00:09    4634     Security  WS1       104           .               0x0000abc      .                anna            CORP              3          .            .       .                          .                                .           .                   .
`;

describe('a session whose logon and logoff are in the dataset', () => {
  const session = mustFind(sessionsFrom(oneSession), key('WS1', '0xABC'));

  it('says who, how, from where and with which privileges', () => {
    expect(session).toMatchObject({
      host: 'WS1',
      logonId: '0xabc',
      boot: 0,
      account: 'anna',
      domain: 'CORP',
      wellKnown: null,
      logonType: 'network',
      sourceAddress: '10.0.0.5',
      sourcePort: '49800',
      authentication: 'Kerberos',
      privileges: ['SeDebugPrivilege', 'SeTcbPrivilege'],
      logon: row(1),
      logoff: row(4),
      shares: [{ value: '\\\\*\\C$', events: 2 }],
    });
  });

  it('puts its events in order of time, then record number', () => {
    expect(session.timeline).toEqual([
      { row: row(1), role: 'logon', note: 'logon · network' },
      { row: row(0), role: 'privileges', note: 'special privileges' },
      { row: row(3), role: 'share', note: 'C$ · connect' },
      { row: row(2), role: 'file', note: 'C$ · Temp\\x.exe · write' },
      { row: row(4), role: 'logoff', note: 'logoff' },
    ]);
  });
});

describe('which session an event belongs to', () => {
  const sessions = sessionsFrom(`
    @timestamp  EventID  Channel                               Hostname  SubjectLogonId  TargetLogonId  LogonId  LogonID
    10:00:00    4624     Security                              WS1       0x111           0xaaa          .        .
    10:00:01    4627     Security                              WS1       0x111           0xaaa          .        .
    10:00:02    4672     Security                              WS1       0xaaa           .              .        .
    10:00:03    4648     Security                              WS1       0xaaa           .              .        .
    10:00:04    1        Microsoft-Windows-Sysmon/Operational  WS1       .               .              0xAAA    .
    10:00:05    4778     Security                              WS1       .               .              .        0xaaa
    10:00:06    4688     Security                              WS1       0xaaa           0xbbb          .        .
    10:00:07    4688     Security                              WS1       0xaaa           0x0            .        .
    10:00:08    4647     Security                              WS1       .               0xaaa          .        .
    10:00:09    4634     Security                              WS1       .               0xaaa          .        .
    10:00:10    5156     Security                              WS1       .               .              .        .
    10:00:11    4624     Security                              WS1       0x0             0x0            .        .
    10:00:12    5140     Security                              WS1       garbage         .              .        .
  `);
  it.each([
    [0, ['0xaaa']],
    [1, ['0xaaa']],
    [2, ['0xaaa']],
    [3, ['0xaaa']],
    [4, ['0xaaa']],
    [5, ['0xaaa']],
    [6, ['0xaaa', '0xbbb']],
    [7, ['0xaaa']],
    [8, ['0xaaa']],
    [9, ['0xaaa']],
    [10, []],
    [11, []],
    [12, []],
  ])('row %i: %j', (index, logonIds) => {
    expect(sessions.keysOfEvent(row(index)).map((found) => found.logonId)).toEqual(logonIds);
  });

  it('who asked for a logon has no session by that alone', () => {
    expect(sessions.session(key('WS1', '0x111'))).toBeNull();
  });
});

describe('hosts', () => {
  it('the same logon ID on two hosts is two sessions; short, full and case are one host', () => {
    const sessions = sessionsFrom(`
      @timestamp  EventID  Channel   Hostname         SubjectLogonId  SubjectUserName
      10:00:00    5140     Security  WS1              0xabc           anna
      10:00:01    5140     Security  ws1.corp.local   0xabc           anna
      10:00:02    5140     Security  WS2              0xabc           bert
    `);
    expect(sessions.list({}).map(({ host, account, events }) => ({ host, account, events }))).toEqual([
      { host: 'ws1.corp.local', account: 'anna', events: 2 },
      { host: 'WS2', account: 'bert', events: 1 },
    ]);
    expect(sessions.session(key('Ws1', '0x0ABC'))?.account).toBe('anna');
    expect(sessions.list({ host: 'ws1' })).toHaveLength(1);
    expect(sessions.list({ host: 'WS3' })).toEqual([]);
  });

  it('a short name that two full names begin with stays apart', () => {
    const sessions = sessionsFrom(`
      @timestamp  EventID  Channel   Hostname    SubjectLogonId
      10:00:00    5140     Security  web         0xabc
      10:00:01    5140     Security  web.a.test  0xabc
      10:00:02    5140     Security  web.b.test  0xabc
      10:00:03    5140     Security  10.0.0.1    0xabc
      10:00:03    5140     Security  10          0xabc
    `);
    expect(new Set(sessions.list({}).map((session) => session.host))).toEqual(new Set(['web', 'web.a.test', 'web.b.test', '10', '10.0.0.1']));
  });

  it('events without a host name share a host of their own', () => {
    const sessions = sessionsFrom(`
      @timestamp  EventID  Channel   SubjectLogonId
      10:00:00    5140     Security  0xabc
    `);
    expect(sessions.keysOfEvent(row(0))).toEqual([key('-', '0xabc')]);
  });
});

describe('restarts', () => {
  const sessions = sessionsFrom(`
    @timestamp  EventID  Channel   SourceName                           Hostname  SubjectLogonId
    10:00:00    5140     Security  Microsoft-Windows-Security-Auditing  WS1       0xabc
    10:05:00    12       System    Microsoft-Windows-Kernel-General     WS1       .
    10:05:20    6005     System    EventLog                             WS1       .
    10:05:30    4608     Security  Microsoft-Windows-Security-Auditing  WS1       .
    10:06:00    5140     Security  Microsoft-Windows-Security-Auditing  WS1       0xabc
    10:06:00    5140     Security  Microsoft-Windows-Security-Auditing  WS2       0xabc
    10:07:00    12       Other     Microsoft-Windows-Sysmon             WS1       .
    10:08:00    5140     Security  Microsoft-Windows-Security-Auditing  WS1       0xabc
    10:08:30    4608     Security  Microsoft-Windows-Security-Auditing  WS1       .
    10:09:00    5140     Security  Microsoft-Windows-Security-Auditing  WS1       0xabc
    10:05:10    5140     Security  Microsoft-Windows-Security-Auditing  WS1       0xdef
    .           5140     Security  Microsoft-Windows-Security-Auditing  WS1       0xabc
  `);
  it.each([
    [0, 'WS1', 0],
    [4, 'WS1', 1],
    [5, 'WS2', 0],
    [7, 'WS1', 1],
    [9, 'WS1', 2],
    [10, 'WS1', 1],
    // Without a time, an event counts with the one of its host before it.
    [11, 'WS1', 1],
  ])('row %i on %s is in boot %i', (index, host, boot) => {
    expect(sessions.keysOfEvent(row(index))).toEqual([expect.objectContaining({ host, boot })]);
  });

  it('one logon ID is a session a boot', () => {
    expect([0, 1, 2].map((boot) => sessions.session(key('WS1', '0xabc', boot))?.events)).toEqual([1, 3, 1]);
  });
});

describe('well-known sessions', () => {
  const sessions = sessionsFrom(`
    @timestamp  EventID  Channel   Hostname  SubjectLogonId  TargetLogonId  SubjectUserName  TargetUserName  LogonType  ShareName  RelativeTargetName  AccessMask
    10:00:00    4624     Security  WS1       0x3e7           0x3e7          WS1$             SYSTEM          5          .          .                   .
    10:00:01    5145     Security  WS1       0x3e7           .              WS1$             .               .          X:\\C$     a.exe               0x2
    10:00:02    4688     Security  WS1       0x3E5           .              LOCAL SERVICE    .               .          .          .                   .
    10:00:03    4688     Security  WS1       0x3e4           .              WS1$             .               .          .          .                   .
    10:00:04    5140     Security  WS1       0xabc           .              anna             .               .          .          .                   .
  `);

  it('are named and come last, however much they do', () => {
    expect(sessions.list({}).map((session) => session.wellKnown)).toEqual([null, 'SYSTEM', 'LOCAL SERVICE', 'NETWORK SERVICE']);
  });

  it('have no logon, account or files of their own', () => {
    expect(sessions.session(key('WS1', '0x3e7'))).toMatchObject({ account: null, logon: null, logonType: null, files: [], events: 2 });
  });
});

describe('what is not in the dataset', () => {
  const session = mustFind(
    sessionsFrom(`
      @timestamp  EventID  Channel   Hostname  SubjectLogonId  SubjectUserName  SubjectDomainName  SubjectUserSid  IpAddress  IpPort
      10:00:00    4689     Security  WS1       0xabc           anna             CORP               S-1-5-21-7      .          .
      10:00:01    5140     Security  WS1       0xabc           anna             CORP               S-1-5-21-7      10.0.0.9   50000
    `),
    key('WS1', '0xabc'),
  );

  it('is null, and account and source come from what the session did', () => {
    expect(session).toMatchObject({
      logon: null,
      logoff: null,
      logonType: null,
      authentication: null,
      account: 'anna',
      domain: 'CORP',
      sid: 'S-1-5-21-7',
      sourceAddress: '10.0.0.9',
      sourcePort: '50000',
      privileges: [],
    });
  });

  it("a session that is only known as a process's target does not take the account of who started the process", () => {
    const started = mustFind(
      sessionsFrom(`
        @timestamp  EventID  Channel   Hostname  SubjectLogonId  TargetLogonId  SubjectUserName
        10:00:00    4688     Security  WS1       0xaaa           0xbbb          anna
      `),
      key('WS1', '0xbbb'),
    );
    expect(started.account).toBeNull();
  });

  it("Sysmon's user is split into domain and account", () => {
    const sysmon = mustFind(
      sessionsFrom(`
        @timestamp  EventID  Channel                               Hostname  LogonId  User
        10:00:00    1        Microsoft-Windows-Sysmon/Operational  WS1       0xabc    CORP\\anna
      `),
      key('WS1', '0xabc'),
    );
    expect(sysmon).toMatchObject({ account: 'anna', domain: 'CORP' });
  });
});

describe('list', () => {
  it('finds an account in any case, with its domain or without', () => {
    const sessions = sessionsFrom(`
      @timestamp  EventID  Channel   Hostname  SubjectLogonId  SubjectUserName  SubjectDomainName
      10:00:00    5140     Security  WS1       0x1             anna             CORP
      10:00:01    5140     Security  WS2       0x2             Anna             OTHER
      10:00:02    5140     Security  WS2       0x3             annabel          CORP
    `);
    const found = (user: string) => sessions.list({ user }).map((session) => session.logonId);
    expect(found('ANNA')).toEqual(['0x1', '0x2']);
    expect(found('corp\\anna')).toEqual(['0x1']);
    expect(sessions.list({ host: 'WS2', user: 'anna' }).map((session) => session.logonId)).toEqual(['0x2']);
  });

  it('a dataset without Windows events has no sessions', () => {
    const sessions = sessionsFrom(`
      eventTime  userIdentity
      10:00:00   root
    `);
    expect(sessions.list({})).toEqual([]);
    expect(sessions.keysOfEvent(row(0))).toEqual([]);
  });
});
