import { describe, expect, it } from 'vitest';
import { eventTableOf } from '@/lib/events/event-table-builder';
import { runSql, tableOf } from '@/lib/query/query.test-support';

const EVENTS = [
  { Id: '0x1', Kind: 'logon', User: 'ann' },
  { Id: '0x1', Kind: 'share', User: 'ann' },
  { Id: '0x1', Kind: 'write', User: 'ann' },
  { Id: '0x2', Kind: 'logon', User: 'bob' },
  { Id: '0x2', Kind: 'write', User: 'bob' },
  { Id: '0x2', Kind: 'write', User: 'bob' },
  { Id: '0x3', Kind: 'write' },
];

/** Every row's events by leg, legs named by their path: "a 0, b 2 | …". */
function lineageOf(sql: string): string[] {
  const result = runSql(sql, tableOf(EVENTS));
  return Array.from({ length: result.rowCount }, (_, row) =>
    result
      .lineage(row)
      .map(({ leg, events }) => `${leg.path.join('›')} ${events.join('+')}`.trim())
      .join(', '),
  );
}

const WRITES = "(SELECT * FROM t WHERE Kind = 'write')";
const LOGONS = "(SELECT * FROM t WHERE Kind = 'logon')";

describe('lineage', () => {
  it.each([
    ['a filter', "SELECT User FROM t WHERE Kind = 'logon'", ['t 0', 't 3']],
    ['a join', `SELECT 1 AS x FROM ${LOGONS} a JOIN ${WRITES} b ON a.Id = b.Id`, ['a›t 0, b›t 2', 'a›t 3, b›t 4', 'a›t 3, b›t 5']],
    ['a LEFT JOIN', `SELECT 1 AS x FROM ${WRITES} b LEFT JOIN ${LOGONS} a ON a.Id = b.Id`, ['b›t 2, a›t 0', 'b›t 4, a›t 3', 'b›t 5, a›t 3', 'b›t 6, a›t']],
    ['a semi join: all partners', `SELECT 1 AS x FROM ${LOGONS} a LEFT SEMI JOIN ${WRITES} b ON a.Id = b.Id`, ['a›t 0, b›t 2', 'a›t 3, b›t 4+5']],
    ['a semi join with a condition on the pair', `SELECT 1 AS x FROM t a LEFT SEMI JOIN t b ON a.Id = b.Id AND a.Kind < b.Kind`, ['a 0, b 1+2', 'a 1, b 2', 'a 3, b 4+5']],
    ['a semi join with a join: only partners that have theirs', `SELECT 1 AS x FROM ${LOGONS} a LEFT SEMI JOIN (SELECT w.Id FROM ${WRITES} w JOIN (SELECT * FROM t WHERE Kind = 'share') s ON w.Id = s.Id) b ON a.Id = b.Id`, ['a›t 0, b›w›t 2, b›s›t 1']],
    ['an anti join', `SELECT 1 AS x FROM ${WRITES} b LEFT ANTI JOIN ${LOGONS} a ON a.Id = b.Id`, ['b›t 6, a›t']],
    ['groups', 'SELECT Id, COUNT(*) FROM t GROUP BY Id', ['t 0+1+2', 't 3+4+5', 't 6']],
    ['an aggregate of all', `SELECT COUNT(*) FROM ${LOGONS} a JOIN ${WRITES} b ON a.Id = b.Id`, ['a›t 0+3, b›t 2+4+5']],
    ['an aggregate of nothing', "SELECT COUNT(*) FROM t WHERE Id = 'x'", ['t']],
    ['DISTINCT', `SELECT DISTINCT a.User FROM ${LOGONS} a JOIN ${WRITES} b ON a.Id = b.Id`, ['a›t 0, b›t 2', 'a›t 3, b›t 4+5']],
    ['groups of groups', 'SELECT c, COUNT(*) FROM (SELECT Id, COUNT(*) AS c FROM t GROUP BY Id) g GROUP BY c', ['g›t 0+1+2+3+4+5', 'g›t 6']],
    ['UNION ALL', "SELECT Id FROM t x WHERE Kind = 'share' UNION ALL SELECT Id FROM t y WHERE Kind = 'logon'", ['x 1, y', 'x, y 0', 'x, y 3']],
    ['sorted and cut rows', 'SELECT Id FROM t ORDER BY Id DESC, Kind LIMIT 2', ['t 6', 't 3']],
  ])('of %s', (_what, sql, expected) => {
    expect(lineageOf(sql)).toEqual(expected);
  });
});

describe('join keys', () => {
  it('name their text, their legs and the value, also behind a semi join, a missing side and a group', () => {
    const semi = `(SELECT d.Id, d.Kind FROM t d LEFT SEMI JOIN ${LOGONS} a ON d.Id = a.Id)`;
    const sql = `SELECT s.Id, COUNT(*) FROM ${semi} s LEFT JOIN (SELECT * FROM t WHERE Kind = 'share') b ON s.Id = b.Id GROUP BY s.Id`;
    const result = runSql(sql, tableOf(EVENTS));
    const keys = [0, 1].map((row) => result.joinKeys(row).map(({ join, text, leftLegs, rightLegs, value }) => [join, text, leftLegs.map(({ alias }) => alias).join(), rightLegs.map(({ path }) => path.join('›')).join(), value]));
    expect(keys).toEqual([
      [
        [0, 'd.Id = a.Id', 'd', 's›a›t', '0x1'],
        [1, 's.Id = b.Id', 'd', 'b›t', '0x1'],
      ],
      [
        [0, 'd.Id = a.Id', 'd', 's›a›t', '0x2'],
        [1, 's.Id = b.Id', 'd', 'b›t', null],
      ],
    ]);
  });
});

describe('the funnel', () => {
  it('tells, in the order written, what each leg, join and later step left', () => {
    const sql = `SELECT a.User, COUNT(*) AS c FROM t a JOIN (SELECT Id, Kind FROM t WHERE Kind = 'write') b ON a.Id = b.Id AND a.Kind = 'logon'
      WHERE b.Id != '0x3' AND a.User LIKE '%b' AND a.Kind < b.Kind GROUP BY a.User HAVING COUNT(*) > 1 LIMIT 1`;
    const { legs, joins, after } = runSql(sql, tableOf(EVENTS)).funnel;
    expect(legs.map(({ leg, start, steps }) => [leg.path.join('›'), start, ...steps.map(({ text, left }) => `${text}: ${left}`)])).toEqual([
      ['a', 7, "a.Kind = 'logon': 2", "a.User LIKE '%b': 1"],
      ['b›t', 7, "Kind = 'write': 4", "b.Id != '0x3': 3"],
    ]);
    expect(joins.map(({ text, leftLegs, rightLegs, leftRows, rightRows, pairs }) => [text, leftLegs.length, rightLegs.length, leftRows, rightRows, pairs])).toEqual([
      ["a.Id = b.Id AND a.Kind = 'logon'", 1, 1, 1, 3, 2],
    ]);
    expect(after.map(({ text, left }) => `${text}: ${left}`)).toEqual(['a.Kind < b.Kind: 2', 'GROUP BY: 1', 'COUNT(*) > 1: 1', 'LIMIT 1: 1']);
  });

  it('keeps a condition on the missing side of a LEFT JOIN after the join', () => {
    const { legs, after } = runSql(`SELECT a.Id FROM ${WRITES} a LEFT JOIN ${LOGONS} b ON a.Id = b.Id WHERE b.Id IS NULL AND a.Kind = 'write'`, tableOf(EVENTS)).funnel;
    expect(legs.map(({ steps }) => steps.map(({ text }) => text))).toEqual([["Kind = 'write'", "a.Kind = 'write'"], ["Kind = 'logon'"]]);
    expect(after.map(({ text, left }) => `${text}: ${left}`)).toEqual(['b.Id IS NULL: 1']);
  });
});

describe('a cell', () => {
  it('is shown exactly as it stands in the file', () => {
    const table = eventTableOf('{"Keywords":9232379236109516801,"x":1.50,"s":"a\\u0062","o":{},"l":[1, 2]}');
    const result = runSql('SELECT Keywords, x, s, l, nowhere FROM t', table);
    expect([0, 1, 2, 3, 4].map((column) => result.cell(0, column))).toEqual(['9232379236109516801', '1.50', 'ab', '[1, 2]', null]);
  });

  it('compares whole numbers past 2^53 exactly', () => {
    const table = eventTableOf('{"Keywords":9232379236109516801}\n{"Keywords":9232379236109516800}');
    expect(runSql('SELECT Keywords FROM t WHERE Keywords = 9232379236109516800', table).rowCount).toBe(1);
    expect(runSql('SELECT a.Keywords FROM t a JOIN t b ON a.Keywords = b.Keywords', table).rowCount).toBe(2);
  });
});
