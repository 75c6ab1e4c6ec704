import { compareRows, type RowComparison } from './compare';
import type { ReadingKind } from './hunt-document';
import type { AnalyticResult, HuntResult, ReadingResult } from './hunt-result';

/** What became of a hunt's readings in an edited text of it. */
export interface EditedAnalytic {
  readonly id: string;
  readonly title: string;
  /** In the edited text; null for one that is no longer there. */
  readonly line: number | null;
  readonly readings: readonly EditedReading[];
}

export interface EditedReading {
  readonly kind: ReadingKind;
  /** 'edited': its code is another. */
  readonly standing: 'same' | 'edited' | 'new' | 'removed';
  /** Null for one that is removed. */
  readonly edited: ReadingResult | null;
  /** Null for one that is new. */
  readonly original: ReadingResult | null;
  /** Rows by the events that made them; null where either side has none to compare (it did not run, or is not there), or too many. */
  readonly rows: EditedRows | null;
}

export interface EditedRows extends Pick<RowComparison, 'both'> {
  /** Row numbers of the edited reading that the original did not have. */
  readonly gained: readonly number[];
  /** Row numbers of the original reading that the edited one no longer has. */
  readonly lost: readonly number[];
}

/** Analytics meet by their number, readings by their kind; what was removed comes last. */
export function compareEdit(original: HuntResult, edited: HuntResult): readonly EditedAnalytic[] {
  const known = new Map(original.analytics.map((result) => [result.analytic.id, result]));
  const now = edited.analytics.map((result) => compared(known.get(result.analytic.id) ?? null, result));
  const ids = new Set(now.map(({ id }) => id));
  const removed = original.analytics.filter(({ analytic }) => !ids.has(analytic.id));
  return [...now, ...removed.map(({ analytic, readings }) => ({ id: analytic.id, title: analytic.title, line: null, readings: readings.map((reading) => comparedReading(reading, null)) }))];
}

function compared(before: AnalyticResult | null, { analytic, readings }: AnalyticResult): EditedAnalytic {
  const of = (kind: ReadingKind) => before?.readings.find((reading) => reading.kind === kind) ?? null;
  const gone = before?.readings.filter(({ kind }) => !readings.some((reading) => reading.kind === kind)) ?? [];
  return {
    id: analytic.id,
    title: analytic.title,
    line: analytic.line,
    readings: [...readings.map((reading) => comparedReading(of(reading.kind), reading)), ...gone.map((reading) => comparedReading(reading, null))],
  };
}

function comparedReading(original: ReadingResult | null, edited: ReadingResult | null): EditedReading {
  const kind = (edited ?? original)?.kind;
  if (kind === undefined) throw new Error('A reading of neither side');
  const standing = original === null ? 'new' : edited === null ? 'removed' : original.reading.code === edited.reading.code ? 'same' : 'edited';
  const rows = original?.table && edited?.table ? compareRows(original.table, edited.table) : null;
  return { kind, standing, edited, original, rows: rows && { both: rows.both, gained: rows.onlyRight, lost: rows.onlyLeft } };
}
