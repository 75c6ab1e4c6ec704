import type { Result } from '@/lib/base/result';
import type { EventTable } from '@/lib/events/event-table';
import { cannotKnow } from '@/lib/hunts/verdict';
import { Explanation } from '@/lib/query/execute/explanation';
import { runQuery } from '@/lib/query/execute/run-query';
import { compilePandas } from '@/lib/query/pandas/compile-pandas';
import { highlightPython } from '@/lib/query/pandas/highlight-python';
import type { Query, QueryError } from '@/lib/query/plan';
import { planTree } from '@/lib/query/plan-tree';
import { QueryFailure } from '@/lib/query/query-failure';
import { compileSql } from '@/lib/query/sql/compile-sql';
import { highlightSql } from '@/lib/query/sql/highlight-sql';
import { funnelView } from './hunt-run';
import { KeptResult } from './kept-result';
import { queryChart } from './query-chart';
import type { QueryCheck, QueryRun, QueryText } from './query-shapes';

/** A query of no hunt with its rows, kept so that they can be asked for; no rows where it failed. */
export interface AdHocResult {
  readonly run: QueryRun;
  readonly kept: KeptResult | null;
}

export function runAdHoc(asked: QueryText, table: EventTable): AdHocResult {
  const started = performance.now();
  const failed = (error: QueryError, query: Query | null): AdHocResult => {
    const nothing = { columns: [], rowCount: 0, shown: 0, reason: null, funnel: null, plan: null, chart: null };
    return { run: { ...asked, ...nothing, error, warnings: query?.warnings ?? [], took: performance.now() - started }, kept: null };
  };
  const compiled = compile(asked, table);
  if (!compiled.ok) return failed(compiled.error, null);
  const query = compiled.value;
  try {
    const result = runQuery(query, table);
    const took = performance.now() - started;
    const run: QueryRun = {
      ...asked,
      error: null,
      warnings: result.warnings,
      columns: result.columns,
      rowCount: result.rowCount,
      shown: result.shown,
      reason: result.rowCount > 0 ? null : cannotKnow(query, result, [], table),
      funnel: funnelView(result.funnel),
      plan: planTree(query, asked.text),
      chart: queryChart(query, result),
      took,
    };
    return { run, kept: new KeptResult(result, new Explanation(query, table)) };
  } catch (error) {
    if (error instanceof QueryFailure) return failed(error.error, query);
    throw error;
  }
}

/** Without running it. */
export function checkQuery(asked: QueryText, table: EventTable): QueryCheck {
  const compiled = compile(asked, table);
  return {
    tokens: asked.language === 'pandas' ? highlightPython(asked.text) : highlightSql(asked.text),
    error: compiled.ok ? null : compiled.error,
    warnings: compiled.ok ? compiled.value.warnings : [],
  };
}

function compile({ language, text }: QueryText, table: EventTable): Result<Query, QueryError> {
  return language === 'pandas' ? compilePandas(text, table) : compileSql(text, table);
}
