'use client';

import { useEffect, useState } from 'react';
import type { Engine, HuntRun } from '@/lib/engine/engine';
import { trackBusy } from '@/components/ui/busy';
import { setEndedRun, useEndedRun } from './ended-run';
import { toFailure, type ShownFailure } from './failure';
import { huntDocument } from './page-files';
import { restartEngine } from './use-engine';

export type Hunt =
  /** A hunt at work hears nothing, so `cancel` ends the engine, which opens the dataset again from where it came. */
  | { readonly kind: 'running'; readonly cancel: () => void }
  | { readonly kind: 'cancelled'; readonly runAgain: () => void }
  | { readonly kind: 'failed'; readonly failure: ShownFailure }
  | { readonly kind: 'done'; readonly run: HuntRun };

/** Fetches a hunt that we ship and makes the engine ready for it, while nobody waits yet. What fails here is told once it is run. */
export function usePreparedHunt(engine: Engine | null, huntId: string | null): void {
  useEffect(() => {
    if (engine === null || huntId === null) return;
    const work = huntDocument(huntId).then((text) => engine.prepareHunt(text));
    void trackBusy(work.catch(() => undefined));
  }, [engine, huntId]);
}

/**
 * Runs a hunt that we ship over the dataset of an opening. It is asked for while that is under way, so that the engine need not wait
 * for the page in between.
 */
export function useHunt(engine: Engine, opening: number | null, huntId: string): Hunt {
  const [finished, setFinished] = useState<{ readonly of: number; readonly id: string; readonly hunt: Hunt } | null>(null);
  const run = `${opening} ${huntId}`;
  const isCancelled = useEndedRun() === run;
  useEffect(() => {
    if (opening === null || isCancelled) return;
    let isWanted = true;
    const tell = (hunt: Hunt) => {
      if (isWanted) setFinished({ of: opening, id: huntId, hunt });
    };
    const work = huntDocument(huntId)
      .then((text) => engine.runHunt(text))
      .then(
        (run) => tell({ kind: 'done', run }),
        (error: unknown) => tell({ kind: 'failed', failure: toFailure(error) }),
      );
    void trackBusy(work);
    return () => {
      isWanted = false;
    };
  }, [engine, opening, huntId, isCancelled]);
  if (isCancelled) return { kind: 'cancelled', runAgain: () => setEndedRun(null) };
  if (finished?.of === opening && finished.id === huntId) return finished.hunt;
  const cancel = () => {
    setEndedRun(run);
    restartEngine();
  };
  return { kind: 'running', cancel };
}
