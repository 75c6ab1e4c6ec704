import type { EventTable } from '@/lib/events/event-table';
import { differenceCauses } from '@/lib/hunts/difference-causes';
import { type DifferenceCause, type SideCauses, type Words, wordsText } from '@/lib/hunts/difference-shapes';
import type { ReadingKind } from '@/lib/hunts/hunt-document';
import type { ReadingResult } from '@/lib/hunts/hunt-result';

/** Two readings of an analytic, row by row: alike are rows that the same events made. */
export interface ComparisonReport {
  readonly left: ReadingKind;
  readonly right: ReadingKind;
  readonly both: number;
  readonly onlyLeft: SideReport;
  readonly onlyRight: SideReport;
  /** What else sets the two apart, a sentence each. */
  readonly notes: readonly string[];
}

export interface SideReport {
  readonly rows: number;
  readonly causes: readonly CauseReport[];
  /** Rows that no cause explains; of very many rows only the first are looked at. */
  readonly unexplained: number;
}

/** Why one reading has rows that the other lacks: the conditions of both that decide, as written. */
export interface CauseReport extends Pick<DifferenceCause, 'kind' | 'has' | 'lacks' | 'field' | 'values' | 'valueCount' | 'rows' | 'alone' | 'rowNumbers'> {
  /** One sentence. */
  readonly words: string;
}

/** Every pair of the readings that ran, in their order; a pair with too many rows is left out. */
export function comparisonReports(readings: readonly ReadingResult[], table: EventTable): ComparisonReport[] {
  return readings.flatMap((left, index) =>
    readings.slice(index + 1).flatMap((right) => {
      const causes = differenceCauses(left, right, table);
      if (causes === null) return [];
      const { both, onlyLeft, onlyRight, notes } = causes;
      return [{ left: left.kind, right: right.kind, both, onlyLeft: sideReport(onlyLeft), onlyRight: sideReport(onlyRight), notes: notes.map(sentence) }];
    }),
  );
}

function sideReport({ rows, causes, unexplained }: SideCauses): SideReport {
  return { rows, causes: causes.map(({ words, ...cause }) => ({ ...cause, words: sentence(words) })), unexplained };
}

function sentence(words: Words): string {
  const text = wordsText(words, nameOf);
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function nameOf(kind: ReadingKind): string {
  return { sql: 'the SQL', pandas: 'pandas', hardened: 'the hardened reading' }[kind];
}
