'use client';

import { useEffect, useSyncExternalStore } from 'react';
import type { DatasetSummary, Engine, HuntRun } from '@/lib/engine/engine';
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

let atWork: HuntAtWork | null = null;
const listeners = new Set<() => void>();
const known = new WeakMap<HuntRun, Promise<Findings>>();

function set(next: HuntAtWork | null): void {
  atWork = next;
  for (const listener of listeners) listener();
}

/** Says that it is on screen, for as long as the component is mounted. */
export function useIsAtWork(engine: Engine, summary: DatasetSummary, document: OpenHunt, run: HuntRun): void {
  useEffect(() => {
    set({ engine, summary, document, run });
    return () => set(null);
  }, [engine, summary, document, run]);
}

export function huntAtWork(): HuntAtWork | null {
  return atWork;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function useHuntAtWork(): HuntAtWork | null {
  return useSyncExternalStore(subscribe, huntAtWork, () => null);
}

/** Worked out once for each run. */
export function findingsOf({ engine, summary, document, run }: HuntAtWork): Promise<Findings> {
  const kept = known.get(run);
  if (kept) return kept;
  const work = engine.resultDigest().then((result) => ({ app: APP_VERSION, dataset: summary.sha256, hunt: document.file.sha256, result }));
  known.set(run, work);
  work.catch(() => known.delete(run));
  return work;
}
