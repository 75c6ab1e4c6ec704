import { describe, expect, it } from 'vitest';
import { compilePandas } from './pandas/compile-pandas';
import { planTree, type PlanStep } from './plan-tree';
import { compileSql } from './sql/compile-sql';
import { tableOf } from './query.test-support';

const table = tableOf([{ EventID: 5140, Hostname: 'FS1', SubjectLogonId: '0xa1', ShareName: 'C$' }]);

/** One line a step, indented by its depth. */
function lines({ step, lines: words, inputs }: PlanStep, depth = 0): string[] {
  return [`${'  '.repeat(depth)}${step}: ${words.join(' | ')}`, ...inputs.flatMap((input) => lines(input, depth + 1))];
}

function sqlTree(text: string): string[] {
  const query = compileSql(text, table);
  if (!query.ok) throw new Error(query.error.message);
  return lines(planTree(query.value, text));
}

describe('planTree', () => {
  it('tells a join of filtered legs, the last step first', () => {
    const text = "SELECT b.Hostname, ShareName AS share\nFROM t b JOIN (SELECT SubjectLogonId FROM t\n WHERE EventID = 5140 AND ShareName\n   LIKE '%C$') a ON b.SubjectLogonId = a.SubjectLogonId\nWHERE b.EventID = 5145";
    expect(sqlTree(text)).toEqual([
      'show: Hostname | ShareName AS share',
      '  filter: b.EventID = 5145',
      '    join: pairs that match | b.SubjectLogonId = a.SubjectLogonId',
      '      scan: b',
      "      filter: EventID = 5140 | ShareName LIKE '%C$'",
      '        scan: a › t',
    ]);
  });

  it('tells a group, an order and a limit', () => {
    expect(sqlTree('SELECT Hostname, COUNT(DISTINCT ShareName) AS shares FROM t GROUP BY Hostname ORDER BY shares DESC LIMIT 3')).toEqual([
      'show: Hostname | COUNT(DISTINCT ShareName) AS shares',
      '  limit: 3 rows',
      '    sort: shares, descending',
      '      group: Hostname | count(DISTINCT ShareName)',
      '        scan: t',
    ]);
  });

  it('tells a pandas cell in its own words', () => {
    const text = "df[['Hostname']][(df['EventID'] == 5140) & ~(df['ShareName'].str.endswith('$', na=False))].head()";
    const query = compilePandas(text, table);
    if (!query.ok) throw new Error(query.error.message);
    expect(lines(planTree(query.value, text))).toEqual([
      'show: Hostname | the first 5 rows',
      "  filter: df['EventID'] == 5140 | ~(df['ShareName'].str.endswith('$', na=False))",
      '    scan: df',
    ]);
  });
});
