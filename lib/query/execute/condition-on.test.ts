import { describe, expect, it } from 'vitest';
import { rowId } from '@/lib/base/row-id';
import type { Result } from '@/lib/base/result';
import { compilePandas } from '@/lib/query/pandas/compile-pandas';
import type { Query, QueryError } from '@/lib/query/plan';
import { tableOf } from '@/lib/query/query.test-support';
import { compileSql } from '@/lib/query/sql/compile-sql';
import { conditionOn } from './condition-on';

const table = tableOf([
  { EventID: 5140, ShareName: '\\\\*\\C$', AccessMask: '0x2', Keywords: 9232379236109516801n.toString() },
  { EventID: 5145, ShareName: null },
]);

function conditionOf(compiled: Result<Query, QueryError>) {
  if (!compiled.ok) throw new Error(compiled.error.message);
  if (compiled.value.plan.kind !== 'filter') throw new Error('no filter');
  return compiled.value.plan.conditions[0];
}

/** "true ShareName=…", "null missing ShareName=·" */
function told(condition: ReturnType<typeof conditionOf>, event: number): string {
  const { holds, missing, values } = conditionOn(condition, rowId(event), table);
  return [String(holds), missing && 'missing', ...values.map(({ field, value }) => `${field}=${value ?? '·'}`)].filter(Boolean).join(' ');
}

describe('a condition on one event', () => {
  it.each([
    ["ShareName LIKE '%C$'", 0, 'true ShareName=\\\\*\\C$'],
    ['EventID = 5145', 0, 'false EventID=5140'],
    // SQL's NULL: neither LIKE nor its negation holds.
    ["ShareName LIKE '%C$'", 1, 'null missing ShareName=·'],
    ["NOT ShareName LIKE '%C$'", 1, 'null missing ShareName=·'],
    ['ShareName IS NULL', 1, 'true ShareName=·'],
    // A JSON null and an absent field are missing alike; a field that no event has keeps the name that was asked for.
    ["AccessMask = '0x2'", 1, 'null missing AccessMask=·'],
    ['Nowhere = 1', 0, 'null missing Nowhere=·'],
    // Names are met in any case, and told as the dataset has them; each once.
    ["sharename LIKE 'x%' OR SHARENAME LIKE '%C$'", 0, 'true ShareName=\\\\*\\C$'],
    // One side decides, so the missing one is no reason.
    ["EventID = 5145 OR AccessMask = '0x2'", 1, 'true EventID=5145 AccessMask=·'],
    ["EventID = 1 OR AccessMask = '0x2'", 1, 'null missing EventID=5145 AccessMask=·'],
    ['EventID > CAST(AccessMask AS INT)', 0, 'null EventID=5140 AccessMask=0x2'],
  ])('SQL: %s, event %i: %s', (where, event, expected) => {
    expect(told(conditionOf(compileSql(`SELECT EventID FROM t WHERE ${where}`, table)), event)).toBe(expected);
  });

  it.each([
    // pandas' masks are two-valued: a missing value makes a comparison False, and what is negated True.
    ["df['AccessMask'] == '0x2'", 1, 'false missing AccessMask=·'],
    ["~df['ShareName'].str.endswith('$', na=False)", 1, 'true ShareName=·'],
    ["df['ShareName'].str.endswith('C$', na=False)", 0, 'true ShareName=\\\\*\\C$'],
  ])('pandas: %s, event %i: %s', (mask, event, expected) => {
    expect(told(conditionOf(compilePandas(`df[${mask}]`, table)), event)).toBe(expected);
  });
});
