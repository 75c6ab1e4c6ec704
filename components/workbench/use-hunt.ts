'use client';

import { useEffect, useState } from 'react';
import type { Engine, HuntRun } from '@/lib/engine/engine';
import { trackBusy } from '@/components/ui/busy';
import type { OpenDataset } from './dataset-opener';
import { toFailure, type ShownFailure } from './failure';
import { huntDocument } from './page-files';

export type Hunt =
  | { readonly kind: 'running' }
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

/** Runs a hunt that we ship over the open dataset. */
export function useHunt(engine: Engine, dataset: OpenDataset, huntId: string): Hunt {
  const [finished, setFinished] = useState<{ readonly of: OpenDataset; readonly id: string; readonly hunt: Hunt } | null>(null);
  useEffect(() => {
    let isWanted = true;
    const tell = (hunt: Hunt) => {
      if (isWanted) setFinished({ of: dataset, id: huntId, hunt });
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
  }, [engine, dataset, huntId]);
  return finished?.of === dataset && finished.id === huntId ? finished.hunt : { kind: 'running' };
}
