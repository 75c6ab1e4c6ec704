import type { EventTable } from '@/lib/events/event-table';
import { causeWords } from './cause-words';
import { classifyFailure, type Comparison, type Finding } from './classify-failure';
import { compareRows } from './compare';
import { type ComparedReading, comparedReading } from './compared-reading';
import type { DifferenceCause, DifferenceCauses, SideCauses, Words } from './difference-shapes';
import { eventIdsOf } from './event-needs';
import type { ReadingResult } from './hunt-result';
import { pairLegs } from './pair-legs';
import { fanOut, retelling, type Telling } from './retellings';
import { type RowFailure, rowFailures } from './row-failures';

/** Rows of each side that are looked at; all are counted. */
const ROWS_EXAMINED = 5_000;
const VALUES_TOLD = 20;
const ROW_NUMBERS_TOLD = 500;

/** Why two readings give different rows, from what their plans ask of the events behind them. Null where either did not run, or has too many rows. */
export function differenceCauses(left: ReadingResult, right: ReadingResult, events: EventTable): DifferenceCauses | null {
  const [a, b] = [comparedReading(left, events), comparedReading(right, events)];
  const rows = a && b && compareRows(a.table, b.table);
  if (!a || !b || !rows) return null;
  return { left: left.kind, right: right.kind, both: rows.both, onlyLeft: sideCauses(rows.onlyLeft, a, b), onlyRight: sideCauses(rows.onlyRight, b, a), notes: [a, b].flatMap(headNote) };
}

function headNote({ kind, table: { rowCount, shown } }: ComparedReading): Words[] {
  return shown < rowCount ? [[{ reading: kind }, ` itself would show only the first ${shown.toLocaleString('en')} of its ${rowCount.toLocaleString('en')} rows (`, { code: '.head()' }, '); all are compared here.']] : [];
}

interface Draft {
  readonly finding: Finding;
  readonly rows: number[];
  alone: number;
  readonly values: Map<string | null, number>;
}

function sideCauses(rows: readonly number[], home: ComparedReading, other: ComparedReading): SideCauses {
  const examined = rows.slice(0, ROWS_EXAMINED);
  const comparisons = home.branches.flatMap((homeParts) =>
    other.branches.map((otherParts): Comparison => ({ home, homeParts, other, otherParts, pairs: pairLegs(home, homeParts, other, otherParts) })),
  );
  const drafts = new Map<string, Draft>();
  const tellings = new Map<string, { readonly telling: Telling; readonly rows: number[] }>();
  let unexplained = 0;
  for (const row of examined) {
    const findings = rowFindings(row, comparisons);
    const telling = findings.every(({ kind }) => kind === 'partner') ? retelling(row, home, other) : null;
    if (telling !== null) {
      const known = tellings.get(telling.key) ?? { telling, rows: [] };
      tellings.set(telling.key, known);
      known.rows.push(row);
      continue;
    }
    if (findings.length === 0) unexplained++;
    for (const [key, finding] of new Map(findings.map((candidate) => [keyOf(candidate), candidate]))) {
      const draft = drafts.get(key) ?? { finding, rows: [], alone: 0, values: new Map<string | null, number>() };
      drafts.set(key, draft);
      draft.rows.push(row);
      if (findings.length === 1) draft.alone++;
      const { value } = finding;
      if (value !== undefined) draft.values.set(value, (draft.values.get(value) ?? 0) + 1);
    }
  }
  const causes = [
    ...[...drafts.values()].map((draft) => causeOf(draft, home, other)),
    ...[...tellings.values()].map(({ telling, rows: told }) => toldCause(telling, told, told.length)),
  ].sort((a, b) => b.rows - a.rows || b.alone - a.alone);
  const fan = comparisons.length === 1 ? fanOut(examined, comparisons[0]) : null;
  return { rows: rows.length, examined: examined.length, causes: fan ? [...causes, toldCause(fan, fan.rows, 0)] : causes, unexplained };
}

/** What the row fails in the branch of the other reading that it comes nearest to. */
function rowFindings(row: number, comparisons: readonly Comparison[]): readonly Finding[] {
  let nearest: { readonly comparison: Comparison; readonly failures: readonly RowFailure[] } | null = null;
  for (const comparison of comparisons) {
    const { home, homeParts, other, otherParts, pairs } = comparison;
    const events = home.eventsOfRow(row);
    if (!homeParts.legs.some(({ id }) => (events.get(id)?.length ?? 0) > 0)) continue;
    const failures = rowFailures(events, homeParts, other, otherParts, pairs);
    if (nearest === null || distance(failures) < distance(nearest.failures)) nearest = { comparison, failures };
  }
  if (nearest === null) return [];
  const { comparison, failures } = nearest;
  return failures.map((failure) => classifyFailure(failure, comparison));
}

/** A branch for events of another type is further away than one with another filter. */
function distance(failures: readonly RowFailure[]): number {
  return failures.reduce((sum, failure) => sum + (failure.kind === 'condition' && eventIdsOf(failure.placed.condition.expr) !== null ? 10 : 1), 0);
}

function keyOf({ kind, has, lacks, field }: Finding): string {
  return JSON.stringify([kind, has?.span, lacks?.span, field]);
}

function causeOf({ finding, rows, alone, values }: Draft, home: ComparedReading, other: ComparedReading): DifferenceCause {
  const counted = [...values].map(([value, of]) => ({ value, rows: of })).sort((a, b) => b.rows - a.rows);
  return {
    kind: finding.kind,
    words: causeWords(finding, counted, home.kind, other.kind),
    has: finding.has,
    lacks: finding.lacks,
    field: finding.field,
    values: counted.slice(0, VALUES_TOLD),
    valueCount: counted.length,
    rows: rows.length,
    alone,
    rowNumbers: rows.slice(0, ROW_NUMBERS_TOLD),
  };
}

function toldCause({ kind, words }: Telling, rows: readonly number[], alone: number): DifferenceCause {
  return { kind, words, has: null, lacks: null, field: null, values: [], valueCount: 0, rows: rows.length, alone, rowNumbers: rows.slice(0, ROW_NUMBERS_TOLD) };
}
