'use client';

import { useSyncExternalStore } from 'react';
import { createWorkerEngine, type WorkerEngine } from '@/lib/engine/worker-client';

let engine: WorkerEngine | null = null;

/** React calls this in an effect and looks at the snapshot again right after. */
function start(): () => void {
  engine ??= createWorkerEngine();
  return () => undefined;
}

function current(): WorkerEngine | null {
  return engine;
}

function none(): null {
  return null;
}

/** The page's one engine, started when the page first mounts; null until then and on the server. */
export function useEngine(): WorkerEngine | null {
  return useSyncExternalStore(start, current, none);
}
