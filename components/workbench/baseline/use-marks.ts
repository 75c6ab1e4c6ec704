'use client';

import { useEffect, useState, useSyncExternalStore } from 'react';
import type { BaselineDataset } from '@/lib/base/baseline';
import { trackBusy } from '@/components/ui/busy';
import { KeptStories } from '@/components/workbench/story/kept-stories';
import { nextExpiry, type Marks } from './marks';
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

/** A timer counts no further than some 24 days. */
const LONGEST_WAIT = 86_400_000;

/** Now, as far as marks can tell: another time as soon as the next of them has expired. */
export function useMarksNow(marks: Marks): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const next = nextExpiry(marks, now);
    if (next === null) return;
    const timer = setTimeout(() => setNow(Date.now()), Math.min(LONGEST_WAIT, Math.max(0, next - Date.now())));
    return () => clearTimeout(timer);
  }, [marks, now]);
  return now;
}
