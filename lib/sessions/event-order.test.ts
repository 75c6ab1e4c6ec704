import { expect, it } from 'vitest';
import { rowId } from '@/lib/base/row-id';
import { indexSessions } from './session-index';
import { eventsFrom, sessionsFrom } from './session-rows.test-support';

// One moment on two hosts, in the order of no clock; the last row has no time, so it follows what its host wrote before.
const oneMoment = `
  @timestamp  EventID  Channel   Hostname  RecordNumber  SubjectLogonId
  10:00:00    5140     Security  WS2       9             0xb
  10:00:00    5145     Security  ws1       11            0xa
  10:00:00    4672     Security  WS1       9             0xa
  10:00:00    7045     System    WS1       2             .
  10:00:00    5140     Security  WS1       10            0xa
  10:00:00    5140     Security  DC        70            0xc
  09:59:59    5140     Security  WS9       1             0xd
  .           5140     Security  WS1       12            0xa
`;

it('breaks ties of time by host, log and record number', () => {
  const table = eventsFrom(oneMoment);
  const { compare } = indexSessions(table);
  const order = Array.from({ length: table.rowCount }, (_, row) => rowId(row)).sort(compare);
  expect(order).toEqual([6, 5, 2, 4, 1, 7, 3, 0]);
});

it('goes by it in a session\u2019s first, last and timeline, and between sessions that do as much', () => {
  const sessions = sessionsFrom(oneMoment);
  expect(sessions.session({ host: 'WS1', logonId: '0xa', boot: 0 })?.timeline.map(({ row }) => row)).toEqual([2, 4, 1, 7]);
  expect(sessions.list({ host: 'WS1' })[0]).toMatchObject({ logonId: '0xa', first: 2, last: 7 });
  expect(sessions.list({}).map(({ host }) => host.toUpperCase())).toEqual(['WS1', 'WS9', 'DC', 'WS2']);
});
