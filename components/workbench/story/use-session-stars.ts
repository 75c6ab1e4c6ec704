import { useMemo } from 'react';
import type { SessionSummary } from '@/lib/engine/engine';
import { starsByAddress } from './starring';
import { sessionStarrable } from './target-words';
import { useStarring, type Starring } from './use-starring';
import { useStory } from './use-story';

/** The stars of a list of sessions, by their places in it. */
export function useSessionStars(sessions: readonly SessionSummary[]): Starring {
  const { story } = useStory();
  const addresses = useMemo(() => sessions.map((session) => sessionStarrable(session).address), [sessions]);
  const stars = useMemo(() => {
    const tags = starsByAddress(story);
    return new Map(addresses.flatMap((address, row) => (tags.has(address) ? [[row, tags.get(address) ?? ''] as const] : [])));
  }, [story, addresses]);
  return useStarring(stars, (row) => Promise.resolve(sessions[row] ? sessionStarrable(sessions[row]) : null));
}
