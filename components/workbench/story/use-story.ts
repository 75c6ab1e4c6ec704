'use client';

import { useEffect, useSyncExternalStore } from 'react';
import { trackBusy } from '@/components/ui/busy';
import { KeptStories } from './kept-stories';
import type { StoryDataset } from './story-file';
import { StoryStore, type StoryState } from './story-store';

/** One store for the page. */
const store = new StoryStore(new KeptStories(), (work) => void trackBusy(work));

export const changeStory = store.change;

/** Takes up the story of the open dataset. */
export function useStoryOf({ sha256, name }: StoryDataset): void {
  useEffect(() => store.take({ sha256, name }), [sha256, name]);
}

export function useStory(): StoryState {
  return useSyncExternalStore(store.subscribe, store.getState, store.getState);
}
