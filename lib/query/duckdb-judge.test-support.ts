import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import type { Random } from '@/lib/sample/random';
import { rowsOf, runSql, tableOf } from './query.test-support';
import { type QueryPair, randomQuery } from './random-sql.test-support';
import { restyled } from './restyled-sql.test-support';

/*
 * Random tables and queries, of which DuckDB is the judge, over the whole language. Where Spark and DuckDB differ (a text against a number, division
 * by zero, indices from 0, NULL in ORDER BY, LIKE's escape, …) the query is put to DuckDB in other words that say what Spark does.
 */

type Value = string | number | boolean | null | undefined;

const MACROS = [
  // DuckDB reads 0x3e7 as a number; Spark does not.
  "CREATE MACRO as_int(x) AS TRY_CAST(CASE WHEN CAST(x AS VARCHAR) ILIKE '%x%' THEN NULL ELSE x END AS BIGINT)",
  "CREATE MACRO as_real(x) AS TRY_CAST(CASE WHEN CAST(x AS VARCHAR) ILIKE '%x%' THEN NULL ELSE x END AS DOUBLE)",
  // CONV(x, 16, 10): the digits up to the first other, in 64 bits; nothing but blanks is missing.
  "CREATE MACRO hex_digits(x) AS CAST(TRY_CAST('0x' || regexp_extract(trim(x), '^-?([0-9a-fA-F]*)', 1) AS UBIGINT) AS HUGEINT)",
  `CREATE MACRO from_hex(x) AS CASE WHEN x IS NULL OR trim(x) = '' THEN NULL WHEN hex_digits(x) IS NULL THEN '0'
     WHEN trim(x) LIKE '-%' AND hex_digits(x) > 0 THEN CAST(18446744073709551616::HUGEINT - hex_digits(x) AS VARCHAR) ELSE CAST(hex_digits(x) AS VARCHAR) END`,
];
const TYPES = { id: 'BIGINT', k: 'VARCHAR', h: 'VARCHAR', n: 'BIGINT', m: 'BIGINT', s: 'VARCHAR', d: 'VARCHAR', f: 'BOOLEAN', ts: 'VARCHAR', x_number: 'BIGINT', x_text: 'VARCHAR' };

/** Rows with gaps: a missing value is sometimes an absent field and sometimes a JSON null. */
function randomRows(random: Random): Record<string, Value>[] {
  const gap = random.integer(0, 2);
  const maybe = <T extends Value>(value: T): Value => (random.integer(0, 7) < gap ? random.pick([null, undefined]) : value);
  return Array.from({ length: random.integer(10, 30) }, (_, id) => ({
    id,
    k: maybe(random.pick(['0x3e7', '0x4e1', '0x4E1', 'a', ''])),
    h: maybe(random.pick(['ws5', 'WS5', 'dc'])),
    n: maybe(random.integer(-2, 2)),
    m: maybe(random.pick([1, 2, 40, 45])),
    s: maybe(random.pick(['\\\\*\\C$', '\\\\*\\IPC$', 'pgustavo', 'WS5$', 'a%b', 'ab', 'a_b', 'Äb', '', ' a5 ', 'C:\\x', "it's", 'a.b.5'])),
    d: maybe(random.pick(['7', '-2', '40', '1', ' 2 ', 'x', ''])),
    f: maybe(random.pick([true, false])),
    ts: maybe(random.pick(['2020-09-22 18:53:32', '2020-09-22T18:53:32.341Z', '2020-10-01', '1969-12-31 23:59:59.5', 'soon'])),
    x: maybe(random.pick([5140, 5145, 7, '5145', '7', 'x'])),
  }));
}

function insertSql(rows: readonly Readonly<Record<string, Value>>[]): string {
  const literal = (value: Value): string => (value === null || value === undefined ? 'NULL' : typeof value === 'string' ? `'${value.replaceAll("'", "''")}'` : String(value));
  const values = rows.map(({ x, ...row }): Record<string, Value> => ({ ...row, x_number: typeof x === 'number' ? x : null, x_text: typeof x === 'string' ? x : null }));
  return `INSERT INTO t VALUES ${values.map((row) => `(${Object.keys(TYPES).map((name) => literal(row[name])).join(',')})`).join(',')}`;
}

export interface SqlDifference {
  readonly ours: string;
  readonly theirs: string;
  readonly events: readonly string[];
  readonly got: readonly string[] | string;
  readonly wanted: readonly string[];
}

export interface SqlVerdicts {
  /** Queries that gave rows. */
  readonly withRows: number;
  /** What DuckDB could not run: a mistake of the generator. */
  readonly refused: readonly string[];
  readonly differences: readonly SqlDifference[];
}

const QUERIES_A_TABLE = 50;

/** Random queries over random events, by Huntbook and by DuckDB. */
export async function judgeSql(count: number, random: Random, progress: (done: number) => void = () => undefined): Promise<SqlVerdicts> {
  const duck = await (await DuckDBInstance.create(':memory:')).connect();
  for (const macro of MACROS) await duck.run(macro);
  const differences: SqlDifference[] = [];
  const refused: string[] = [];
  let withRows = 0;
  for (let done = 0; done < count; ) {
    const rows = randomRows(random);
    const table = tableOf(rows);
    await duck.run(`CREATE OR REPLACE TABLE t (${Object.entries(TYPES).map(([name, type]) => `${name} ${type}`).join(', ')})`);
    await duck.run(insertSql(rows));
    for (const end = Math.min(count, done + QUERIES_A_TABLE); done < end; done++) {
      const query = randomQuery(random);
      const ours = restyled(query.ours, random);
      const wanted = await duckRows(query, duck);
      if (typeof wanted === 'string') {
        refused.push(`${wanted}: ${query.theirs}`);
        continue;
      }
      if (wanted.length > 0) withRows++;
      const got = inOrder(() => rowsOf(runSql(ours, table)), query.ordered);
      if (JSON.stringify(got) !== JSON.stringify(wanted)) differences.push({ ours, theirs: query.theirs, events: rows.map((row) => JSON.stringify(row)), got, wanted });
    }
    progress(done);
  }
  duck.closeSync();
  return { withRows, refused, differences };
}

async function duckRows(query: QueryPair, duck: DuckDBConnection): Promise<string[] | string> {
  try {
    const rows = (await duck.runAndReadAll(query.theirs)).getRows();
    return lines(rows.map((row) => row.map((value) => (value === null ? null : String(value)))), query.ordered);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function inOrder(run: () => (string | null)[][], ordered: boolean): string[] | string {
  try {
    return lines(run(), ordered);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function lines(rows: readonly (readonly (string | null)[])[], ordered: boolean): string[] {
  const texts = rows.map((row) => row.map((cell) => cell ?? '·').join('|'));
  return ordered ? texts : texts.sort();
}
