import { useMemo } from 'react';
import type { Engine, EventRef } from '@/lib/engine/engine';
import { decodeViewState } from '@/lib/url/decode-view-state';
import { starsByAddress } from './starring';
import { eventStarrable } from './target-words';
import { useStarring, type Starring } from './use-starring';
import { useStory } from './use-story';

const NONE: ReadonlyMap<number, string> = new Map();

/** The stars of listed events: `refs` has those that were fetched, by row; `version` is another number when it has others. */
export function useEventStars(engine: Engine, refs: ReadonlyMap<number, EventRef>, version: number): Starring {
  const { story } = useStory();
  const stars = useMemo(() => {
    const tags = new Map([...starsByAddress(story)].flatMap(([address, text]) => {
      const { event } = decodeViewState(address).state;
      return event ? [[placeOf(event), text] as const] : [];
    }));
    // Most often there is none, and rows come many times a second while they are scrolled.
    if (tags.size === 0) return NONE;
    return new Map([...refs].flatMap(([row, ref]) => (tags.has(placeOf(ref)) ? [[row, tags.get(placeOf(ref)) ?? ''] as const] : [])));
    // eslint-disable-next-line react-hooks/exhaustive-deps -- `version` stands for what the map holds.
  }, [story, refs, version]);
  return useStarring(stars, async (row) => {
    const ref = refs.get(row);
    return ref ? eventStarrable(await engine.event(ref)) : null;
  });
}

function placeOf({ member, line }: EventRef): string {
  return `${member}.${line}`;
}
