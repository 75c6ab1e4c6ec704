'use client';

import { useSyncExternalStore } from 'react';
import type { Engine } from '@/lib/engine/engine';
import { createWorkerEngine, type WorkerEngine } from '@/lib/engine/worker-client';
import { trackBusy } from '@/components/ui/busy';
import { logEngineRequests } from './requests/page-requests';

export interface EngineHandle {
  /** Null until the page has started it. */
  readonly engine: Engine | null;
  readonly health: 'running' | 'stopped' | 'restarting';
  /** How often it was restarted: what was asked of it before has to be asked again. */
  readonly restarts: number;
}

const NOT_YET: EngineHandle = { engine: null, health: 'running', restarts: 0 };

let worker: WorkerEngine | null = null;
let handle = NOT_YET;
const listeners = new Set<() => void>();

function tell(change: Partial<EngineHandle>): void {
  handle = { ...handle, ...change };
  for (const listener of listeners) listener();
}

/** React calls this in an effect and looks at the snapshot again right after. */
function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (worker === null) {
    worker = createWorkerEngine(() => tell({ health: 'stopped' }), logEngineRequests);
    handle = { ...handle, engine: worker };
  }
  return () => {
    listeners.delete(listener);
  };
}

/** Starts the worker again and opens in it what was open. */
export function restartEngine(): void {
  if (worker === null) return;
  tell({ health: 'restarting' });
  const work = worker.restart().then(
    () => tell({ health: 'running', restarts: handle.restarts + 1 }),
    () => tell({ health: 'stopped' }),
  );
  void trackBusy(work);
}

/** The page's one engine, started when the page first mounts. */
export function useEngine(): EngineHandle {
  return useSyncExternalStore(
    subscribe,
    () => handle,
    () => NOT_YET,
  );
}
