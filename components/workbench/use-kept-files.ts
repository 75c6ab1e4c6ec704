'use client';

import { useEffect, useSyncExternalStore } from 'react';
import { KeptFiles, type KeptFile } from './kept-files';

/** What this browser keeps: one store for the page. */
export const keptFiles = new KeptFiles();

const NONE: readonly KeptFile[] = [];

/** The kept files, read when the page first shows them. */
export function useKeptFiles(): readonly KeptFile[] {
  useEffect(() => void keptFiles.refresh(), []);
  return useSyncExternalStore(keptFiles.subscribe, keptFiles.getFiles, () => NONE);
}
