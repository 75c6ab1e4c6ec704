'use client';

import { createContext, use, useMemo, useState, type ReactNode } from 'react';
import type { DatasetSummary, Engine, HuntRun } from '@/lib/engine/engine';
import type { GroundTruthView } from '@/lib/engine/truth-shapes';
import { useAnswer, type Answer } from '@/components/workbench/drill-down/use-answer';
import { answerKeyOf, useOwnKey } from './answer-keys';

interface Truth {
  /** Null: the dataset has no answer key. */
  readonly answer: Answer<{ readonly keyText: string; readonly view: GroundTruthView } | null>;
  /** Whether the viewer's own key was used, which can be removed. */
  readonly isOwn: boolean;
  /** Whether the events of a reading are unfolded. */
  readonly isOpen: boolean;
  readonly setOpen: (isOpen: boolean) => void;
}

const TruthContext = createContext<Truth | null>(null);

interface GroundTruthProps {
  readonly engine: Engine;
  readonly run: HuntRun;
  readonly summary: DatasetSummary;
  /** In a student's view of a lesson the answers stay hidden. */
  readonly isHidden: boolean;
  readonly children: ReactNode;
}

export function GroundTruth({ engine, run, summary: { sha256 }, isHidden, children }: GroundTruthProps) {
  const own = useOwnKey(sha256);
  const [isOpen, setOpen] = useState(false);
  const answer = useAnswer(
    useMemo(() => {
      if (isHidden) return () => Promise.resolve(null);
      return async () => {
        const text = own ?? (await answerKeyOf(sha256));
        return text === null ? null : { keyText: text, view: await engine.groundTruth(text) };
      };
      // `run`: the engine answers for the hunt that it ran last.
      // eslint-disable-next-line react-hooks/exhaustive-deps
    }, [engine, run, sha256, own, isHidden]),
  );
  const truth = useMemo(() => ({ answer, isOwn: own !== null, isOpen, setOpen }), [answer, own, isOpen]);
  return <TruthContext value={truth}>{children}</TruthContext>;
}

export function useTruth(): Truth {
  const truth = use(TruthContext);
  if (!truth) throw new Error('useTruth needs a GroundTruth around it');
  return truth;
}
