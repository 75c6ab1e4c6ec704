import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Draw, draw, randomQuery } from './random-query.test-support';
import { rowsOf, runSql, tableOf } from './query.test-support';

/*
 * Random tables and queries, of which DuckDB is the judge, over the part of the language where Spark and DuckDB agree: no text against
 * numbers, no functions that treat NULL or 0 their own way, explicit places for NULL in ORDER BY.
 */

const COLUMNS = { id: 'BIGINT', k: 'VARCHAR', h: 'VARCHAR', n: 'BIGINT', m: 'BIGINT', s: 'VARCHAR', f: 'BOOLEAN' } as const;
type Row = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Rows with gaps: a missing value is sometimes an absent field and sometimes a JSON null. */
function randomRows(next: Draw, count: number): Row[] {
  const gap = next.below(3);
  const maybe = <T>(value: T): T | null | undefined => (next.below(8) < gap ? next.pick([null, undefined]) : value);
  return Array.from({ length: count }, (_, id) => ({
    id,
    k: maybe(next.pick(['0x3e7', '0x4e1', '0x4E1', 'a', ''])),
    h: maybe(next.pick(['ws5', 'WS5', 'dc'])),
    n: maybe(next.below(5) - 2),
    m: maybe(next.pick([1, 2, 40, 45])),
    s: maybe(next.pick(['\\\\*\\C$', '\\\\*\\IPC$', 'pgustavo', 'WS5$', 'a%b', 'ab', 'a_b', 'Äb', ''])),
    f: maybe(next.pick([true, false])),
  }));
}

function insertSql(rows: readonly Row[]): string {
  const literal = (value: Row[string]): string => (value === null || value === undefined ? 'NULL' : typeof value === 'string' ? `'${value}'` : String(value));
  return `INSERT INTO t VALUES ${rows.map((row) => `(${Object.keys(COLUMNS).map((name) => literal(row[name])).join(',')})`).join(',')}`;
}

describe('random queries', () => {
  let duck: DuckDBConnection;
  beforeAll(async () => {
    duck = await (await DuckDBInstance.create(':memory:')).connect();
  });
  afterAll(() => duck.closeSync());

  it.each([1, 2, 3, 4, 5, 6])('give the rows that DuckDB gives (seed %d)', async (seed) => {
    const next = draw(seed);
    const rows = randomRows(next, 10 + next.below(20));
    const table = tableOf(rows);
    await duck.run(`CREATE OR REPLACE TABLE t (${Object.entries(COLUMNS).map(([name, type]) => `${name} ${type}`).join(', ')})`);
    await duck.run(insertSql(rows));
    for (let count = 0; count < 100; count++) {
      const { ours, theirs, ordered } = randomQuery(next);
      const wanted = (await duck.runAndReadAll(theirs)).getRows().map((row) => row.map((value) => (value === null ? '·' : String(value))).join('|'));
      const result = runSql(ours, table);
      const got = rowsOf(result).map((row) => row.map((cell) => cell ?? '·').join('|'));
      if (!ordered) {
        wanted.sort();
        got.sort();
      }
      expect({ ours, theirs, rows: got }).toEqual({ ours, theirs, rows: wanted });
    }
  });
});
