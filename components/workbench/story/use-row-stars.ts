import { useEffect, useMemo, useState } from 'react';
import type { ReadingAddress } from '@/lib/engine/engine';
import { decodeViewState } from '@/lib/url/decode-view-state';
import type { ViewState } from '@/lib/url/view-state';
import { trackBusy } from '@/components/ui/busy';
import { usePivotPlace } from '@/components/workbench/pivots/pivot-context';
import { chainStarrable, rowTarget } from './row-target';
import { starsByAddress } from './starring';
import { targetAddress } from './story';
import { useStarring, type Starring } from './use-starring';
import { useStory } from './use-story';

const NONE: ReadonlyMap<number, string> = new Map();

/** The stars of a reading's rows. A row is known by its events; the engine tells its number. */
export function useRowStars({ analytic, reading }: ReadingAddress): Starring {
  const { engine, view } = usePivotPlace();
  const { hunt, query } = view;
  const { story } = useStory();
  /** Addresses by row. */
  const [found, setFound] = useState(NONE);
  // The addresses of this reading's rows begin alike; by value, so that the look-up is not done again at every note.
  const wanted = useMemo(() => {
    const isHere = (address: string) => targetAddress(rowTarget({ hunt, query }, { analytic, reading }, decodeViewState(address).state.row)) === address;
    return story.flatMap(({ address }) => (address !== null && address.includes('row=') && isHere(address) ? [address] : [])).join('\n');
  }, [story, hunt, query, analytic, reading]);

  useEffect(() => {
    let isCurrent = true;
    const find = async () => {
      const addresses = wanted === '' ? [] : wanted.split('\n');
      const rows = await Promise.all(addresses.map((address) => engine.findRow({ analytic, reading }, decodeViewState(address).state.row)));
      if (isCurrent) setFound(new Map(rows.flatMap((row, i) => (row === null ? [] : [[row, addresses[i]] as const]))));
    };
    // Without an answer no row is marked; a crash of the engine is told by the workbench.
    void trackBusy(find().catch(() => undefined));
    return () => {
      isCurrent = false;
    };
  }, [engine, analytic, reading, wanted]);

  const stars = useMemo(() => {
    const tags = starsByAddress(story);
    return new Map([...found].flatMap(([row, address]) => (tags.has(address) ? [[row, tags.get(address) ?? ''] as const] : [])));
  }, [story, found]);
  const of: Pick<ViewState, 'hunt' | 'query'> = { hunt, query };
  return useStarring(stars, async (row) => chainStarrable(of, { analytic, reading }, await engine.joinChain({ analytic, reading, row })));
}
