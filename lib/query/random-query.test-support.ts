/** A query as Huntbook reads it and as DuckDB does. Rows are compared in order only where it is `ordered`. */
export interface QueryPair {
  readonly ours: string;
  readonly theirs: string;
  readonly ordered: boolean;
}

export interface Draw {
  below(count: number): number;
  pick<T>(items: readonly T[]): T;
}

/** Deterministic draws (mulberry32), so that a failure can be met again. */
export function draw(seed: number): Draw {
  let state = seed;
  const below = (count: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296) * count);
  };
  return { below, pick: (items) => items[below(items.length)] };
}

/** A column that a query may read: `a.n` and its type. */
interface Source {
  readonly name: string;
  readonly type: Type;
}
type Type = 'text' | 'number' | 'boolean';

const TABLE: readonly Source[] = [
  { name: 'id', type: 'number' },
  { name: 'k', type: 'text' },
  { name: 'h', type: 'text' },
  { name: 'n', type: 'number' },
  { name: 'm', type: 'number' },
  { name: 's', type: 'text' },
  { name: 'f', type: 'boolean' },
];

/** The few things that the two spell differently are written in Huntbook's way: RLIKE and the joins that only ask. */
function forDuckDb(sql: string): string {
  return sql.replace(/([\w.']+) RLIKE ('[^']*')/g, 'regexp_matches($1, $2)').replace(/LEFT (SEMI|ANTI) JOIN/g, '$1 JOIN');
}

export function randomQuery(next: Draw): QueryPair {
  const { sql, ordered } = next.below(5) === 0 ? unionQuery(next) : selectQuery(next);
  return { ours: sql, theirs: forDuckDb(sql), ordered };
}

function unionQuery(next: Draw): { sql: string; ordered: boolean } {
  const part = (): string => {
    const from = randomFrom(next);
    return `SELECT ${textExpr(next, from.columns, 1)} AS x, ${numberExpr(next, from.columns, 1)} AS y FROM ${from.sql}${where(next, from.columns)}`;
  };
  const inner = `${part()} UNION ALL ${part()}`;
  if (next.below(2) === 0) return { sql: inner, ordered: false };
  const columns: readonly Source[] = [
    { name: 'u.x', type: 'text' },
    { name: 'u.y', type: 'number' },
  ];
  return { sql: `SELECT u.x, COUNT(*) AS c, SUM(u.y) AS y FROM (${inner}) u${where(next, columns)} GROUP BY u.x`, ordered: false };
}

function selectQuery(next: Draw): { sql: string; ordered: boolean } {
  const from = randomFrom(next);
  const filter = where(next, from.columns);
  const shape = next.below(4);
  if (shape === 0) return { sql: `SELECT ${groupItems(next, from.columns)} FROM ${from.sql}${filter} GROUP BY 1${having(next, from.columns)}`, ordered: false };
  const items = [0, 1, 2].map((at) => `${anyExpr(next, from.columns, 2)} AS c${at}`).join(', ');
  const distinct = shape === 1 ? 'DISTINCT ' : '';
  const sql = `SELECT ${distinct}${items} FROM ${from.sql}${filter}`;
  if (next.below(2) === 0) return { sql, ordered: false };
  // All columns are sort keys, so that rows that tie are alike and LIMIT cuts the same.
  const by = ['c0', 'c1', 'c2'].map((name) => `${name} ${next.pick(['ASC NULLS FIRST', 'DESC NULLS LAST', 'ASC NULLS LAST'])}`).join(', ');
  return { sql: `${sql} ORDER BY ${by}${next.below(2) === 0 ? '' : ` LIMIT ${next.below(8)}`}`, ordered: true };
}

function groupItems(next: Draw, columns: readonly Source[]): string {
  const aggregates = ['COUNT(*)', `COUNT(${anyExpr(next, columns, 0)})`, `COUNT(DISTINCT ${anyExpr(next, columns, 0)})`];
  for (const fn of ['SUM', 'MIN', 'MAX', 'AVG']) aggregates.push(`${fn}(${numberExpr(next, columns, 1)})`);
  aggregates.push(`MIN(${textExpr(next, columns, 1)})`);
  return [`${anyExpr(next, columns, 1)} AS g`, next.pick(aggregates), next.pick(aggregates)].join(', ');
}

function having(next: Draw, columns: readonly Source[]): string {
  return next.below(2) === 0 ? '' : ` HAVING ${next.pick(['COUNT(*) > 1', `COUNT(${anyExpr(next, columns, 0)}) >= 1 AND COUNT(*) < 30`, `SUM(${numberExpr(next, columns, 0)}) > 0`])}`;
}

interface From {
  readonly sql: string;
  readonly columns: readonly Source[];
}

function tableAs(alias: string): From {
  return { sql: `t ${alias}`, columns: TABLE.map(({ name, type }) => ({ name: `${alias}.${name}`, type })) };
}

/** A table, or a sub-query that filters, computes, joins or groups. */
function randomSide(next: Draw, alias: string, depth: number): From {
  const shape = depth === 0 ? 0 : next.below(4);
  if (shape === 0) return tableAs(alias);
  const from = shape === 1 ? randomJoin(next, `${alias}1`, `${alias}2`, depth - 1) : tableAs(`${alias}1`);
  const filter = where(next, from.columns);
  const given: readonly Source[] = [
    { name: 'k', type: 'text' },
    { name: 'n', type: 'number' },
    { name: 's', type: 'text' },
  ];
  const columns = given.map(({ name, type }) => ({ name: `${alias}.${name}`, type }));
  if (shape === 2) {
    const items = `${textColumn(next, from.columns)} AS k, ${numberExpr(next, from.columns, 1)} AS n, MAX(${textColumn(next, from.columns)}) AS s`;
    return { sql: `(SELECT ${items} FROM ${from.sql}${filter} GROUP BY 1, 2) ${alias}`, columns };
  }
  const items = `${textExpr(next, from.columns, 1)} AS k, ${numberExpr(next, from.columns, 1)} AS n, ${textExpr(next, from.columns, 1)} AS s`;
  const distinct = next.below(4) === 0 ? 'DISTINCT ' : '';
  return { sql: `(SELECT ${distinct}${items} FROM ${from.sql}${filter}) ${alias}`, columns };
}

function randomFrom(next: Draw): From {
  return next.below(3) === 0 ? randomSide(next, 'a', 1) : randomJoin(next, 'a', 'b', 2);
}

function randomJoin(next: Draw, first: string, second: string, depth: number): From {
  let from = randomSide(next, first, Math.min(depth, 1));
  const count = next.below(4) === 0 ? 2 : 1;
  for (let at = 0; at < count; at++) {
    const right = randomSide(next, at === 0 ? second : `${second}x`, depth);
    const how = next.pick(['INNER JOIN', 'JOIN', 'LEFT JOIN', 'LEFT JOIN', 'LEFT SEMI JOIN', 'LEFT ANTI JOIN']);
    const parts = [equality(next, from.columns, right.columns)];
    if (next.below(3) === 0) parts.push(equality(next, right.columns, from.columns));
    if (next.below(4) === 0) parts.push(condition(next, [...from.columns, ...right.columns], 1));
    const columns = how.includes('SEMI') || how.includes('ANTI') ? from.columns : [...from.columns, ...right.columns];
    from = { sql: `${from.sql} ${how} ${right.sql} ON ${parts.join(' AND ')}`, columns };
  }
  return from;
}

function equality(next: Draw, left: readonly Source[], right: readonly Source[]): string {
  if (next.below(4) === 0) return `${numberColumn(next, left)} = ${numberColumn(next, right)}`;
  return next.below(4) === 0 ? `LOWER(${textColumn(next, left)}) = LOWER(${textColumn(next, right)})` : `${textColumn(next, left)} = ${textColumn(next, right)}`;
}

function where(next: Draw, columns: readonly Source[]): string {
  return next.below(2) === 0 ? '' : ` WHERE ${Array.from({ length: next.pick([1, 1, 2]) }, () => condition(next, columns, 1)).join(' AND ')}`;
}

function column(next: Draw, columns: readonly Source[], type: Type): string | null {
  const fitting = columns.filter((candidate) => candidate.type === type);
  return fitting.length === 0 ? null : next.pick(fitting).name;
}

function textColumn(next: Draw, columns: readonly Source[]): string {
  return column(next, columns, 'text') ?? "'a'";
}

function numberColumn(next: Draw, columns: readonly Source[]): string {
  return column(next, columns, 'number') ?? '1';
}

function anyExpr(next: Draw, columns: readonly Source[], depth: number): string {
  return next.pick([textExpr, numberExpr])(next, columns, depth);
}

function textExpr(next: Draw, columns: readonly Source[], depth: number): string {
  const inner = (): string => textExpr(next, columns, depth - 1);
  if (depth <= 0) return next.below(6) === 0 ? next.pick(["'ws5'", "'a'", "''"]) : textColumn(next, columns);
  switch (next.below(8)) {
    case 0:
      return `LOWER(${inner()})`;
    case 1:
      return `UPPER(${inner()})`;
    case 2:
      return `SUBSTRING(${inner()}, ${1 + next.below(3)}${next.below(2) === 0 ? '' : `, ${next.below(3)}`})`;
    case 3:
      return `(${inner()} || ${inner()})`;
    case 4:
      return `COALESCE(${inner()}, ${inner()})`;
    case 5:
      return `CASE WHEN ${condition(next, columns, depth - 1)} THEN ${inner()} ELSE ${inner()} END`;
    case 6:
      return `REVERSE(${inner()})`;
    default:
      return inner();
  }
}

function numberExpr(next: Draw, columns: readonly Source[], depth: number): string {
  const inner = (): string => numberExpr(next, columns, depth - 1);
  if (depth <= 0) return next.below(6) === 0 ? String(next.below(4)) : numberColumn(next, columns);
  switch (next.below(8)) {
    case 0:
      return `(${inner()} ${next.pick(['+', '-', '*'])} ${inner()})`;
    case 1:
      return `(${inner()} % ${2 + next.below(3)})`;
    case 2:
      return `LENGTH(${textExpr(next, columns, depth - 1)})`;
    case 3:
      return `ABS(${inner()})`;
    case 4:
      return `COALESCE(${inner()}, ${inner()})`;
    case 5:
      return `CASE WHEN ${condition(next, columns, depth - 1)} THEN ${inner()} END`;
    case 6:
      return `(${inner()} & ${inner()})`;
    default:
      return `(- ${inner()})`;
  }
}

function condition(next: Draw, columns: readonly Source[], depth: number): string {
  const text = (): string => textExpr(next, columns, depth);
  const number = (): string => numberExpr(next, columns, depth);
  switch (next.below(depth > 0 ? 13 : 8)) {
    case 0:
      return `${number()} ${next.pick(['=', '<>', '<', '<=', '>', '>=', '!='])} ${number()}`;
    case 1:
      return `${text()} ${next.pick(['=', '<>'])} ${text()}`;
    case 2:
      return `${text()}${maybeNot(next)} LIKE ${next.pick(["'%$'", "'%C$'", "'a%'", "'a_b'", "'%'", "'%5%'", "''", "'ws_'"])}`;
    case 3:
      return `${text()} IS${maybeNot(next)} NULL`;
    case 4:
      return `${number()}${maybeNot(next)} IN (${number()}, ${number()}, 1)`;
    case 5:
      return `${number()}${maybeNot(next)} BETWEEN ${number()} AND ${number()}`;
    case 6:
      return `${textColumn(next, columns)} RLIKE ${next.pick(["'[0-9]'", "'^a.*b$'", "'(?i)WS'", "'C[$]'", "'^$'"])}`;
    case 7:
      return column(next, columns, 'boolean') ?? 'TRUE';
    case 8:
      return `NOT ${condition(next, columns, depth - 1)}`;
    case 9:
      return `(${condition(next, columns, depth - 1)} OR ${condition(next, columns, depth - 1)})`;
    case 10:
      return `(${condition(next, columns, depth - 1)} AND ${condition(next, columns, depth - 1)})`;
    case 11:
      return `${text()}${maybeNot(next)} IN (${text()}, 'a', NULL)`;
    default:
      return `NOT (${condition(next, columns, depth - 1)} AND ${condition(next, columns, depth - 1)})`;
  }
}

function maybeNot(next: Draw): string {
  return next.below(3) === 0 ? ' NOT' : '';
}
