import { describe, expect, it } from 'vitest';
import { highlightSql } from './highlight-sql';

function shown(sql: string): string[] {
  return highlightSql(sql).map(({ kind, start, end }) => `${kind} ${sql.slice(start, end)}`);
}

describe('highlightSql', () => {
  it('tells keywords, functions, names, strings, numbers, operators and comments apart', () => {
    expect(shown("SELECT b.`@timestamp`, LOWER(x) -- why\nFROM t WHERE y >= 0.5 AND z = 'a\\' LIMIT 3")).toEqual([
      'keyword SELECT', 'name b', 'operator .', 'name `@timestamp`', 'operator ,', 'function LOWER', 'operator (', 'name x', 'operator )', 'comment -- why',
      'keyword FROM', 'name t', 'keyword WHERE', 'name y', 'operator >=', 'number 0.5', 'keyword AND', 'name z', 'operator =', "string 'a\\'", 'keyword LIMIT', 'number 3',
    ]);
  });

  it.each([
    ["SELECT 'x", ['keyword SELECT', "string 'x"]],
    ['SELECT # FROM', ['keyword SELECT', 'keyword FROM']],
    ['a.date, date(x) desc', ['name a', 'operator .', 'name date', 'operator ,', 'function date', 'operator (', 'name x', 'operator )', 'keyword desc']],
    ["a.'@timestamp'", ['name a', 'operator .', "name '@timestamp'"]],
    ['/* open', ['comment /* open']],
    ['', []],
  ])('colours %j, parsed or not', (text, expected) => {
    expect(shown(text)).toEqual(expected);
  });
});
