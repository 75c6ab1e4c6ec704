import type { RowId } from '@/lib/base/row-id';
import { answerKeyFor } from '@/lib/engine/ground-truth-view';
import { groundTruth } from '@/lib/hunts/ground-truth';
import type { ReadingKind } from '@/lib/hunts/hunt-document';
import type { HuntResult } from '@/lib/hunts/hunt-result';
import type { OpenedDataset } from '@/lib/ingest/open-dataset';
import type { ReadingChoice } from './arguments';
import { printable } from './print-report';

/** What `--answer-key` adds to `--json`. */
export interface TruthReport {
  readonly title: string;
  readonly events: number;
  /** Events of the key that the dataset does not have. */
  readonly absent: number;
  readonly analytics: readonly { readonly id: string; readonly expected: number | null; readonly readings: readonly ReadingTruthReport[] }[];
}

export interface ReadingTruthReport {
  readonly kind: ReadingKind;
  /** Null for a reading that did not run, or has too many rows. */
  readonly confusion: {
    readonly found: readonly PlaceReport[];
    readonly missed: readonly PlaceReport[];
    /** Numbers of rows from 0, as in `rows`. */
    readonly rightRows: readonly number[];
    readonly falseRows: readonly number[];
  } | null;
}

interface PlaceReport {
  readonly member: string;
  readonly line: number;
}

/** @throws UserError 'unreadable-key' */
export function truthReport(text: string, result: HuntResult, { table, sha256 }: OpenedDataset, choice: ReadingChoice): TruthReport {
  const key = answerKeyFor(text, sha256);
  const truth = groundTruth(result, key, table);
  const places = (rows: readonly RowId[]) =>
    rows.map((row) => {
      const { member, line } = table.source(row);
      return { member: table.members[member].name, line };
    });
  return {
    title: key.title,
    events: key.events.length,
    absent: truth.absent,
    analytics: truth.analytics.map(({ analytic, expected, readings }) => ({
      id: analytic,
      expected: expected && expected.length,
      readings: readings
        .filter(({ kind }) => choice === 'all' || kind === choice)
        .map(({ kind, confusion }) => ({ kind, confusion: confusion && { ...confusion, found: places(confusion.found), missed: places(confusion.missed) } })),
    })),
  };
}

/** "IV  sql       found 1 of 5, missed 4, false alarms 30" */
export function printTruth({ title, events, absent, analytics }: TruthReport): string {
  const lines = analytics.flatMap(({ id, expected, readings }) =>
    readings.map(({ kind, confusion }) => {
      const name = `  ${id.padEnd(4)} ${kind.padEnd(9)}`;
      if (!confusion) return `${name} not known`;
      const asked = expected === null ? 'not spoken of' : `found ${confusion.found.length} of ${expected}, missed ${confusion.missed.length}`;
      return `${name} ${asked}, right rows ${confusion.rightRows.length}, false alarms ${confusion.falseRows.length}`;
    }),
  );
  const head = `Ground truth: ${printable(title)} (${events} events${absent === 0 ? '' : `, ${absent} of them not in this dataset`})`;
  return `\n${[head, ...lines].join('\n')}\n`;
}
