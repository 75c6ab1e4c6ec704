'use client';

import { useEffect, useSyncExternalStore } from 'react';
import type { BaselineDataset } from '@/lib/base/baseline';
import { trackBusy } from '@/components/ui/busy';
import { KeptStories } from '@/components/workbench/story/kept-stories';
import { MarksStore, type MarksState } from './marks-store';

/** One store for the page. */
const store = new MarksStore(new KeptStories(undefined, 'baselines'), (work) => void trackBusy(work));

export const changeMarks = store.change;

/** Takes up the marks of the open dataset. */
export function useMarksOf({ sha256, name }: BaselineDataset): void {
  useEffect(() => store.take({ sha256, name }), [sha256, name]);
}

export function useMarks(): MarksState {
  return useSyncExternalStore(store.subscribe, store.getState, store.getState);
}
