import { describe, expect, it } from 'vitest';
import { logonIdOf, openedSession, pivotKind, sessionsOf } from './pivot-changes';

describe('what a value names', () => {
  it.each([
    ['Hostname', 'WORKSTATION6.theshire.local', 'host'],
    ['winlog.computer_name', 'WORKSTATION6', 'host'],
    ['SubjectUserName', 'pgustavo', 'user'],
    ['event_data.TargetUserName', 'pgustavo', 'user'],
    ['SubjectLogonId', '0x4e13b2e', 'session'],
    ['TargetLinkedLogonId', '81869614', 'session'],
    ['SubjectLogonId', 'none', null],
    ['SubjectUserName', '-', null],
    ['ShareName', '\\\\*\\C$', null],
    ['LogonGuid', '{5a3c}', null],
    ['ProcessGuid', '{b34bc01c-3d7f-5f6a-b603-000000000900}', 'process'],
    ['event_data.SourceProcessGUID', '{B34BC01C-3D7F-5F6A-B603-000000000900}', 'process'],
    ['ProcessGuid', '{00000000-0000-0000-0000-000000000000}', null],
    ['NewProcessId', '0x1d60', 'process-number'],
    ['winlog.event_data.ProcessId', '7520', 'process-number'],
    ['ProcessId', '0x0', null],
    ['ProcessID', '7520', null],
  ] as const)('%s = %s: %s', (field, value, kind) => {
    expect(pivotKind({ field, value })).toBe(kind);
  });
});

// 0x4e13b2e = 4·16⁶ + 14·16⁵ + 1·16⁴ + 3·16³ + 11·16² + 2·16 + 14 = 81,869,614.
it.each([
  ['0x4E13B2E', '0x4e13b2e'],
  ['0x0000000004e13b2e', '0x4e13b2e'],
  ['81869614', '0x4e13b2e'],
  ['4e13b2e', null],
  ['', null],
])('the logon ID %s is %s', (written, key) => {
  expect(logonIdOf(written)).toBe(key);
});

it('opens the one session of a logon ID, and lists all where two hosts have it', () => {
  const one = { host: 'WORKSTATION5', logonId: '0x4e13b2e', boot: 1 };
  const other = { host: 'WORKSTATION6', logonId: '0x4e13b2e', boot: 0 };
  expect(openedSession('0x4e13b2e', [one, { ...other, logonId: '0x3e7' }])).toEqual({ session: one, event: null });
  expect(openedSession('0x4e13b2e', [one, other])).toMatchObject({ section: 'sessions', session: null });
});

it('asks for the sessions of an account without its domain', () => {
  expect(sessionsOf('user', 'THESHIRE\\pgustavo').sessionsFilter).toEqual({ host: null, user: 'pgustavo' });
});
