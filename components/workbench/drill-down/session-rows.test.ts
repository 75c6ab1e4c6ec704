import { describe, expect, it } from 'vitest';
import type { EventSummary, SessionSummary } from '@/lib/engine/engine';
import { listRows } from '@/components/workbench/tables/list-rows';
import { byHost, serviceColumns, sessionColumns } from './session-rows';

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

const fetchRows = listRows(
  [
    session('0x1', 9, { account: 'anna', domain: 'CORP', sourceAddress: '10.0.0.9', sourcePort: '49800', logon: at('2020-01-01T10:00:00Z') }),
    session('0x2', 100, { account: 'bert', boot: 1, hostTellsLogons: false, hits: [{ analytic: 'I', events: 2 }] }),
    session('0x3', 20, { sourceAddress: '10.0.0.10', logoff: at('2020-01-01T10:00:01Z'), hits: [{ analytic: 'II', events: 9 }, { analytic: 'V', events: 2 }] }),
  ],
  sessionColumns('UTC'),
);
const heads = sessionColumns('UTC').map(({ head }) => head);
const column = (name: string) => heads.indexOf(name);
type Ask = Parameters<typeof fetchRows>;
const ids = async (...[offset, limit, sort, filters]: Ask) => (await fetchRows(offset, limit, sort, filters)).rows.map((row) => row.cells[column('Logon ID')]);
const cells = async (name: string) => (await fetchRows(0, 9, null, [])).rows.map((row) => row.cells[column(name)]);

describe('the rows of the session list', () => {
  it('tell times in the zone that their heads name', async () => {
    const columns = sessionColumns('Asia/Kolkata');
    const place = columns.findIndex(({ head }) => head === 'First event, Asia/Kolkata');
    const [row] = (await listRows([session('0x1', 1)], columns)(0, 1, null, [])).rows;
    expect(row.cells[place]).toBe('2020-01-01 15:30:00.000');
    expect(sessionColumns('+05:30').at(-1)?.head).toBe('Last event, UTC+05:30');
  });

  it('have a cell a column, null for what is not known', async () => {
    const { rows } = await fetchRows(0, 1, null, []);
    expect(Object.fromEntries(heads.map((head, i) => [head, rows[0].cells[i]]))).toEqual({
      Host: 'WS1',
      'Logon ID': '0x1',
      Account: 'CORP\\anna',
      Logon: null,
      Source: '10.0.0.9:49800',
      'Start, UTC': '2020-01-01 10:00:00.000',
      'End, UTC': 'no logoff in this dataset',
      Events: '9',
      Hits: null,
      Shares: '0',
      'Files written': '0',
      Elevated: null,
      Linked: null,
      'First event, UTC': '2020-01-01 10:00:00.000',
      'Last event, UTC': '2020-01-01 10:00:01.000',
    });
  });

  it('say what the dataset cut off, but nothing where no log tells', async () => {
    expect(await cells('Start, UTC')).toEqual(['2020-01-01 10:00:00.000', null, 'before this dataset']);
    expect(await cells('End, UTC')).toEqual(['no logoff in this dataset', null, '2020-01-01 10:00:01.000']);
  });

  it('name restarts, hits and service accounts', async () => {
    expect(await cells('Logon ID')).toEqual(['0x1', '0x2 (restart 1)', '0x3']);
    expect(await cells('Hits')).toEqual([null, 'I (2)', 'II (9), V (2)']);
    const [{ cells: service }] = (await listRows([session('0x3e7', 1, { wellKnown: 'SYSTEM' })], serviceColumns('UTC'))(0, 1, null, [])).rows;
    expect(service).toContain('SYSTEM');
  });

  it('sort by numbers as numbers, what is missing first, what began before the dataset before all that did not', async () => {
    expect(await ids(0, 9, { column: column('Events'), descending: true }, [])).toEqual(['0x2 (restart 1)', '0x3', '0x1']);
    expect(await ids(0, 9, { column: column('Source'), descending: false }, [])).toEqual(['0x2 (restart 1)', '0x1', '0x3']);
    expect(await ids(0, 9, { column: column('Hits'), descending: true }, [])).toEqual(['0x3', '0x2 (restart 1)', '0x1']);
    expect(await ids(0, 9, { column: column('Start, UTC'), descending: false }, [])).toEqual(['0x2 (restart 1)', '0x3', '0x1']);
  });

  it('filter in any case, and count all that meet the filter', async () => {
    expect(await ids(0, 9, null, [{ column: column('Account'), text: 'CORP\\A' }])).toEqual(['0x1']);
    expect(await fetchRows(0, 1, null, [{ column: column('Host'), text: 'ws' }])).toMatchObject({ total: 3, rows: [{ row: 0 }] });
    expect(await ids(0, 9, null, [{ column: column('Source'), text: '10.' }])).toEqual(['0x1', '0x3']);
  });

  it('come by host, numbers in names as numbers, and otherwise as they are', () => {
    const list = [session('0x1', 9, { host: 'WS10' }), session('0x2', 5, { host: 'WS2' }), session('0x3', 3, { host: 'WS10' })];
    expect(byHost(list).map(({ logonId }) => logonId)).toEqual(['0x2', '0x1', '0x3']);
  });
});
