import type { Analytic, HuntDocument, Reading } from '@/lib/hunts/hunt-document';
import type { HuntResult, ReadingResult } from '@/lib/hunts/hunt-result';
import { sparkSql, type SparkRepair } from '@/lib/query/sql/spark-sql';
import type { EventTable } from '@/lib/events/event-table';
import { fieldsOf } from '@/lib/hunts/event-needs';
import { exprsOf } from '@/lib/query/query-exprs';

/** What a hunt's SQL needs to run on Spark over the file that is open here. */
export interface SparkExport {
  readonly document: HuntDocument;
  /** The file as it was opened: its name, and those of its members that hold events. */
  readonly file: SparkFile;
  readonly analytics: readonly SparkAnalytic[];
  /** Each field that the queries name, with the fields that hold it in this dataset, the best first; none where it is NULL everywhere. */
  readonly fields: ReadonlyMap<string, readonly string[]>;
  /** The names that the queries give the dataset. */
  readonly tables: readonly string[];
}

export interface SparkFile {
  readonly name: string;
  readonly members: readonly string[];
}

export interface SparkAnalytic {
  readonly analytic: Analytic;
  readonly queries: readonly SparkQuery[];
  /** The pandas reading as published; null without one. */
  readonly pandas: Reading | null;
}

/** One SQL reading, as Spark reads it. */
export interface SparkQuery {
  readonly reading: Reading;
  readonly sql: string;
  /** What was changed because Spark would refuse the text as published, or read it otherwise; empty if nothing was. */
  readonly repairs: readonly SparkRepair[];
  /** Why this text cannot be read here; null if it can. It is exported as it stands. */
  readonly refused: string | null;
}

/** Gathers the SQL readings of a hunt that was run, of one analytic only if `analyticId` names it. */
export function sparkExport({ document, analytics }: HuntResult, analyticId: string | null, file: SparkFile, table: EventTable): SparkExport {
  const chosen = analytics.filter(({ analytic }) => analyticId === null || analytic.id === analyticId);
  const readings = chosen.flatMap(({ readings }) => readings.filter(isSql));
  return {
    document,
    file,
    analytics: chosen.map(({ analytic, readings }) => ({
      analytic,
      queries: readings.filter(isSql).map(sparkQuery),
      pandas: analytic.readings.find(({ kind }) => kind === 'pandas') ?? null,
    })),
    fields: fieldSources(readings, table),
    tables: [...new Set(readings.flatMap(({ reading }) => sparkSql(reading.code).tables))],
  };
}

function isSql({ kind }: ReadingResult): boolean {
  return kind !== 'pandas';
}

function sparkQuery({ reading, error, query }: ReadingResult): SparkQuery {
  const { sql, repairs } = sparkSql(reading.code);
  return { reading, sql, repairs, refused: query === null ? (error?.message ?? null) : null };
}

function fieldSources(readings: readonly ReadingResult[], table: EventTable): Map<string, readonly string[]> {
  const sources = new Map<string, readonly string[]>();
  for (const { query, reading } of readings) {
    if (query === null) continue;
    for (const { name, found, span } of exprsOf(query).flatMap(fieldsOf)) {
      // What stands behind a `*` is there by itself.
      if (reading.code.slice(span.start, span.end).endsWith('*')) continue;
      sources.set(name, found === null ? [] : table.sources(found).map((field) => field.name));
    }
  }
  return new Map([...sources].sort(([a], [b]) => (a < b ? -1 : 1)));
}
