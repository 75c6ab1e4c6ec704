'use client';

import { useEffect } from 'react';
import type { DatasetSummary, Engine, HuntRun } from '@/lib/engine/engine';
import { sharedState, useSharedState } from '@/components/ui/shared-state';
import type { OpenHunt } from '@/components/workbench/hunt-opener';
import type { Findings } from './claim';

/* The hunt on screen, for the top bar, which stands outside of the workbench. */

export interface HuntAtWork {
  readonly engine: Engine;
  readonly summary: DatasetSummary;
  readonly document: OpenHunt;
  readonly run: HuntRun;
}

export const APP_VERSION = process.env.HUNTBOOK_VERSION ?? 'development';

const atWork = sharedState<HuntAtWork | null>(null);
const known = new WeakMap<HuntRun, Promise<Findings>>();

/** Says that it is on screen, for as long as the component is mounted. */
export function useIsAtWork(engine: Engine, summary: DatasetSummary, document: OpenHunt, run: HuntRun): void {
  useEffect(() => {
    atWork.set({ engine, summary, document, run });
    return () => atWork.set(null);
  }, [engine, summary, document, run]);
}

export const huntAtWork = atWork.get;

export function useHuntAtWork(): HuntAtWork | null {
  return useSharedState(atWork);
}

/** Worked out once for each run. */
export function findingsOf({ engine, summary, document, run }: HuntAtWork): Promise<Findings> {
  const kept = known.get(run);
  if (kept) return kept;
  const work = engine.resultDigest().then((result) => ({ app: APP_VERSION, dataset: summary.sha256, events: summary.events, hunt: document.file.sha256, result }));
  known.set(run, work);
  work.catch(() => known.delete(run));
  return work;
}
