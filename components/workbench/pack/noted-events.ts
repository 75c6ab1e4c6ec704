import type { EventRef } from '@/lib/engine/engine';
import { decodeViewState } from '@/lib/url/decode-view-state';
import type { Story } from '@/components/workbench/story/story';

/** The events that the notes of a story are on: those starred, and those behind the rows starred. */
export function notedEvents(story: Story): readonly EventRef[] {
  return story.flatMap(({ address }) => {
    if (address === null) return [];
    const { event, row } = decodeViewState(address).state;
    return event ? [event] : row;
  });
}
