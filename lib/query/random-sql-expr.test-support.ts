import type { Random } from '@/lib/sample/random';
import { type Sql, joined, pair, sql } from './sql-pair.test-support';

/*
 * Random expressions. `real` numbers are those that DuckDB holds as DOUBLE, which has no bit operations. A `mixed` column holds numbers and text:
 * against a number each value is cast, against text a number is compared as one (hunt-semantics.md); anywhere else it is text, as in Spark.
 */
export type Type = 'text' | 'int' | 'boolean' | 'time' | 'mixed';

/** A column that a query may read: `a.n` and its type. */
export interface Source {
  readonly name: string;
  readonly type: Type;
}

export function coin(random: Random, oneIn = 2): boolean {
  return random.integer(1, oneIn) === 1;
}

export function column(random: Random, columns: readonly Source[], type: Type): string | null {
  const fitting = columns.filter((candidate) => candidate.type === type);
  return fitting.length === 0 ? null : random.pick(fitting).name;
}

export function textColumn(random: Random, columns: readonly Source[]): string {
  return column(random, columns, 'text') ?? "'a'";
}

export function intColumn(random: Random, columns: readonly Source[]): string {
  return column(random, columns, 'int') ?? '1';
}

export function anyExpr(random: Random, columns: readonly Source[], depth: number): Sql {
  return random.pick([textExpr, textExpr, intExpr, intExpr, realExpr, splitExpr])(random, columns, depth);
}

/** As hunts print backslashes: a run of any length is one. */
function backslashes(random: Random): string {
  return '\\'.repeat(random.integer(1, 4));
}

function literal(random: Random): Sql {
  const run = backslashes(random);
  return random.pick<Sql>(["'ws5'", "'a'", "''", "'7'", "'it''s'", { ours: "'it\\'s'", theirs: "'it''s'" }, { ours: `'C:${run}x'`, theirs: "'C:\\x'" }]);
}

export function textExpr(random: Random, columns: readonly Source[], depth: number): Sql {
  const inner = (): Sql => textExpr(random, columns, depth - 1);
  const number = (): Sql => intExpr(random, columns, depth - 1);
  if (depth <= 0) return coin(random, 6) ? literal(random) : textColumn(random, columns);
  switch (random.integer(0, 21)) {
    case 0:
      return sql`LOWER(${inner()})`;
    case 1:
      return sql`UPPER(${inner()})`;
    case 2:
      return sql`SUBSTRING(${inner()}, ${random.pick(['1', '2', '3'])}${random.pick(['', ', 0', ', 1', ', 2'])})`;
    case 3:
      return sql`(${inner()} || ${inner()})`;
    case 4:
      return sql`COALESCE(${inner()}, ${inner()})`;
    case 5:
      return sql`CASE WHEN ${condition(random, columns, depth - 1)} THEN ${inner()} WHEN ${condition(random, columns, 0)} THEN ${inner()} ELSE ${inner()} END`;
    case 6:
      return sql`REVERSE(${inner()})`;
    case 7:
      return sql`TRIM(${inner()})`;
    case 8: {
      const [a, b, c] = [inner(), inner(), number()];
      return pair(sql`CONCAT(${a}, ${b}, ${c})`, sql`(${a} || ${b} || CAST(${c} AS VARCHAR))`);
    }
    case 9: {
      const at = random.integer(0, 3);
      const parts = splitExpr(random, columns, depth - 1);
      return pair(sql`${parts}[${String(at)}]`, sql`(${parts})[${String(at + 1)}]`);
    }
    case 10: {
      const at = random.pick([1, 2, -1, -2]);
      const parts = splitExpr(random, columns, depth - 1);
      return pair(sql`ELEMENT_AT(${parts}, ${String(at)})`, sql`list_extract(${parts}, ${String(at)})`);
    }
    case 11: {
      const parts = splitExpr(random, columns, depth - 1);
      return pair(sql`LOWER(REVERSE(${parts})[0])`, sql`LOWER(list_reverse(${parts})[1])`);
    }
    case 12:
      return sql`HEX(${coin(random) ? number() : inner()})`;
    case 13:
      return sql`CAST(${number()} AS ${{ ours: 'STRING', theirs: 'VARCHAR' }})`;
    case 14: {
      const text = inner();
      const short = sql`SUBSTRING(${text}, 1, 8)`;
      return pair(sql`CONV(${short}, 16, 10)`, sql`from_hex(${short})`);
    }
    case 15:
      return sql`REGEXP_EXTRACT(${inner()}, ${random.pick(["'([a-z]+)([0-9])', 1", "'([a-z]+)([0-9])', 2", "'[A-Z]+', 0", "'x(y)', 1"])})`;
    case 16: {
      const text = inner();
      const [pattern, ours, theirs] = random.pick([["'[0-9]'", "'#'", "'#'"], ["'([a-z])([0-9])'", "'$2-$1'", "'\\2-\\1'"], ["'^.'", "''", "''"]]);
      return pair(sql`REGEXP_REPLACE(${text}, ${pattern}, ${ours})`, sql`regexp_replace(${text}, ${pattern}, ${theirs}, 'g')`);
    }
    case 17: {
      const time = column(random, columns, 'time') ?? "'2020-09-22 01:02:03'";
      return pair(sql`DATE(${time})`, sql`CAST(CAST(TRY_CAST(${time} AS TIMESTAMP) AS DATE) AS VARCHAR)`);
    }
    case 18: {
      const [test, yes, no] = [condition(random, columns, depth - 1), inner(), inner()];
      return pair(sql`IF(${test}, ${yes}, ${no})`, sql`CASE WHEN ${test} THEN ${yes} ELSE ${no} END`);
    }
    case 19: {
      const mixed = column(random, columns, 'mixed');
      return mixed === null ? inner() : pair(sql`LOWER(${mixed})`, sql`LOWER(${asText(mixed)})`);
    }
    case 20:
      return sql`CAST(${column(random, columns, 'boolean') ?? 'TRUE'} AS ${{ ours: 'STRING', theirs: 'VARCHAR' }})`;
    default:
      return sql`CASE ${inner()} WHEN ${literal(random)} THEN ${inner()} WHEN ${inner()} THEN 'same' END`;
  }
}

/** An array of texts. */
function splitExpr(random: Random, columns: readonly Source[], depth: number): Sql {
  const text = textExpr(random, columns, depth - 1);
  const [ours, theirs] = random.pick([["'.'", "'.'"], ["'0x'", "'0x'"], [`'${backslashes(random)}'`, "'\\'"], ["'5'", "'5'"]]);
  return pair(sql`SPLIT(${text}, ${ours})`, sql`string_split(${text}, ${theirs})`);
}

export function intExpr(random: Random, columns: readonly Source[], depth: number): Sql {
  const inner = (): Sql => intExpr(random, columns, depth - 1);
  const text = (): Sql => textExpr(random, columns, depth - 1);
  if (depth <= 0) return coin(random, 6) ? String(random.integer(0, 3)) : intColumn(random, columns);
  switch (random.integer(0, 15)) {
    case 0:
      if (coin(random)) return sql`(${inner()} ${random.pick(['+', '-'])} ${inner()})`;
      // Milliseconds by milliseconds would be past what DuckDB's numbers hold.
      return sql`((${inner()} % 1000) * (${inner()} % 1000))`;
    case 1:
      return sql`(${inner()} % ${coin(random) ? inner() : String(random.integer(1, 3))})`;
    case 2:
      return sql`LENGTH(${text()})`;
    case 3:
      return sql`ABS(${inner()})`;
    case 4:
      return sql`COALESCE(${inner()}, ${inner()})`;
    case 5:
      return sql`CASE WHEN ${condition(random, columns, depth - 1)} THEN ${inner()} END`;
    case 6:
      return sql`(${inner()} ${random.pick(['&', '|'])} ${inner()})`;
    case 7: {
      const [a, b] = [inner(), inner()];
      return pair(sql`(${a} ^ ${b})`, sql`xor(CAST(${a} AS BIGINT), CAST(${b} AS BIGINT))`);
    }
    case 8: {
      const parts = splitExpr(random, columns, depth - 1);
      return pair(sql`SIZE(${parts})`, sql`COALESCE(len(${parts}), -1)`);
    }
    case 9: {
      const type = random.pick(['INT', 'BIGINT']);
      const value = column(random, columns, 'text') ?? "'7'";
      return pair(sql`CAST(${value} AS ${type})`, sql`as_int(${value})`);
    }
    case 10: {
      const flag = column(random, columns, 'boolean') ?? 'TRUE';
      return sql`CAST(${flag} AS INT)`;
    }
    case 11: {
      const time = column(random, columns, 'time') ?? "'2020-09-22 01:02:03'";
      const part = random.pick(['YEAR', 'MONTH', 'DAY', 'HOUR', 'MINUTE', 'SECOND']);
      return pair(sql`${part}(${time})`, sql`${part}(TRY_CAST(${time} AS TIMESTAMP))`);
    }
    case 12: {
      const time = column(random, columns, 'time') ?? "'2020-09-22 01:02:03'";
      if (coin(random)) return pair(sql`UNIX_MILLIS(${time})`, sql`epoch_ms(TRY_CAST(${time} AS TIMESTAMP))`);
      return pair(sql`UNIX_TIMESTAMP(${time})`, sql`CAST(floor(epoch(TRY_CAST(${time} AS TIMESTAMP))) AS BIGINT)`);
    }
    case 13: {
      const mixed = column(random, columns, 'mixed');
      return mixed === null ? inner() : pair(sql`CAST(${mixed} AS BIGINT)`, sql`as_int(${asText(mixed)})`);
    }
    case 14:
      return sql`CASE ${inner()} WHEN ${inner()} THEN ${inner()} WHEN 1 THEN 0 ELSE ${inner()} END`;
    default:
      return sql`(- ${inner()})`;
  }
}

export function realExpr(random: Random, columns: readonly Source[], depth: number): Sql {
  const number = (): Sql => intExpr(random, columns, depth - 1);
  switch (random.integer(0, 3)) {
    case 0: {
      const [a, b] = [number(), number()];
      return pair(sql`(${a} / ${b})`, sql`(${a} / nullif(${b}, 0))`);
    }
    case 1: {
      const value = column(random, columns, 'text') ?? "'7'";
      return pair(sql`CAST(${value} AS DOUBLE)`, sql`as_real(${value})`);
    }
    case 2:
      return sql`(${number()} * ${{ ours: '0.5', theirs: 'CAST(0.5 AS DOUBLE)' }} + ${number()})`;
    default:
      return sql`COALESCE(${{ ours: '1.5', theirs: 'CAST(1.5 AS DOUBLE)' }}, ${number()})`;
  }
}

export function condition(random: Random, columns: readonly Source[], depth: number): Sql {
  const text = (): Sql => textExpr(random, columns, depth);
  const number = (): Sql => intExpr(random, columns, depth);
  const not = coin(random, 3) ? ' NOT' : '';
  switch (random.integer(0, depth > 0 ? 19 : 12)) {
    case 0:
      return sql`${number()} ${random.pick(['=', '<>', '<', '<=', '>', '>=', '!=', '=='])} ${number()}`;
    case 1:
      return sql`${text()} ${random.pick(['=', '<>', '<', '>='])} ${text()}`;
    case 2:
      return sql`${text()}${not} LIKE ${likePattern(random)}`;
    case 3:
      return sql`${coin(random) ? text() : number()} IS${not} NULL`;
    case 4:
      return sql`${number()}${not} IN (${number()}, ${number()}, 1)`;
    case 5:
      return sql`${number()}${not} BETWEEN ${number()} AND ${number()}`;
    case 6:
      return rlike(random, textColumn(random, columns), not);
    case 7:
      return column(random, columns, 'boolean') ?? 'TRUE';
    case 8:
      return textAgainstNumber(random, columns);
    case 9: {
      const [a, b] = coin(random) ? [text(), text()] : [number(), number()];
      return pair(sql`${a} <=> ${b}`, sql`${a} IS NOT DISTINCT FROM ${b}`);
    }
    case 10:
      return mixedCondition(random, columns);
    case 11: {
      const fn = random.pick([['STARTSWITH', 'starts_with'], ['ENDSWITH', 'ends_with'], ['CONTAINS', 'contains']] as const);
      const [a, b] = [text(), text()];
      return pair(sql`${fn[0]}(${a}, ${b})`, sql`${fn[1]}(${a}, ${b})`);
    }
    case 12:
      return timeCondition(random, columns);
    case 13: {
      const part = condition(random, columns, depth - 1);
      return coin(random) ? sql`NOT ${part}` : pair(sql`! (${part})`, sql`NOT (${part})`);
    }
    case 14:
      return sql`(${condition(random, columns, depth - 1)} OR ${condition(random, columns, depth - 1)})`;
    case 15:
      return sql`(${condition(random, columns, depth - 1)} AND ${condition(random, columns, depth - 1)})`;
    case 16:
      return sql`${text()}${not} IN (${text()}, 'a', NULL)`;
    case 17:
      return sql`(${condition(random, columns, depth - 1)}) IS${not} ${random.pick(['TRUE', 'FALSE'])}`;
    case 18:
      return sql`${text()}${not} ILIKE ${likePattern(random)}`;
    default:
      return sql`NOT (${condition(random, columns, depth - 1)} AND ${condition(random, columns, depth - 1)})`;
  }
}

function likePattern(random: Random): Sql {
  const run = backslashes(random);
  return random.pick<Sql>([
    "'%$'", "'%C$'", "'a%'", "'a_b'", "'%'", "'%5%'", "''", "'ws_'", "'_'", "'%%a%'", "'__5'",
    { ours: `'%${run}C$'`, theirs: "'%\\C$'" },
    { ours: `'${run}${run}*%'`, theirs: "'\\*%'" },
    { ours: "'a\\_b'", theirs: "'a!_b' ESCAPE '!'" },
    { ours: "'a\\\\%b'", theirs: "'a!%b' ESCAPE '!'" },
  ]);
}

function rlike(random: Random, text: string, not: string): Sql {
  const [ours, theirs] = random.pick([
    ["'[0-9]'", "'[0-9]'"], ["'^a.*b$'", "'^a.*b$'"], ["'(?i)WS'", "'(?i)WS'"], ["'C[$]'", "'C[$]'"], ["'^$'", "'^$'"],
    ["'\\$'", "'[$]'"], ["'\\d+'", "'[0-9]+'"], ["'\\\\d'", "'[0-9]'"], ["'^\\\\\\\\C'", "'^[\\\\]C'"], ["'a|5'", "'a|5'"], ["'a\\.b'", "'a[.]b'"],
  ]);
  const word = random.pick(['RLIKE', 'REGEXP']);
  return pair(sql`${text}${not} ${word} ${ours}`, sql`${not} regexp_matches(${text}, ${theirs})`);
}

/** The text is cast; what does not cast is missing. */
function textAgainstNumber(random: Random, columns: readonly Source[]): Sql {
  const text = textColumn(random, columns);
  const number = intExpr(random, columns, 0);
  const cast = sql`as_real(${text})`;
  if (coin(random, 3)) return pair(sql`${text} IN (${number}, 7)`, sql`${cast} IN (${number}, 7)`);
  const op = random.pick(['=', '<>', '<', '>=']);
  return coin(random) ? pair(sql`${text} ${op} ${number}`, sql`${cast} ${op} ${number}`) : pair(sql`${number} ${op} ${text}`, sql`${number} ${op} ${cast}`);
}

export function asText(mixed: string): string {
  return `COALESCE(${mixed}_text, CAST(${mixed}_number AS VARCHAR))`;
}

function mixedCondition(random: Random, columns: readonly Source[]): Sql {
  const mixed = column(random, columns, 'mixed');
  if (mixed === null) return 'TRUE';
  const op = random.pick(['=', '<>', '<', '>=']);
  if (coin(random)) return pair(sql`${mixed} ${op} 5145`, sql`COALESCE(${mixed}_number, as_real(${mixed}_text)) ${op} 5145`);
  const text = random.pick(["'5145'", "'x'", "'7'"]);
  return pair(sql`${mixed} ${op} ${text}`, sql`CASE WHEN ${mixed}_number IS NOT NULL THEN ${mixed}_number ${op} as_real(${text}) ELSE ${mixed}_text ${op} ${text} END`);
}

function timeCondition(random: Random, columns: readonly Source[]): Sql {
  const time = column(random, columns, 'time');
  if (time === null) return 'FALSE';
  const bound = random.pick(["'2020-09-22 18:53:33'", "'2020-09-22T18:53:32.341Z'", "'2020-10-01'"]);
  const op = random.pick(['<', '<=', '>', '=']);
  return pair(sql`TO_TIMESTAMP(${time}) ${op} ${bound}`, sql`TRY_CAST(${time} AS TIMESTAMP) ${op} CAST(${bound} AS TIMESTAMP)`);
}

export function conditions(random: Random, columns: readonly Source[], count: number): Sql {
  return joined(Array.from({ length: count }, () => condition(random, columns, 1)), ' AND ');
}
