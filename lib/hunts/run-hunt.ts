import { assertNever } from '@/lib/base/assert-never';
import type { Result } from '@/lib/base/result';
import type { EventTable } from '@/lib/events/event-table';
import type { CodeToken } from '@/lib/query/code-token';
import { runQuery } from '@/lib/query/execute/run-query';
import { compilePandas } from '@/lib/query/pandas/compile-pandas';
import { highlightPython } from '@/lib/query/pandas/highlight-python';
import type { Query, QueryError } from '@/lib/query/plan';
import { QueryFailure } from '@/lib/query/query-failure';
import type { ResultTable } from '@/lib/query/result-table';
import { compileSql } from '@/lib/query/sql/compile-sql';
import { highlightSql } from '@/lib/query/sql/highlight-sql';
import { compareRows } from './compare';
import { dataSourceStatuses, type DataSourceStatus } from './data-source-status';
import type { Analytic, DataSource, HuntDocument, Reading } from './hunt-document';
import type { AnalyticResult, HuntResult, ReadingDifference, ReadingResult } from './hunt-result';
import { cannotKnow } from './verdict';

/** Runs every analytic of a hunt in every reading over a dataset. A reading that fails says so; the others go on. */
export function runHunt(document: HuntDocument, table: EventTable): HuntResult {
  const statusOf = dataSourceStatuses(table);
  return { document, analytics: document.analytics.map((analytic) => runAnalytic(analytic, table, statusOf)) };
}

function runAnalytic(analytic: Analytic, table: EventTable, statusOf: (source: DataSource) => DataSourceStatus): AnalyticResult {
  const dataSources = analytic.dataSources.map(statusOf);
  const readings = analytic.readings.map((reading) => runReading(reading, dataSources, table));
  return { analytic, dataSources, readings, differences: differencesOf(readings) };
}

function runReading(reading: Reading, sources: readonly DataSourceStatus[], table: EventTable): ReadingResult {
  const started = performance.now();
  const failed = (error: QueryError, query: Query | null): ReadingResult => ({
    kind: reading.kind,
    reading,
    tokens: tokensOf(reading),
    verdict: 'error',
    reason: error.message,
    error,
    query,
    table: null,
    took: performance.now() - started,
  });
  const compiled = compiledReading(reading, table);
  if (!compiled.ok) return failed(compiled.error, null);
  const query = compiled.value;
  try {
    const result = resultOf(query, table);
    const took = performance.now() - started;
    const reason = result.rowCount > 0 ? null : cannotKnow(query, result, sources, table);
    const verdict = result.rowCount > 0 ? 'hits' : reason === null ? 'no-hit' : 'cannot-know';
    return { kind: reading.kind, reading, tokens: tokensOf(reading), verdict, reason, error: null, query, table: result, took };
  } catch (error) {
    if (error instanceof QueryFailure) return failed(error.error, query);
    throw error;
  }
}

/** A reading means the same each time it is run on one dataset, and to compile it takes as long as to run it. */
const compiledFor = new WeakMap<EventTable, WeakMap<Reading, Result<Query, QueryError>>>();

function compiledReading(reading: Reading, table: EventTable): Result<Query, QueryError> {
  const known = compiledFor.get(table) ?? new WeakMap<Reading, Result<Query, QueryError>>();
  compiledFor.set(table, known);
  const compiled = known.get(reading) ?? compileReading(reading, table);
  known.set(reading, compiled);
  return compiled;
}

/** So is what it finds; the tables that `runHunt` gave before are given again. */
const resultFor = new WeakMap<EventTable, WeakMap<Query, ResultTable>>();

function resultOf(query: Query, table: EventTable): ResultTable {
  const known = resultFor.get(table) ?? new WeakMap<Query, ResultTable>();
  resultFor.set(table, known);
  const result = known.get(query) ?? runQuery(query, table);
  known.set(query, result);
  return result;
}

function compileReading(reading: Reading, table: EventTable): Result<Query, QueryError> {
  switch (reading.kind) {
    case 'sql':
    case 'hardened':
      return compileSql(reading.code, table);
    case 'pandas':
      return compilePandas(reading.code, table);
    default:
      return assertNever(reading.kind);
  }
}

/** A reading's colours are the same for every dataset. */
const coloured = new WeakMap<Reading, readonly CodeToken[]>();

function tokensOf(reading: Reading): readonly CodeToken[] {
  const tokens = coloured.get(reading) ?? (reading.kind === 'pandas' ? highlightPython(reading.code) : highlightSql(reading.code));
  coloured.set(reading, tokens);
  return tokens;
}

function differencesOf(readings: readonly ReadingResult[]): ReadingDifference[] {
  return readings.flatMap((left, index) =>
    readings.slice(index + 1).flatMap((right) => {
      const rows = left.table && right.table && compareRows(left.table, right.table);
      return rows ? [{ left: left.kind, right: right.kind, ...rows }] : [];
    }),
  );
}
