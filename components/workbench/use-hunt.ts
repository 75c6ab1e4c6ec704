'use client';

import { useEffect, useState } from 'react';
import type { Engine, HuntRun } from '@/lib/engine/engine';
import { writeHunt } from '@/lib/url/hunt-address';
import { trackBusy } from '@/components/ui/busy';
import { setEndedRun, useEndedRun } from './ended-run';
import { toFailure, type ShownFailure } from './failure';
import type { OpenHunt } from './hunt-opener';
import { restartEngine } from './use-engine';
import type { HuntControl } from './use-hunt-document';

export type Hunt =
  /** A hunt at work hears nothing, so `cancel` ends the engine, which opens the dataset again from where it came. */
  | { readonly kind: 'running'; readonly cancel: () => void }
  | { readonly kind: 'cancelled'; readonly runAgain: () => void }
  /** `document`: what can be done where it is the document that cannot be opened; null where it cannot be run. */
  | { readonly kind: 'failed'; readonly failure: ShownFailure; readonly document: Pick<HuntControl, 'retry' | 'leave'> | null }
  /** The address names an uploaded document, which only the viewer can give. */
  | { readonly kind: 'wanted'; readonly name: string; readonly sha256: string }
  | { readonly kind: 'done'; readonly run: HuntRun; readonly document: OpenHunt };

/**
 * Runs a hunt over the dataset of an opening. It is asked for while that is under way, so that the engine need not wait for the page in
 * between.
 */
export function useHunt(engine: Engine, opening: number | null, { hunt: document, choose, retry, leave }: HuntControl): Hunt {
  const [finished, setFinished] = useState<{ readonly of: number; readonly document: OpenHunt; readonly hunt: Hunt } | null>(null);
  const open = document.kind === 'open' ? document : null;
  const run = `${opening} ${open && writeHunt(open.address)}`;
  const isCancelled = useEndedRun() === run;
  useEffect(() => {
    if (opening === null || open === null || isCancelled) return;
    let isWanted = true;
    const tell = (hunt: Hunt) => {
      if (isWanted) setFinished({ of: opening, document: open, hunt });
    };
    const work = engine.runHunt(open.file.text).then(
      (done) => tell({ kind: 'done', run: done, document: open }),
      (error: unknown) => tell({ kind: 'failed', failure: toFailure(error), document: null }),
    );
    void trackBusy(work);
    return () => {
      isWanted = false;
    };
  }, [engine, opening, open, isCancelled]);
  if (document.kind === 'failed') return { kind: 'failed', failure: document.failure, document: { retry, leave } };
  if (document.kind === 'wanted') return document;
  if (open === null) return { kind: 'running', cancel: () => choose(null) };
  if (isCancelled) return { kind: 'cancelled', runAgain: () => setEndedRun(null) };
  if (finished?.of === opening && finished.document === open) return finished.hunt;
  const cancel = () => {
    setEndedRun(run);
    restartEngine();
  };
  return { kind: 'running', cancel };
}
