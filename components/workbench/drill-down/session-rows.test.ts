import { describe, expect, it } from 'vitest';
import type { EventSummary, SessionSummary } from '@/lib/engine/engine';
import { sessionColumns, sessionRows } from './session-rows';

const at = (time: string): EventSummary => ({ ref: { member: 0, line: 1 }, time, millis: Date.parse(time), host: null, channel: null, eventId: null, gist: '' });

function session(logonId: string, events: number, more: Partial<SessionSummary> = {}): SessionSummary {
  return {
    host: 'WS1',
    logonId,
    boot: 0,
    account: null,
    domain: null,
    wellKnown: null,
    logonType: null,
    sourceAddress: null,
    sourcePort: null,
    logon: null,
    logoff: null,
    hostTellsLogons: true,
    elevated: null,
    linked: null,
    shareCount: 0,
    fileCount: 0,
    hits: [],
    events,
    first: at('2020-01-01T10:00:00Z'),
    last: at('2020-01-01T10:00:01Z'),
    ...more,
  };
}

const fetchRows = sessionRows([
  session('0x1', 9, { account: 'anna', domain: 'CORP', sourceAddress: '10.0.0.9', sourcePort: '49800' }),
  session('0x2', 100, { account: 'bert', boot: 1 }),
  session('0x3e7', 20, { wellKnown: 'SYSTEM', sourceAddress: '10.0.0.10' }),
], 'UTC');
const column = (name: string) => sessionColumns('UTC').indexOf(name);
const ids = async (...[offset, limit, sort, filters]: Parameters<typeof fetchRows>) =>
  (await fetchRows(offset, limit, sort, filters)).rows.map((row) => row.cells[column('Logon ID')]);

describe('the rows of the session list', () => {
  it('tell times in the zone that their heads name', async () => {
    const [row] = (await sessionRows([session('0x1', 1)], 'Asia/Kolkata')(0, 1, null, [])).rows;
    expect([sessionColumns('Asia/Kolkata')[6], row.cells[6]]).toEqual(['First event, Asia/Kolkata', '2020-01-01 15:30:00.000']);
    expect(sessionColumns('+05:30')[7]).toBe('Last event, UTC+05:30');
  });

  it('have a cell a column, null for what is not known', async () => {
    const { rows } = await fetchRows(0, 1, null, []);
    expect(rows).toEqual([
      { row: 0, cells: ['0x1', 'WS1', 'CORP\\anna', null, '10.0.0.9:49800', '9', '2020-01-01 10:00:00.000', '2020-01-01 10:00:01.000'] },
    ]);
  });

  it('name restarts and service accounts', async () => {
    const { rows } = await fetchRows(1, 2, null, []);
    expect(rows.map((row) => [row.cells[column('Logon ID')], row.cells[column('Account')]])).toEqual([
      ['0x2 (restart 1)', 'bert'],
      ['0x3e7', 'SYSTEM'],
    ]);
  });

  it('sort by numbers as numbers, and what is missing first', async () => {
    expect(await ids(0, 9, { column: column('Events'), descending: true }, [])).toEqual(['0x2 (restart 1)', '0x3e7', '0x1']);
    expect(await ids(0, 9, { column: column('Source'), descending: false }, [])).toEqual(['0x2 (restart 1)', '0x1', '0x3e7']);
  });

  it('filter in any case, and count all that meet the filter', async () => {
    expect(await ids(0, 9, null, [{ column: column('Account'), text: 'CORP\\A' }])).toEqual(['0x1']);
    expect(await fetchRows(0, 1, null, [{ column: column('Host'), text: 'ws' }])).toMatchObject({ total: 3, rows: [{ row: 0 }] });
    expect(await ids(0, 9, null, [{ column: column('Source'), text: '10.' }])).toEqual(['0x1', '0x3e7']);
  });
});
