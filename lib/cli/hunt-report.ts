import type { Span } from '@/lib/base/span';
import { misses } from '@/lib/engine/explain';
import type { Misses } from '@/lib/engine/explain-shapes';
import type { FunnelView } from '@/lib/engine/funnel-shapes';
import { funnelView } from '@/lib/engine/hunt-run';
import { legName } from '@/lib/engine/shown-legs';
import type { EventTable } from '@/lib/events/event-table';
import type { ReadingCoverage } from '@/lib/hunts/coverage-shapes';
import type { DataSourceStatus } from '@/lib/hunts/data-source-status';
import { readingCoverage } from '@/lib/hunts/host-coverage';
import type { HuntProblem, ReadingKind } from '@/lib/hunts/hunt-document';
import type { HuntResult, ReadingResult, Verdict } from '@/lib/hunts/hunt-result';
import type { OpenedDataset } from '@/lib/ingest/open-dataset';
import { Explanation } from '@/lib/query/execute/explanation';
import type { LineageLeg } from '@/lib/query/result-table';
import type { ReadingChoice } from './arguments';
import { type ComparisonReport, comparisonReports } from './comparison-report';

/** What `--json` prints. */
export interface HuntReport {
  readonly dataset: {
    readonly name: string;
    readonly events: number;
    readonly skippedLines: number;
    /** One that was left out by choice counts no events. */
    readonly members: readonly { readonly name: string; readonly events: number; readonly bytes: number }[];
    readonly warnings: readonly string[];
  };
  readonly hunt: { readonly id: string; readonly title: string };
  /** What could not be read of the hunt's document. */
  readonly problems: readonly HuntProblem[];
  readonly analytics: readonly AnalyticReport[];
}

export interface AnalyticReport {
  readonly id: string;
  readonly title: string;
  /** Event types that it names, and how much of each the dataset holds. */
  readonly dataSources: readonly DataSourceStatus[];
  readonly readings: readonly ReadingReport[];
  readonly comparisons: readonly ComparisonReport[];
}

export interface ReadingReport {
  readonly kind: ReadingKind;
  readonly columns: readonly string[];
  /** Every row; a missing value is null. */
  readonly rows: readonly (readonly (string | null)[])[];
  readonly rowCount: number;
  /** Rows that the language itself would show (`.head()`). */
  readonly shown: number;
  readonly error: string | null;
  /** Where the error is in the reading's code. */
  readonly errorSpan: Span | null;
  readonly verdict: Verdict;
  /** Why it cannot know, or what failed. */
  readonly reason: string | null;
  readonly warnings: readonly string[];
  /** For each row, the events that made it. */
  readonly lineage: readonly (readonly LineageReport[])[];
  /** Events left after each condition. This and what follows is null for a reading that did not run. */
  readonly funnel: FunnelView | null;
  /** Beside each condition of the funnel, the events that fail only that one; beside each join, the keys that met nothing. */
  readonly misses: Misses | null;
  /** For each host, whether it recorded what the reading needs. */
  readonly readiness: ReadingCoverage | null;
}

export interface LineageReport {
  readonly leg: string;
  /** Name of the file in the archive. */
  readonly member: string;
  /** From 1. */
  readonly line: number;
}

export function huntReport(opened: OpenedDataset, { document, analytics }: HuntResult, choice: ReadingChoice): HuntReport {
  const { table } = opened;
  return {
    dataset: {
      name: opened.name,
      events: table.rowCount,
      skippedLines: table.skippedCount,
      members: table.members.map(({ name, events, bytes }) => ({ name, events, bytes })),
      warnings: datasetWarnings(opened),
    },
    hunt: { id: document.id, title: document.title },
    problems: document.problems,
    analytics: analytics.map(({ analytic, dataSources, readings }) => {
      const chosen = readings.filter(({ kind }) => choice === 'all' || kind === choice);
      return {
        id: analytic.id,
        title: analytic.title,
        dataSources,
        readings: chosen.map((reading) => readingReport(reading, dataSources, table)),
        comparisons: comparisonReports(chosen, table),
      };
    }),
  };
}

/** What was skipped or odd about the file, a sentence each. */
export function datasetWarnings({ warnings, skippedMembers }: OpenedDataset): string[] {
  return [...warnings, ...skippedMembers.map(({ name, reason }) => `${name} was skipped: it is ${reason}.`)];
}

function readingReport(reading: ReadingResult, sources: readonly DataSourceStatus[], table: EventTable): ReadingReport {
  const { kind, error, verdict, reason, query, table: result } = reading;
  const rows = Array.from({ length: result?.rowCount ?? 0 }, (_, row) => row);
  return {
    kind,
    columns: result?.columns ?? query?.columns.map(({ name }) => name) ?? [],
    rows: rows.map((row) => result?.columns.map((_, column) => result.cell(row, column)) ?? []),
    rowCount: result?.rowCount ?? 0,
    shown: result?.shown ?? 0,
    error: error?.message ?? null,
    errorSpan: error?.span ?? null,
    verdict,
    reason,
    warnings: (result?.warnings ?? query?.warnings ?? []).map(({ message }) => message),
    lineage: rows.map((row) => lineageReport(result?.lineage(row) ?? [], table)),
    funnel: result && funnelView(result.funnel),
    misses: query && result && misses(new Explanation(query, table)),
    readiness: readingCoverage(reading, sources, table),
  };
}

function lineageReport(legs: readonly LineageLeg[], table: EventTable): LineageReport[] {
  return legs.flatMap(({ leg, events }) =>
    events.map((event) => {
      const { member, line } = table.source(event);
      return { leg: legName(leg), member: table.members[member].name, line };
    }),
  );
}
