import { beforeAll, describe, expect, it } from 'vitest';
import type { EventTable } from '@/lib/events/event-table';
import { QueryFailure } from '@/lib/query/query-failure';
import { rowsOf, runSql, tableOf } from '@/lib/query/query.test-support';

/** As in real files: thousands of events of one service session. Half are connects, half are writes. */
const COUNT = 40_000;
const HALF = COUNT / 2;
/** The one event of another host. */
const DC = 100;
const CONNECTS = `(SELECT * FROM t WHERE EventID = 5140)`;
const WRITES = `(SELECT * FROM t WHERE EventID = 5145)`;

describe('a join of 20,000 equal keys with 20,000', () => {
  let table: EventTable;
  beforeAll(() => {
    table = tableOf(Array.from({ length: COUNT }, (_, n) => ({ n, EventID: n % 2 === 0 ? 5140 : 5145, SubjectLogonId: '0x3e7', Rare: n === 7 ? 'x' : 'y', Host: n === DC ? 'dc' : 'ws5' })));
  });

  // Again, where another process took the processor meanwhile.
  it('counts 400 million pairs in well under a second, holding none of them', { retry: 2 }, () => {
    const before = process.memoryUsage();
    const start = performance.now();
    const result = runSql(`SELECT a.n, b.n FROM ${CONNECTS} a JOIN ${WRITES} b ON a.SubjectLogonId = b.SubjectLogonId`, table);
    expect(result.rowCount).toBe(HALF * HALF);
    expect(performance.now() - start).toBeLessThan(1000);
    const after = process.memoryUsage();
    expect(after.arrayBuffers + after.heapUsed - before.arrayBuffers - before.heapUsed).toBeLessThan(64 << 20);
    // Row r pairs the connect r / 20,000 with the write r % 20,000; connects are the even events, writes the odd ones.
    for (const row of [0, 1, HALF - 1, HALF, 123_456_789, HALF * HALF - 1]) {
      const [a, b] = [2 * Math.floor(row / HALF), 2 * (row % HALF) + 1];
      expect([result.cell(row, 0), result.cell(row, 1)]).toEqual([String(a), String(b)]);
      expect(result.lineage(row).map(({ events }) => events)).toEqual([[a], [b]]);
      expect(result.joinKeys(row).map(({ value }) => value)).toEqual(['0x3e7']);
    }
    expect(result.funnel.joins.map(({ pairs }) => pairs)).toEqual([HALF * HALF]);
  });

  it.each([
    ['the outer leg of the inner join', 'b'],
    ['its inner leg', 'a'],
  ])('counts a join of such a join by weights, keyed on %s', (_name, leg) => {
    const start = performance.now();
    const inner = `(SELECT ${leg}.SubjectLogonId, b.n AS bn, a.n AS an FROM ${CONNECTS} b JOIN ${WRITES} a ON b.SubjectLogonId = a.SubjectLogonId)`;
    const result = runSql(`SELECT d.n, c.bn, c.an FROM t d JOIN ${inner} c ON d.SubjectLogonId = c.SubjectLogonId WHERE d.n < 3`, table);
    expect(result.rowCount).toBe(3 * HALF * HALF);
    expect(performance.now() - start).toBeLessThan(1000);
    const row = HALF * HALF + 5 * HALF + 6;
    expect([0, 1, 2].map((column) => result.cell(row, column))).toEqual(['1', '10', '13']);
  });

  it('counts a chain of three on different keys', () => {
    const result = runSql(`SELECT c.n FROM ${CONNECTS} a JOIN ${WRITES} b ON a.SubjectLogonId = b.SubjectLogonId JOIN t c ON b.Rare = c.Rare WHERE b.Rare = 'x'`, table);
    expect(result.rowCount).toBe(HALF);
    expect(result.cell(HALF - 1, 0)).toBe('7');
  });

  it('asks a semi join without forming pairs, and still tells every partner', () => {
    const result = runSql(`SELECT a.n FROM ${CONNECTS} a LEFT SEMI JOIN ${WRITES} b ON a.SubjectLogonId = b.SubjectLogonId`, table);
    expect(result.rowCount).toBe(HALF);
    expect(result.lineage(2).map(({ events }) => events.length)).toEqual([1, HALF]);
  });

  it('counts all pairs with COUNT(*) at once', () => {
    const result = runSql(`SELECT COUNT(*) FROM ${CONNECTS} a JOIN ${WRITES} b ON a.SubjectLogonId = b.SubjectLogonId`, table);
    expect(result.cell(0, 0)).toBe('400000000');
  });

  it('cuts such a join by LIMIT without forming the rest', () => {
    const result = runSql(`SELECT a.n, b.n FROM ${CONNECTS} a JOIN ${WRITES} b ON a.SubjectLogonId = b.SubjectLogonId LIMIT 3`, table);
    expect([0, 1, 2].map((row) => result.cell(row, 1))).toEqual(['1', '3', '5']);
  });

  // 20,000 connects (the even n, of which one is on the host dc) with 20,000 writes (the odd n, 0 to 39,999).
  it.each([
    ['SELECT a.Host, COUNT(*), COUNT(b.Rare), MIN(b.n), MAX(b.n) FROM', ' GROUP BY a.Host', ['ws5|399980000|399980000|1|39999', 'dc|20000|20000|1|39999']],
    // Each odd n stands in 20,000 pairs: their sum, 20,000², as often.
    ['SELECT SUM(b.n), AVG(b.n), COUNT(DISTINCT b.Host), SUM(a.n) FROM', '', ['8000000000000|20000|1|7999600000000']],
    ['SELECT b.Rare, a.Host, COUNT(*) AS c FROM', ' GROUP BY 1, 2 HAVING COUNT(*) > 19998 ORDER BY c LIMIT 3', ['x|ws5|19999', 'y|dc|19999', 'y|ws5|399960001']],
    ['SELECT DISTINCT a.Host, b.Host FROM', '', ['ws5|ws5', 'dc|ws5']],
    ['SELECT LOWER(a.Host) AS h, SIZE(COLLECT_SET(b.Rare)) FROM', " WHERE a.n > 1 GROUP BY h", ['ws5|2', 'dc|2']],
  ])('answers %s …%s by weights, in well under a second', { retry: 2 }, (items, ending, expected) => {
    const start = performance.now();
    const result = runSql(`${items} ${CONNECTS} a JOIN ${WRITES} b ON a.SubjectLogonId = b.SubjectLogonId${ending}`, table);
    expect(rowsOf(result).map((cells) => cells.join('|'))).toEqual(expected);
    expect(performance.now() - start).toBeLessThan(1000);
  });

  it('tells the events behind a group of such pairs, each once', () => {
    const start = performance.now();
    const grouped = runSql(`SELECT a.Host, COUNT(*) FROM ${CONNECTS} a JOIN ${WRITES} b ON a.SubjectLogonId = b.SubjectLogonId GROUP BY a.Host`, table);
    expect(grouped.lineage(0).map(({ events }) => events.length)).toEqual([HALF - 1, HALF]);
    expect(grouped.lineage(1).map(({ events }) => events.slice(0, 3))).toEqual([[DC], [1, 3, 5]]);
    const all = runSql(`SELECT COUNT(*) FROM ${CONNECTS} a JOIN ${WRITES} b ON a.SubjectLogonId = b.SubjectLogonId`, table);
    expect(all.lineage(0).map(({ events }) => events.length)).toEqual([HALF, HALF]);
    expect(performance.now() - start).toBeLessThan(2000);
  });

  it('leaves a LEFT JOIN its rows without a partner', () => {
    const left = "(SELECT EventID, IF(EventID = 5140, SubjectLogonId, 'none') AS s FROM t)";
    const result = runSql(`SELECT a.EventID, b.Host, COUNT(*), COUNT(b.n) FROM ${left} a LEFT JOIN ${WRITES} b ON a.s = b.SubjectLogonId GROUP BY 1, 2`, table);
    expect(rowsOf(result).map((cells) => cells.map((cell) => cell ?? '·').join('|'))).toEqual(['5140|ws5|400000000|400000000', '5145|·|20000|0']);
  });

  it.each([
    ['ORDER BY a.n', 'ORDER BY would hold 400,000,000 rows at once; the limit is 20,000,000. Narrow a side of the join first.', 'a.n'],
    ['LIMIT 30000000', 'LIMIT 30000000 would hold 30,000,000 rows at once; the limit is 20,000,000. Narrow a side of the join first.', null],
  ])('says that %s of it would be too much', (ending, message, at) => {
    const sql = `SELECT a.n FROM ${CONNECTS} a JOIN ${WRITES} b ON a.SubjectLogonId = b.SubjectLogonId ${ending}`;
    let failure: unknown;
    try {
      runSql(sql, table);
    } catch (error) {
      failure = error;
    }
    if (!(failure instanceof QueryFailure)) throw new Error('Expected a QueryFailure');
    expect(failure.error.message).toBe(message);
    if (at !== null) expect(sql.slice(failure.error.span.start, failure.error.span.end)).toBe(at);
  });

  it('says that so many groups of pairs would be too much', () => {
    const sql = 'SELECT a.n, b.n, COUNT(*) FROM t a JOIN t b ON a.SubjectLogonId = b.SubjectLogonId GROUP BY a.n, b.n';
    expect(() => runSql(sql, table)).toThrow(QueryFailure);
  });

  it('looks at joined rows one by one where a condition needs both sides, holding only those that stay', () => {
    const few = '(SELECT * FROM t WHERE EventID = 5140 AND n < 400)';
    const result = runSql(`SELECT a.n, b.n FROM ${few} a JOIN ${WRITES} b ON a.SubjectLogonId = b.SubjectLogonId AND b.n = a.n + 1`, table);
    expect(result.rowCount).toBe(200);
    expect(result.funnel.joins.map(({ leftRows, rightRows, pairs }) => [leftRows, rightRows, pairs])).toEqual([[200, HALF, 200]]);
  });
});
