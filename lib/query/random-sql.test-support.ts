import type { Random } from '@/lib/sample/random';
import { type Source, type Type, asText, coin, column, condition, conditions, intColumn, intExpr, realExpr, textColumn, textExpr } from './random-sql-expr.test-support';
import { type Pair, type Sql, joined, pair, sql } from './sql-pair.test-support';

/** A query as Huntbook reads it and as DuckDB does. Rows are compared in order only where it is `ordered`. */
export interface QueryPair extends Pair {
  readonly ordered: boolean;
}

/** The columns of the random table, `x` in two for DuckDB: `x_number` and `x_text`. */
export const TABLE: readonly Source[] = [
  { name: 'id', type: 'int' },
  { name: 'k', type: 'text' },
  { name: 'h', type: 'text' },
  { name: 'n', type: 'int' },
  { name: 'm', type: 'int' },
  { name: 's', type: 'text' },
  { name: 'd', type: 'text' },
  { name: 'f', type: 'boolean' },
  { name: 'ts', type: 'time' },
  { name: 'x', type: 'mixed' },
];

export function randomQuery(random: Random): QueryPair {
  return coin(random, 5) ? unionQuery(random) : selectQuery(random);
}

const UNION: readonly Source[] = [{ name: 'u.x', type: 'text' }, { name: 'u.y', type: 'int' }];

function unionQuery(random: Random): QueryPair {
  const part = (): Sql => {
    const from = randomFrom(random);
    return sql`SELECT ${textExpr(random, from.columns, 1)} AS x, ${intExpr(random, from.columns, 1)} AS y FROM ${from.sql}${where(random, from.columns)}`;
  };
  const inner = joined(Array.from({ length: random.pick([2, 2, 3]) }, part), ' UNION ALL ');
  if (coin(random, 4)) return { ...inner, ordered: false };
  if (coin(random)) return { ...sql`${inner}${orderBy(random, ['x', 'y'])}`, ordered: true };
  const group = sql`SELECT u.x, COUNT(*) AS c, SUM(u.y) AS y FROM (${inner}) u${where(random, UNION)} GROUP BY u.x`;
  return coin(random) ? { ...group, ordered: false } : { ...sql`${group}${orderBy(random, ['x', 'c', 'y'])}`, ordered: true };
}

function selectQuery(random: Random): QueryPair {
  const from = randomFrom(random);
  const filter = where(random, from.columns);
  const shape = random.integer(0, 4);
  if (shape === 0) return groupQuery(random, from, filter);
  if (shape === 1 && coin(random, 3)) return { ...sql`SELECT ${aggregate(random, from.columns)}, ${aggregate(random, from.columns)} FROM ${from.sql}${filter}`, ordered: false };
  if (from.star !== null && coin(random, 3)) return { ...sql`SELECT ${from.star} FROM ${from.sql}${filter}`, ordered: false };
  const items = joined([0, 1, 2].map((at) => sql`${item(random, from.columns)}${coin(random) ? ' AS' : ''} c${String(at)}`), ', ');
  const distinct = coin(random, 4) ? 'DISTINCT ' : '';
  const query = sql`SELECT ${distinct}${items} FROM ${from.sql}${filter}`;
  // All columns are sort keys, so that rows that tie are alike and LIMIT cuts the same.
  return coin(random) ? { ...query, ordered: false } : { ...sql`${query}${orderBy(random, ['c0', 'c1', 'c2'])}`, ordered: true };
}

/** An array cannot be told from its text in DuckDB's rows: one of its parts is shown. */
function item(random: Random, columns: readonly Source[]): Sql {
  const mixed = column(random, columns, 'mixed');
  if (mixed !== null && coin(random, 5)) return { ours: mixed, theirs: asText(mixed) };
  return coin(random, 5) ? sql`CASE WHEN ${condition(random, columns, 2)} THEN ${intExpr(random, columns, 1)} END` : random.pick([textExpr, intExpr, realExpr])(random, columns, 2);
}

/** The names are the query's own, or stand for their places. */
function orderBy(random: Random, names: readonly string[]): Sql {
  const keys = names.map((name, at) => {
    const key = coin(random, 3) ? String(at + 1) : name;
    const [ours, theirs] = random.pick([[' ASC NULLS FIRST', ' ASC NULLS FIRST'], [' DESC NULLS LAST', ' DESC NULLS LAST'], [' ASC NULLS LAST', ' ASC NULLS LAST'], [' DESC NULLS FIRST', ' DESC NULLS FIRST'], ['', ' ASC NULLS FIRST'], [' DESC', ' DESC NULLS LAST']]);
    return pair(sql`${key}${ours}`, sql`${key}${theirs}`);
  });
  return sql` ORDER BY ${joined(keys, ', ')}${coin(random) ? '' : ` LIMIT ${random.integer(0, 7)}`}`;
}

function groupQuery(random: Random, from: From, filter: Sql): QueryPair {
  const key = random.pick([textExpr, intExpr])(random, from.columns, 1);
  const [two, by] = coin(random) ? [sql`, ${textColumn(random, from.columns)} AS g2`, random.pick(['1, 2', 'g, g2', '1, g2'])] : ['', random.pick(['1', 'g'])];
  const items = sql`${key} AS g${two}, ${aggregate(random, from.columns)} AS a, ${aggregate(random, from.columns)} AS b`;
  const having = random.pick<Sql>([
    '', '', ' HAVING COUNT(*) > 1', sql` HAVING COUNT(${textColumn(random, from.columns)}) >= 1 AND COUNT(*) < 30`,
    sql` HAVING SUM(${intColumn(random, from.columns)}) > 0`, sql` HAVING MAX(${intColumn(random, from.columns)}) BETWEEN 1 AND 40 OR COUNT(*) IN (1, 2)`,
  ]);
  const query = sql`SELECT ${items} FROM ${from.sql}${filter} GROUP BY ${by}${having}`;
  return coin(random) ? { ...query, ordered: false } : { ...sql`${query}${orderBy(random, two === '' ? ['g', 'a', 'b'] : ['g', 'g2', 'a', 'b'])}`, ordered: true };
}

function aggregate(random: Random, columns: readonly Source[]): Sql {
  const mixed = column(random, columns, 'mixed');
  const [text, number] = [textExpr(random, columns, 1), intExpr(random, columns, 1)];
  return random.pick<Sql>([
    'COUNT(*)', sql`COUNT(${text})`, sql`COUNT(DISTINCT ${text})`, sql`COUNT(DISTINCT ${number})`, sql`SUM(${number})`, sql`SUM(DISTINCT ${number})`,
    sql`MIN(${number})`, sql`MAX(${number})`, sql`AVG(${number})`, sql`MIN(${text})`, sql`MAX(${text})`, sql`MAX(${number}) - MIN(${number})`,
    pair(sql`SIZE(COLLECT_LIST(${text}))`, sql`COUNT(${text})`), pair(sql`SIZE(COLLECT_SET(${text}))`, sql`COUNT(DISTINCT ${text})`),
    mixed === null ? 'COUNT(1)' : sql`${random.pick(['MAX(', 'MIN(', 'COUNT(', 'COUNT(DISTINCT '])}${{ ours: mixed, theirs: asText(mixed) }})`,
  ]);
}

interface From {
  readonly sql: Sql;
  readonly columns: readonly Source[];
  /** `a.*`, where its columns are known. */
  readonly star: string | null;
}

function columnsOf(alias: string, columns: readonly Source[]): Source[] {
  return columns.map(({ name, type }) => ({ name: `${alias}.${name}`, type }));
}

function tableAs(random: Random, alias: string): From {
  return { sql: `t ${coin(random) ? 'AS ' : ''}${alias}`, columns: columnsOf(alias, TABLE), star: null };
}

const GIVEN: readonly { readonly name: string; readonly type: Type }[] = [
  { name: 'k', type: 'text' },
  { name: 'n', type: 'int' },
  { name: 's', type: 'text' },
];

/** A table, or a sub-query that filters, computes, joins, groups, puts together or takes the first. */
function randomSide(random: Random, alias: string, depth: number): From {
  const shape = depth === 0 ? 0 : random.integer(0, 6);
  if (shape === 0) return tableAs(random, alias);
  const given = (query: Sql): From => ({ sql: sql`(${query}) ${alias}`, columns: columnsOf(alias, GIVEN), star: `${alias}.*` });
  const from = shape === 1 ? randomJoin(random, `${alias}1`, `${alias}2`, depth - 1) : tableAs(random, `${alias}1`);
  const filter = where(random, from.columns);
  if (shape === 2) {
    const items = sql`${textColumn(random, from.columns)} AS k, ${intExpr(random, from.columns, 1)} AS n, MAX(${textColumn(random, from.columns)}) AS s`;
    return given(sql`SELECT ${items} FROM ${from.sql}${filter} GROUP BY 1, 2`);
  }
  if (shape === 3) {
    const first = sql`${random.pick(['n', 'm', 's'])}${random.pick([' ASC NULLS FIRST', ' DESC NULLS LAST'])}`;
    return given(sql`SELECT k, n, s FROM ${from.sql}${filter} ORDER BY ${first}, id LIMIT ${String(random.integer(0, 12))}`);
  }
  if (shape === 4) return given(sql`SELECT k, n, s FROM ${from.sql}${filter} UNION ALL SELECT h, m, d FROM t WHERE n > 0`);
  const items = sql`${textExpr(random, from.columns, 1)} AS k, ${intExpr(random, from.columns, 1)} AS n, ${textExpr(random, from.columns, 1)} AS s`;
  return given(sql`SELECT ${coin(random, 4) ? 'DISTINCT ' : ''}${items} FROM ${from.sql}${filter}`);
}

function randomFrom(random: Random): From {
  return coin(random, 3) ? randomSide(random, 'a', 1) : randomJoin(random, 'a', 'b', 2);
}

const JOINS = ['INNER JOIN', 'JOIN', 'LEFT JOIN', 'LEFT OUTER JOIN', 'LEFT SEMI JOIN', 'LEFT ANTI JOIN'];

function randomJoin(random: Random, first: string, second: string, depth: number): From {
  let from = randomSide(random, first, Math.min(depth, 1));
  const count = coin(random, 4) ? 2 : 1;
  for (let at = 0; at < count; at++) {
    const right = randomSide(random, at === 0 ? second : `${second}x`, depth);
    const how = random.pick(JOINS);
    const both = [...from.columns, ...right.columns];
    // Now and then no key at all.
    const parts: Sql[] = [coin(random, 12) ? sql`${intColumn(random, from.columns)} < ${intColumn(random, right.columns)}` : equality(random, from.columns, right.columns)];
    if (coin(random, 3)) parts.push(equality(random, right.columns, from.columns));
    if (coin(random, 3)) parts.push(condition(random, both, 1));
    const asks = how.includes('SEMI') || how.includes('ANTI');
    const theirs = how.replace('LEFT SEMI', 'SEMI').replace('LEFT ANTI', 'ANTI');
    from = { sql: sql`${from.sql} ${{ ours: how, theirs }} ${right.sql} ON ${joined(parts, ' AND ')}`, columns: asks ? from.columns : both, star: from.star ?? right.star };
    if (asks) from = { ...from, star: null };
  }
  return from;
}

function equality(random: Random, left: readonly Source[], right: readonly Source[]): Sql {
  switch (random.integer(0, 7)) {
    case 0:
    case 1:
      return sql`${intColumn(random, left)} = ${intColumn(random, right)}`;
    case 2:
      return sql`LOWER(${textColumn(random, left)}) = LOWER(${textColumn(random, right)})`;
    case 3: {
      const [a, b] = [textColumn(random, left), textColumn(random, right)];
      return pair(sql`LOWER(SPLIT(${a}, '\\')[0]) = ${b}`, sql`LOWER(string_split(${a}, '\\')[1]) = ${b}`);
    }
    case 4: {
      // Text against numbers: the text is cast.
      const [a, b] = [textColumn(random, left), intColumn(random, right)];
      return pair(sql`${a} = ${b}`, sql`as_real(${a}) = ${b}`);
    }
    default:
      return sql`${textColumn(random, left)} = ${textColumn(random, right)}`;
  }
}

function where(random: Random, columns: readonly Source[]): Sql {
  return coin(random, 3) ? sql` WHERE ${conditions(random, columns, random.pick([1, 1, 2]))}` : '';
}
