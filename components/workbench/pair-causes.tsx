'use client';

import type { DifferenceCauses, SideCauses } from '@/lib/engine/compare-shapes';
import type { AnalyticRun, Engine, ReadingKind } from '@/lib/engine/engine';
import { countText } from '@/components/ui/format';
import { CauseCard, WordsLine } from './cause-card';
import { READING_NAMES } from './reading-names';

interface PairCausesProps {
  readonly engine: Engine;
  readonly analytic: AnalyticRun;
  readonly causes: DifferenceCauses;
  readonly onOpenRow: (reading: ReadingKind, row: number) => void;
}

/** Why two readings differ: for the rows that only one has, what the other asks that their events fail. */
export function PairCauses({ engine, analytic, causes, onOpenRow }: PairCausesProps) {
  const { left, right, onlyLeft, onlyRight, notes } = causes;
  const sides: readonly (readonly [ReadingKind, ReadingKind, SideCauses])[] = [
    [left, right, onlyLeft],
    [right, left, onlyRight],
  ];
  return (
    <>
      {sides.map(
        ([has, lacks, side]) =>
          side.rows > 0 && (
            <section key={has} aria-label={`Only in ${READING_NAMES[has]}`} className="flex min-w-0 flex-col gap-2">
              <h4 className="label">
                Only in {READING_NAMES[has]}: {countText(side.rows, 'row')}
              </h4>
              <ul className="flex min-w-0 flex-col gap-2">
                {side.causes.map((cause, place) => (
                  <CauseCard key={place} engine={engine} analytic={analytic} cause={cause} has={has} lacks={lacks} onOpenRow={onOpenRow} />
                ))}
              </ul>
              <Rest side={side} />
            </section>
          ),
      )}
      {notes.map((words, place) => (
        <p key={place} className="text-xs text-ink-2">
          <WordsLine words={words} />
        </p>
      ))}
    </>
  );
}

function Rest({ side: { rows, examined, unexplained } }: { readonly side: SideCauses }) {
  return (
    <>
      {unexplained > 0 && (
        <p className="text-xs text-caution">
          {countText(unexplained, 'row')}: no condition, key or join that can be told from the events explains {unexplained === 1 ? 'it' : 'them'}.
        </p>
      )}
      {examined < rows && <p className="text-xs text-ink-2">Worked out from the first {examined.toLocaleString('en')} of these rows.</p>}
    </>
  );
}
