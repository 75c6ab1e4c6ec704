'use client';

import { useSyncExternalStore } from 'react';

/*
 * The run of a hunt or a query that the viewer ended, by a name of its own. It stands outside of the workbench, which is mounted
 * anew when the engine is restarted, and which must not run the same again then.
 */
let ended: string | null = null;
const listeners = new Set<() => void>();

export function setEndedRun(run: string | null): void {
  ended = run;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

export function useEndedRun(): string | null {
  return useSyncExternalStore(subscribe, () => ended, () => null);
}
