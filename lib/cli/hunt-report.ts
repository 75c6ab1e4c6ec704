import type { EventTable } from '@/lib/events/event-table';
import type { ReadingKind } from '@/lib/hunts/hunt-document';
import type { HuntResult, ReadingResult } from '@/lib/hunts/hunt-result';
import type { OpenedDataset } from '@/lib/ingest/open-dataset';
import { legName } from '@/lib/engine/shown-legs';
import type { LineageLeg } from '@/lib/query/result-table';
import type { ReadingChoice } from './arguments';

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
  readonly analytics: readonly AnalyticReport[];
}

export interface AnalyticReport {
  readonly id: string;
  readonly title: string;
  readonly readings: readonly ReadingReport[];
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
  readonly warnings: readonly string[];
  /** For each row, the events that made it. */
  readonly lineage: readonly (readonly LineageReport[])[];
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
    analytics: analytics.map(({ analytic, readings }) => ({
      id: analytic.id,
      title: analytic.title,
      readings: readings.filter(({ kind }) => choice === 'all' || kind === choice).map((reading) => readingReport(reading, table)),
    })),
  };
}

/** What was skipped or odd about the file, a sentence each. */
export function datasetWarnings({ warnings, skippedMembers }: OpenedDataset): string[] {
  return [...warnings, ...skippedMembers.map(({ name, reason }) => `${name} was skipped: it is ${reason}.`)];
}

function readingReport({ kind, error, query, table: result }: ReadingResult, table: EventTable): ReadingReport {
  const rows = Array.from({ length: result?.rowCount ?? 0 }, (_, row) => row);
  return {
    kind,
    columns: result?.columns ?? query?.columns.map(({ name }) => name) ?? [],
    rows: rows.map((row) => result?.columns.map((_, column) => result.cell(row, column)) ?? []),
    rowCount: result?.rowCount ?? 0,
    shown: result?.shown ?? 0,
    error: error?.message ?? null,
    warnings: (result?.warnings ?? query?.warnings ?? []).map(({ message }) => message),
    lineage: rows.map((row) => lineageReport(result?.lineage(row) ?? [], table)),
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
