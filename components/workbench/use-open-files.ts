'use client';

import { useCallback, useState } from 'react';
import type { Engine } from '@/lib/engine/engine';
import { trackBusy } from '@/components/ui/busy';
import type { DatasetControl } from './use-dataset';
import type { HuntControl } from './use-hunt-document';

export interface FilesControl {
  /** Opens what is among them: a hunt, a dataset of all other files, or both. */
  readonly openFiles: (files: readonly File[]) => void;
  /** The names of further hunts that were among them: one is run at a time. */
  readonly leftAside: readonly string[];
}

const NONE: readonly string[] = [];

export function useOpenFiles(engine: Engine | null, { openFiles: openDataset }: DatasetControl, { openFile: openHunt }: HuntControl): FilesControl {
  const [leftAside, setLeftAside] = useState(NONE);
  const openFiles = useCallback(
    (files: readonly File[]) => {
      if (engine === null || files.length === 0) return;
      const named = files.map((file) => ({ name: file.name, blob: file }));
      // Where it cannot tell, opening them says why.
      const work = engine.huntFiles(named).catch((): readonly number[] => []).then((places) => {
        const hunts = places.map((place) => named[place]);
        const others = files.filter((_, place) => !places.includes(place));
        setLeftAside(hunts.length > 1 ? hunts.slice(1).map(({ name }) => name) : NONE);
        if (hunts.length > 0) openHunt(hunts[0]);
        if (others.length > 0) openDataset(others);
      });
      void trackBusy(work);
    },
    [engine, openDataset, openHunt],
  );
  return { openFiles, leftAside };
}
