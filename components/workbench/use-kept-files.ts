'use client';

import { useEffect, useSyncExternalStore } from 'react';
import { KeptFiles } from './kept-files';
import type { KeptDataset } from './kept-manifest';

/** What this browser keeps: one store for the page. */
export const keptFiles = new KeptFiles();

const NONE: readonly KeptDataset[] = [];

/** The kept datasets, read when the page first shows them. */
export function useKeptFiles(): readonly KeptDataset[] {
  useEffect(() => void keptFiles.refresh(), []);
  return useSyncExternalStore(keptFiles.subscribe, keptFiles.getDatasets, () => NONE);
}

/** Whether the browser has promised not to clear them when space runs short. */
export function useKeptIsLasting(): boolean {
  return useSyncExternalStore(keptFiles.subscribe, keptFiles.getIsLasting, () => false);
}
