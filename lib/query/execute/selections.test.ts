import { describe, expect, it } from 'vitest';
import { eventTableOf } from '@/lib/events/event-table-builder';
import { compilePandas } from '@/lib/query/pandas/compile-pandas';
import type { Expr, Query } from '@/lib/query/plan';
import { compileSql } from '@/lib/query/sql/compile-sql';
import { runQuery } from './run-query';
import { Selections } from './selections';
import { SharedWork } from './shared-work';

const table = eventTableOf(
  [
    { Channel: 'Security', EventID: 5140, Share: 'IPC$', Id: '0x1' },
    { Channel: 'security', EventID: 5140, Share: 'C$', Id: '0x1' },
    { Channel: 'Security', EventID: 5145, Share: 'C$', Id: '0x1' },
    { Channel: 'System', EventID: 5140, Share: 'C$', Id: '0x2' },
    { EventID: 5140, Share: 'C$', Id: '0x1' },
  ]
    .map((event) => JSON.stringify(event))
    .join('\n'),
);

function compiled(text: string, language: 'sql' | 'pandas' = 'sql'): Query {
  const result = language === 'sql' ? compileSql(text, table) : compilePandas(text, table);
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

/** The conditions of legs that begin alike, alike in part, in another order, and on nothing. */
const QUERIES: Query[] = [
  compiled("SELECT * FROM t WHERE LOWER(Channel) = 'security' AND EventID = 5140"),
  compiled("SELECT * FROM t b JOIN t a ON a.Id = b.Id WHERE LOWER(a.Channel) = 'security' AND a.EventID = 5140 AND LOWER(b.Channel) = 'security' AND b.Share = 'C$'"),
  compiled("SELECT * FROM t WHERE EventID = 5140 AND LOWER(Channel) = 'security'"),
  compiled("SELECT * FROM t WHERE LOWER(Channel) = 'security' AND 1 = 0"),
  compiled("SELECT * FROM t WHERE LOWER(Channel) = 'security' AND EventID = '5140'"),
  compiled("df[(df['Channel'].str.lower() == 'security') & (df['EventID'] == 5140)]", 'pandas'),
  compiled("df[(df['Channel'].str.lower() == 'security') & (df['EventID'] == '5140')]", 'pandas'),
];

describe('queries that share their work', () => {
  it('find what each finds alone, by the same steps', () => {
    const shared = new SharedWork();
    const told = (query: Query, work?: SharedWork) => {
      const { rowCount, funnel, lineage } = runQuery(query, table, work);
      return { rowCount, funnel, events: Array.from({ length: rowCount }, (_, row) => lineage(row).map(({ events }) => events)) };
    };
    for (const query of [...QUERIES, ...QUERIES]) expect(told(query, shared)).toEqual(told(query));
  });

  it('ask the same of the same events once, whatever the leg is called', () => {
    let asked = 0;
    const field = (leg: number): Expr => ({ kind: 'field', leg, name: `name ${leg}`, found: 'Channel', span: { start: leg, end: 9 } });
    const equals = (leg: number, value: string | number | bigint): Expr => {
      const span = { start: 0, end: leg };
      return { kind: 'compare', op: '=', left: field(leg), right: { kind: 'literal', value, span }, typing: 'cast', span };
    };
    const choose = () => Uint32Array.of(asked++);
    const all = new Selections();
    const first = all.where(equals(0, 'a'), choose);
    expect(all.where(equals(1, 'a'), choose)).toBe(first);
    expect(first.where(equals(1, 'a'), choose)).not.toBe(first);
    const others = [equals(0, 'b'), equals(0, '5n'), equals(0, 5n), equals(0, 5), equals(0, Infinity), equals(0, '5')].map((expr) => all.where(expr, choose));
    expect(new Set([first, ...others]).size).toBe(7);
    expect(asked).toBe(8);
  });
});
