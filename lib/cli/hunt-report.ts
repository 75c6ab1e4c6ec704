import type { ReadingKind } from '@/lib/hunts/hunt-document';

/** What `--json` prints. */
export interface HuntReport {
  readonly dataset: {
    readonly name: string;
    readonly events: number;
    readonly skippedLines: number;
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
