import { assertNever } from '@/lib/base/assert-never';
import type { Result } from '@/lib/base/result';
import type { EventTable } from '@/lib/events/event-table';
import type { CodeToken } from '@/lib/query/code-token';
import { runQuery } from '@/lib/query/execute/run-query';
import { SharedWork } from '@/lib/query/execute/shared-work';
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
import { Remembered } from './remembered';
import { cannotKnow } from './verdict';

/** A reading over one dataset, as far as it has been asked for. */
interface KnownReading {
  readonly tokens: readonly CodeToken[];
  readonly compiled: Result<Query, QueryError>;
  found: ResultTable | null;
}

/**
 * A hunt is run again and again while it is edited. A reading that stays as it is means and finds the same on one dataset: it is neither
 * compiled nor run again, and its table is given again.
 */
const readingsOf = new WeakMap<EventTable, Remembered<KnownReading>>();

/** What the readings of one run share. */
interface Run {
  readonly table: EventTable;
  readonly statusOf: (source: DataSource) => DataSourceStatus;
  readonly readings: Remembered<KnownReading>;
  readonly shared: SharedWork;
}

/** Runs every analytic of a hunt in every reading over a dataset. A reading that fails says so; the others go on. */
export function runHunt(document: HuntDocument, table: EventTable): HuntResult {
  const readings = readingsOf.get(table) ?? new Remembered<KnownReading>();
  readingsOf.set(table, readings);
  readings.nextRound();
  const run: Run = { table, statusOf: dataSourceStatuses(table), readings, shared: new SharedWork() };
  return { document, analytics: document.analytics.map((analytic) => runAnalytic(analytic, run)) };
}

function runAnalytic(analytic: Analytic, run: Run): AnalyticResult {
  const dataSources = analytic.dataSources.map(run.statusOf);
  const readings = analytic.readings.map((reading) => runReading(reading, dataSources, run));
  return { analytic, dataSources, readings, differences: differencesOf(readings) };
}

function runReading(reading: Reading, sources: readonly DataSourceStatus[], { table, readings, shared }: Run): ReadingResult {
  const started = performance.now();
  const known = readings.get(`${reading.kind} ${reading.code}`, () => ({ tokens: tokensOf(reading), compiled: compileReading(reading, table), found: null }));
  const { tokens, compiled } = known;
  const failed = (error: QueryError, query: Query | null): ReadingResult => ({
    kind: reading.kind,
    reading,
    tokens,
    verdict: 'error',
    reason: error.message,
    error,
    query,
    table: null,
    took: performance.now() - started,
  });
  if (!compiled.ok) return failed(compiled.error, null);
  const query = compiled.value;
  try {
    const result = (known.found ??= runQuery(query, table, shared));
    const took = performance.now() - started;
    const reason = result.rowCount > 0 ? null : cannotKnow(query, result, sources, table);
    const verdict = result.rowCount > 0 ? 'hits' : reason === null ? 'no-hit' : 'cannot-know';
    return { kind: reading.kind, reading, tokens, verdict, reason, error: null, query, table: result, took };
  } catch (error) {
    if (error instanceof QueryFailure) return failed(error.error, query);
    throw error;
  }
}

/** What a reading means on a dataset. */
export function compileReading(reading: Reading, table: EventTable): Result<Query, QueryError> {
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

function tokensOf({ kind, code }: Reading): readonly CodeToken[] {
  return kind === 'pandas' ? highlightPython(code) : highlightSql(code);
}

function differencesOf(readings: readonly ReadingResult[]): ReadingDifference[] {
  return readings.flatMap((left, index) =>
    readings.slice(index + 1).flatMap((right) => {
      const rows = left.table && right.table && compareRows(left.table, right.table);
      return rows ? [{ left: left.kind, right: right.kind, ...rows }] : [];
    }),
  );
}
