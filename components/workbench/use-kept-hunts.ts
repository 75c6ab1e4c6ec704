'use client';

import { useEffect, useSyncExternalStore } from 'react';
import { KeptHunts, type KeptHunt } from './kept-hunts';

/** The hunt documents that this browser keeps: one store for the page. */
export const keptHunts = new KeptHunts();

const NONE: readonly KeptHunt[] = [];

/** The kept hunts, read when the page first shows them. */
export function useKeptHunts(): readonly KeptHunt[] {
  useEffect(() => void keptHunts.refresh(), []);
  return useSyncExternalStore(keptHunts.subscribe, keptHunts.getHunts, () => NONE);
}
