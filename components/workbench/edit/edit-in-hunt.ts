'use client';

import { createContext, useContext } from 'react';
import type { ReadingKind } from '@/lib/engine/engine';

type EditInHunt = (reading: ReadingKind) => void;

/** Takes a reading of the analytic on screen to its place in the hunt's document. */
export const EditInHuntContext = createContext<EditInHunt>(() => undefined);

export function useEditInHunt(): EditInHunt {
  return useContext(EditInHuntContext);
}
