import { describe, expect, it } from 'vitest';
import { rowId } from '@/lib/base/row-id';
import type { LineageLeg } from '@/lib/query/result-table';
import { tableOf } from '@/lib/query/query.test-support';
import { compileSql } from '@/lib/query/sql/compile-sql';
import { Explanation, type FunnelPlace } from './explanation';

/*
 *      Ch   ID    Share   Sess  User
 *  0   Sec  5140  C$      0x1   ann     the connect of a session that writes
 *  1   Sec  5140  IPC$    0x1   ann     fails Share only
 *  2   Sec  5140  C$      0x2   PC$     fails User only
 *  3   Sec  5140  ·       0x3   ann     fails Share only: it has none
 *  4   Sec  4624  C$      0x4   ann     fails ID only
 *  5   Sys  4624  C$      0x5   ann     fails two
 *  6   Sec  5140  C$      0x6   bob     meets all; its session never writes
 *  7   Sec  5145  C$      0x1   ann     a write
 *  8   Sec  5145  C$      0x9   eve     a write of a session that never connects
 *  9   Sec  5145  C$      0x9   eve     another
 * 10   Sec  5145  C$      ·     eve     a write without a session
 */
const event = (Channel: string, EventID: number, Share: string | null, Session: string | null, User: string) => ({
  Channel,
  EventID,
  ...(Share === null ? {} : { Share }),
  ...(Session === null ? {} : { Session }),
  User,
});
const EVENTS = [
  event('Sec', 5140, 'C$', '0x1', 'ann'),
  event('Sec', 5140, 'IPC$', '0x1', 'ann'),
  event('Sec', 5140, 'C$', '0x2', 'PC$'),
  event('Sec', 5140, null, '0x3', 'ann'),
  event('Sec', 4624, 'C$', '0x4', 'ann'),
  event('Sys', 4624, 'C$', '0x5', 'ann'),
  event('Sec', 5140, 'C$', '0x6', 'bob'),
  event('Sec', 5145, 'C$', '0x1', 'ann'),
  event('Sec', 5145, 'C$', '0x9', 'eve'),
  event('Sec', 5145, 'C$', '0x9', 'eve'),
  event('Sec', 5145, 'C$', null, 'eve'),
];
const CONNECTS = "SELECT * FROM t WHERE Channel = 'Sec' AND EventID = 5140 AND Share = 'C$' AND NOT User LIKE '%$'";
const WRITES = 'SELECT * FROM t WHERE EventID = 5145';
const JOIN = `SELECT w.User FROM (${CONNECTS}) c JOIN (${WRITES}) w ON c.Session = w.Session`;

function explain(sql: string): Explanation {
  const table = tableOf(EVENTS);
  const compiled = compileSql(sql, table);
  if (!compiled.ok) throw new Error(compiled.error.message);
  return new Explanation(compiled.value, table);
}

/** "c 0, w 7 | …" */
function itemsAt(explanation: Explanation, place: FunnelPlace): string {
  const items = explanation.items(place);
  if (items === null) return 'unknown';
  return Array.from({ length: items.count }, (_, index) => told(items.item(index))).join(' | ');
}

const told = (legs: readonly LineageLeg[]): string => legs.map(({ leg, events }) => [leg.path[0], ...events].join(' ')).join(', ');

describe('near misses of a leg', () => {
  const explanation = explain(CONNECTS);

  it('counts for each condition the events that fail it alone, and those of them that lack the field', () => {
    // Channel: none fails it alone (5 also fails EventID). EventID: 4, and the writes 7 to 10. Share: 1 and 3. User: 2.
    expect(explanation.nearMisses(0)).toEqual([
      { events: 0, missing: 0 },
      { events: 5, missing: 0 },
      { events: 2, missing: 1 },
      { events: 1, missing: 0 },
    ]);
  });

  it('opens each number', () => {
    const left = [0, 1, 2, 3, 4].map((conditions) => itemsAt(explanation, { kind: 'left', leg: 0, conditions }));
    expect(left.map((items) => items.split(' | ').length)).toEqual([11, 10, 5, 3, 2]);
    expect(left[4]).toBe('t 0 | t 6');
    const only = [0, 1, 2, 3].map((condition) => itemsAt(explanation, { kind: 'only-fails', leg: 0, condition }));
    expect(only).toEqual(['', 't 4 | t 7 | t 8 | t 9 | t 10', 't 1 | t 3', 't 2']);
  });

  it.each([122, 123, 300])('tells them apart among %i conditions more, which every event meets', (more) => {
    const alike = Array.from({ length: more }, (_, i) => `User != 'u${i}'`).join(' AND ');
    const explanation = explain(`${CONNECTS} AND ${alike} AND Session != '0x1'`);
    const only = [0, 1, 2, 3, 4 + more].map((condition) => itemsAt(explanation, { kind: 'only-fails', leg: 0, condition }));
    // Now 0 fails the last alone, and 1 fails two; 7 to 10 stand for EventID but for 7, whose session is 0x1 too, and 10, which has none.
    expect(only).toEqual(['', 't 4 | t 8 | t 9', 't 3', 't 2', 't 0']);
  });

  it('counts what pandas and SQL both call missing under a condition over two fields', () => {
    // Of the five connects only 3 lacks a side of the comparison, and none of the others has equal sides.
    expect(explain('SELECT * FROM t WHERE EventID = 5140 AND Share = User').nearMisses(0)[1]).toEqual({ events: 5, missing: 1 });
  });

  it('knows no place that the funnel does not have', () => {
    for (const place of [{ kind: 'left', leg: 1, conditions: 0 }, { kind: 'joined', join: 0 }, { kind: 'after', step: 0 }] as const) expect(explanation.items(place)).toBeNull();
  });
});

describe('a join', () => {
  const explanation = explain(JOIN);

  it('tells the keys of either side that met nothing, those of most events first, the missing one too', () => {
    // Connects that pass are 0 (0x1, which met 7) and 6 (0x6). Writes are 7 (met), 8 and 9 (0x9) and 10 (none).
    const keys = explanation.unmatchedOf(0);
    expect(keys?.left.keys.map(({ values, rows }) => [...values, rows])).toEqual([['0x6', 1]]);
    expect(keys?.right.keys.map(({ values, rows }) => [...values, rows])).toEqual([['0x9', 2], [null, 1]]);
    expect([keys?.left.count, keys?.right.count]).toEqual([1, 2]);
  });

  it('opens them', () => {
    const [other] = explanation.unmatchedOf(0)?.right.keys ?? [];
    expect(itemsAt(explanation, { kind: 'unmatched', join: 0, side: 'right', key: null })).toBe('w 8 | w 9 | w 10');
    expect(itemsAt(explanation, { kind: 'unmatched', join: 0, side: 'right', key: other.key })).toBe('w 8 | w 9');
    expect(itemsAt(explanation, { kind: 'joined', join: 0 })).toBe('c 0, w 7');
  });

  it('counts only keys of rows that the side still has', () => {
    // The inner join keeps 0x1 alone of the connects; so of the logons and others only events of 0x1 find a partner.
    const nested = explain(`SELECT 1 AS x FROM (${WRITES}) w JOIN (SELECT c.Session FROM (${CONNECTS}) c JOIN (SELECT * FROM t WHERE User = 'ann' AND EventID = 5145) v ON c.Session = v.Session) k ON w.Session = k.Session`);
    expect(nested.unmatchedOf(0)?.left.keys.map(({ values }) => values[0])).toEqual(['0x6']);
    expect(nested.unmatchedOf(1)?.left.keys.map(({ values }) => values[0])).toEqual(['0x9', null]);
    expect(nested.unmatchedOf(1)?.right.keys).toEqual([]);
  });

  it('has no keys to tell where it has none', () => {
    expect(explain(`SELECT 1 AS x FROM (${CONNECTS}) c JOIN (${WRITES}) w ON c.EventID < w.EventID`).unmatchedOf(0)).toBeNull();
  });

  it('opens the rows after each later step', () => {
    const later = explain(`${JOIN.replace('c.Session = w.Session', 'c.Channel = w.Channel')} WHERE c.User != w.User AND c.Session = w.Session LIMIT 1`);
    // 2 connects and 4 writes on one channel: 8 pairs. Other users: 0 with 8, 9, 10; 6 with all four. Same session: none.
    expect(later.items({ kind: 'joined', join: 0 })?.count).toBe(8);
    expect(itemsAt(later, { kind: 'after', step: 0 })).toBe('c 0, w 8 | c 0, w 9 | c 0, w 10 | c 6, w 7 | c 6, w 8 | c 6, w 9 | c 6, w 10');
    expect([1, 2].map((step) => later.items({ kind: 'after', step })?.count)).toEqual([0, 0]);
  });
});

/** "c 0 failed, …": for each leg the conditions that fail, or where the event ended. */
function fate(sql: string, row: number): string[] {
  return explain(sql)
    .event(rowId(row))
    .map(({ leg, conditions, end }) => {
      const name = leg.path[0];
      if (end === null) return `${name}: fails ${conditions.filter(({ holds }) => holds !== true).map(({ condition, values }) => `${condition.text} (${values.map(({ value }) => value ?? '·').join()})`).join(', ')}`;
      switch (end.kind) {
        case 'in-result':
          return `${name}: in ${end.rows} rows: ${end.samples.map(told).join(' | ')}`;
        case 'no-partner':
        case 'taken-away':
          return `${name}: ${end.kind} ${end.keys.map(({ text, value }) => `${text} (${value ?? '·'})`).join()}`;
        case 'pairs-dropped':
          return `${name}: ${end.pairs} pairs, ${end.conditions.map(({ condition, holds, values }) => `${condition.text} ${String(holds)} (${values.map(({ value }) => value ?? '·').join()})`).join()}`;
        case 'dropped':
          return `${name}: dropped by ${end.text} (${end.condition?.values.map(({ value }) => value ?? '·').join() ?? ''})`;
        case 'takes-away':
        case 'unknown':
          return `${name}: ${end.kind}`;
      }
    });
}

describe('one event', () => {
  it.each([
    ['that is in the result', JOIN, 7, ["c: fails EventID = 5140 (5145)", 'w: in 1 rows: c 0, w 7']],
    ['that fails one condition', JOIN, 1, ["c: fails Share = 'C$' (IPC$)", 'w: fails EventID = 5145 (5140)']],
    ['that lacks the field', JOIN, 3, ["c: fails Share = 'C$' (·)", 'w: fails EventID = 5145 (5140)']],
    ['whose key met nothing', JOIN, 6, ['c: no-partner c.Session = w.Session (0x6)', 'w: fails EventID = 5145 (5140)']],
    ['without a key', JOIN, 10, ['c: fails EventID = 5140 (5145)', 'w: no-partner c.Session = w.Session (·)']],
    [
      'whose pair another condition of the join drops',
      `${JOIN} AND c.User != w.User`,
      0,
      ['c: 1 pairs, c.User != w.User false (ann,ann)', 'w: fails EventID = 5145 (5140)'],
    ],
    ['that a later condition drops', `${JOIN} GROUP BY w.User HAVING COUNT(*) > 1`, 7, ['c: fails EventID = 5140 (5145)', 'w: dropped by COUNT(*) > 1 ()']],
    ['that comes after the limit', `${WRITES} LIMIT 2`, 9, ['t: dropped by LIMIT 2 ()']],
    ['behind a group', 'SELECT User, COUNT(*) FROM t WHERE EventID = 5145 GROUP BY User', 9, ['t: in 1 rows: t 8 9 10']],
    ['behind a semi join', `SELECT 1 AS x FROM (${CONNECTS}) c LEFT SEMI JOIN (${WRITES}) w ON c.Session = w.Session`, 7, ['c: fails EventID = 5140 (5145)', 'w: in 1 rows: c 0, w 7']],
    ['without a partner in a semi join', `SELECT 1 AS x FROM (${CONNECTS}) c LEFT SEMI JOIN (${WRITES}) w ON c.Session = w.Session`, 8, ['c: fails EventID = 5140 (5145)', 'w: no-partner c.Session = w.Session (0x9)']],
    ['that an anti join takes away', `SELECT 1 AS x FROM (${CONNECTS}) c LEFT ANTI JOIN (${WRITES}) w ON c.Session = w.Session`, 0, ['c: taken-away c.Session = w.Session (0x1)', 'w: fails EventID = 5145 (5140)']],
    ['that takes others away', `SELECT 1 AS x FROM (${CONNECTS}) c LEFT ANTI JOIN (${WRITES}) w ON c.Session = w.Session`, 8, ['c: fails EventID = 5140 (5145)', 'w: takes-away']],
    ['that a LEFT JOIN keeps alone', `SELECT 1 AS x FROM (${CONNECTS}) c LEFT JOIN (${WRITES}) w ON c.Session = w.Session`, 6, ['c: in 1 rows: c 6, w', 'w: fails EventID = 5145 (5140)']],
    ['that a LEFT JOIN does not take up', `SELECT 1 AS x FROM (${CONNECTS}) c LEFT JOIN (${WRITES}) w ON c.Session = w.Session`, 8, ['c: fails EventID = 5140 (5145)', 'w: no-partner c.Session = w.Session (0x9)']],
    ['of a UNION', "SELECT User FROM t x WHERE EventID = 4624 UNION ALL SELECT User FROM t y WHERE User = 'ann'", 4, ['x: in 1 rows: x 4, y', 'y: in 1 rows: x, y 4']],
    ['that stands for others (DISTINCT)', `SELECT DISTINCT User FROM (${WRITES}) w`, 9, ['w: in 1 rows: w 8 9 10']],
    [
      'in the inner join of two',
      `SELECT 1 AS x FROM (${WRITES}) w JOIN (SELECT c.Session FROM (${CONNECTS}) c JOIN (SELECT * FROM t WHERE EventID = 5145 AND User = 'eve') v ON c.Session = v.Session) k ON w.Session = k.Session`,
      0,
      ['w: fails EventID = 5145 (5140)', 'k: no-partner c.Session = v.Session (0x1)', "k: fails EventID = 5145 (5140), User = 'eve' (ann)"],
    ],
  ])('%s', (_what, sql, row, expected) => {
    expect(fate(sql, row)).toEqual(expected);
  });
});
