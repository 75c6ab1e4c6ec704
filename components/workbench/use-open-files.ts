'use client';

import { useCallback, useState } from 'react';
import type { Engine } from '@/lib/engine/engine';
import { trackBusy } from '@/components/ui/busy';
import { openOwnLesson } from './lesson/own-lesson';
import { partAnswerKeys } from './truth/answer-keys';
import type { KeyPlace } from './truth/key-places';
import { useGivenKeys } from './truth/use-given-keys';
import type { DatasetControl } from './use-dataset';
import type { HuntControl } from './use-hunt-document';

export interface FilesControl {
  /** Opens what is among them: a hunt, a dataset of all other files, or both. */
  readonly openFiles: (files: readonly File[]) => void;
  /** The names of further hunts that were among them: one is run at a time. */
  readonly leftAside: readonly string[];
  /** The name of the lesson that was among them. */
  readonly lesson: string | null;
  /** What became of the answer keys that were among them. */
  readonly answerKeys: readonly KeyPlace[];
}

const NONE: readonly string[] = [];

/** `onLesson`: one is kept now, and can be gone through. */
export function useOpenFiles(engine: Engine | null, { dataset, openFiles: openDataset }: DatasetControl, { openFile: openHunt }: HuntControl, onLesson: () => void): FilesControl {
  const [leftAside, setLeftAside] = useState(NONE);
  const [lesson, setLesson] = useState<string | null>(null);
  const { places: answerKeys, give: giveKeys } = useGivenKeys(dataset);
  const openFiles = useCallback(
    (files: readonly File[]) => {
      if (engine === null || files.length === 0) return;
      const named = files.map((file) => ({ name: file.name, blob: file }));
      // Where it cannot tell, opening them says why.
      const work = engine.huntFiles(named).catch((): readonly number[] => []).then(async (places) => {
        const lessons = await Promise.all(places.map((place) => engine.readLesson(named[place]).catch(() => null)));
        const hunts = places.flatMap((place, at) => (lessons[at] === null ? [named[place]] : []));
        const given = places.map((place) => named[place]).find((_, at) => lessons[at] !== null);
        setLesson(given?.name ?? null);
        if (given) openOwnLesson(given.name, await given.blob.text());
        const others = files.filter((_, place) => !places.includes(place));
        setLeftAside(hunts.length > 1 ? hunts.slice(1).map(({ name }) => name) : NONE);
        if (hunts.length > 0) openHunt(hunts[0]);
        const { keys, others: data } = await partAnswerKeys(others);
        giveKeys(keys, data.length > 0);
        if (data.length > 0) openDataset(data);
        // Beside another file it waits in the rail.
        if (given && files.length === 1) onLesson();
      });
      void trackBusy(work);
    },
    [engine, openDataset, openHunt, onLesson, giveKeys],
  );
  return { openFiles, leftAside, lesson, answerKeys };
}
