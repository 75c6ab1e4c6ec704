import { expect, it, vi } from 'vitest';
import { rowId } from '@/lib/base/row-id';
import { eventTableOf } from '@/lib/events/event-table-builder';
import { importReport } from './import-report';
import { summarise } from './dataset-summary';
import { eventDetail } from './event-summary';
import { OpenTable } from './open-table';

const event = (n: number) => ({
  '@timestamp': `2026-03-01T10:00:0${n}.000Z`,
  UtcTime: `2026-03-01 10:00:0${n}.000`,
  Hostname: 'WS1',
  Channel: 'Security',
  EventID: 5140,
  RecordNumber: 100 + n,
  SubjectLogonId: '0x4e13b',
  SubjectUserName: 'ana',
  ShareName: '\\\\*\\C$',
  Message: `${n}`,
});
const table = eventTableOf(Array.from({ length: 9 }, (_, n) => JSON.stringify(event(n))).join('\n'));
/** Of these almost every event has a value of its own: a column takes as long to build as the whole dataset to index. */
const OWN = ['@timestamp', 'UtcTime', 'RecordNumber', 'Message', 'SubjectUserName'];

it('reads one event, and the report its clocks, without a column of what is different in every event', async () => {
  const asked = [vi.spyOn(table, 'column'), vi.spyOn(table, 'ownColumn')];
  const detail = await eventDetail(new OpenTable(table), rowId(4));
  expect(detail).toMatchObject({ time: '2026-03-01T10:00:04.000Z', host: 'WS1', gist: expect.stringContaining('ana'), sessions: [{ logonId: '0x4e13b' }] });
  const opened = { table, name: 'a', sha256: null, fileBytes: 1, skippedMembers: [], warnings: [] };
  expect(importReport(summarise(opened), table).clocks.fields.map(({ name, events }) => [name, events])).toEqual([['@timestamp', 9], ['UtcTime', 9]]);
  const built = asked.flatMap(({ mock }) => mock.calls.map(([name]) => name));
  expect(OWN.filter((name) => built.includes(name))).toEqual([]);
});
