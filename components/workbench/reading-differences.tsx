'use client';

import { useMemo } from 'react';
import type { AnalyticRun, Engine, ReadingDifference, ReadingKind } from '@/lib/engine/engine';
import type { ReadingPair } from '@/lib/url/view-state';
import { classNames } from '@/components/ui/class-names';
import { ErrorNotice } from '@/components/ui/error-notice';
import { countText } from '@/components/ui/format';
import { Markdown } from '@/components/ui/markdown';
import { Skeleton } from '@/components/ui/skeleton';
import type { DifferingRow } from './differing-rows';
import { DifferingRowsTable } from './differing-rows-table';
import { useAnswer } from './drill-down/use-answer';
import { PairCauses } from './pair-causes';
import { READING_NAMES } from './reading-names';

interface ReadingDifferencesProps {
  readonly engine: Engine;
  readonly analytic: AnalyticRun;
  /** Those that are compared; the first that differ, where these do not. */
  readonly pair: ReadingPair | null;
  readonly onPair: (pair: ReadingPair) => void;
  readonly rows: readonly DifferingRow[];
  readonly onOpenRow: (reading: ReadingKind, row: number) => void;
}

/** Shown of the rows in which the readings differ. */
const MOST = 40;

/** Why the readings differ, pair by pair, as their plans tell it; then the rows; then the document's own words. */
export function ReadingDifferences({ engine, analytic, pair: wanted, onPair, rows, onOpenRow }: ReadingDifferencesProps) {
  const differing = analytic.differences.filter(({ onlyLeft, onlyRight }) => onlyLeft.length + onlyRight.length > 0);
  const chosen = Math.max(0, differing.findIndex(({ left, right }) => left === wanted?.left && right === wanted.right));
  const pair = differing.at(chosen);
  return (
    <div className="flex flex-col gap-4 p-3">
      {pair && (
        <div className="flex min-w-0 flex-col gap-3">
          {differing.length > 1 && <PairChoice pairs={differing} chosen={chosen} onChoose={(place) => onPair({ left: differing[place].left, right: differing[place].right })} />}
          <Pair key={`${pair.left} ${pair.right}`} engine={engine} analytic={analytic} pair={pair} onOpenRow={onOpenRow} />
        </div>
      )}
      {rows.length > 0 && (
        <section aria-label="The rows themselves" className="flex min-w-0 flex-col gap-1">
          <h4 className="label">The rows</h4>
          <DifferingRowsTable
            engine={engine}
            analytic={analytic.id}
            of={{ analytic: analytic.id, readings: analytic.readings.map(({ kind }) => kind) }}
            kinds={analytic.readings.map(({ kind }) => kind)}
            rows={rows}
            most={MOST}
            label="Rows in which the readings differ"
            onOpenRow={onOpenRow}
          />
        </section>
      )}
      {analytic.differencesNote !== '' && (
        <section aria-label="What the hunt says of it" className="flex min-w-0 flex-col gap-1">
          {rows.length > 0 && <h4 className="label">What the hunt says of it</h4>}
          <Markdown text={analytic.differencesNote} className="text-sm" />
        </section>
      )}
    </div>
  );
}

interface PairChoiceProps {
  readonly pairs: readonly ReadingDifference[];
  readonly chosen: number;
  readonly onChoose: (place: number) => void;
}

function PairChoice({ pairs, chosen, onChoose }: PairChoiceProps) {
  return (
    <div role="group" aria-label="Readings compared" className="flex flex-wrap gap-1.5">
      {pairs.map(({ left, right, onlyLeft, onlyRight }, place) => (
        <button
          key={`${left} ${right}`}
          type="button"
          aria-pressed={place === chosen}
          onClick={() => onChoose(place)}
          className={classNames(
            'flex min-h-7 items-center gap-1.5 rounded border px-2.5 text-xs',
            place === chosen ? 'border-accent bg-selected font-medium text-ink' : 'border-edge text-ink-2 hover:bg-sunken hover:text-ink',
          )}
        >
          {READING_NAMES[left]} and {READING_NAMES[right]}
          <span className="tabular font-normal text-ink-3">≠ {(onlyLeft.length + onlyRight.length).toLocaleString('en')}</span>
        </button>
      ))}
    </div>
  );
}

interface PairProps extends Pick<ReadingDifferencesProps, 'engine' | 'analytic' | 'onOpenRow'> {
  readonly pair: ReadingDifference;
}

function Pair({ engine, analytic, pair, onOpenRow }: PairProps) {
  const { left, right, both, onlyLeft, onlyRight } = pair;
  const answer = useAnswer(useMemo(() => () => engine.differenceCauses({ analytic: analytic.id, left, right }), [engine, analytic.id, left, right]));
  return (
    <>
      <p className="tabular text-sm">
        {countText(both, 'row')} in both · {onlyLeft.length.toLocaleString('en')} only in {READING_NAMES[left]} · {onlyRight.length.toLocaleString('en')} only in {READING_NAMES[right]}
      </p>
      {answer.kind === 'failed' && <ErrorNotice failure={answer.failure} />}
      {answer.kind === 'waiting' && <Skeleton className="h-48 w-full" />}
      {answer.kind === 'ready' && answer.value && <PairCauses engine={engine} analytic={analytic} causes={answer.value} onOpenRow={onOpenRow} />}
    </>
  );
}
