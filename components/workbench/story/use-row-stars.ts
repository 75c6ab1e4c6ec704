import { useEffect, useMemo, useState } from 'react';
import type { ReadingAddress } from '@/lib/engine/engine';
import { decodeViewState } from '@/lib/url/decode-view-state';
import { trackBusy } from '@/components/ui/busy';
import type { MenuEntry } from '@/components/ui/menu';
import { usePivotPlace } from '@/components/workbench/pivots/pivot-context';
import { rowLabel, rowTarget } from './row-target';
import { starred, targetAddress, withItem, withoutItem } from './story';
import { changeStory, useStory } from './use-story';

interface RowStars {
  /** Numbers of the rows that are in the story. */
  readonly stars: ReadonlySet<number>;
  /** Puts a row into the story, or takes it out. */
  readonly entryOf: (row: number) => MenuEntry;
}

const NONE: ReadonlySet<number> = new Set();

/** The stars of a reading's rows. A row is known by its events; the engine tells its number. */
export function useRowStars({ analytic, reading }: ReadingAddress): RowStars {
  const { engine, view } = usePivotPlace();
  const { hunt, query } = view;
  const { story, isRead } = useStory();
  const [found, setFound] = useState(NONE);
  // The addresses of this reading's rows begin alike; by value, so that the look-up is not done again at every note.
  const wanted = useMemo(() => {
    const isHere = (address: string) => targetAddress(rowTarget({ hunt, query }, { analytic, reading }, decodeViewState(address).state.row)) === address;
    return story.flatMap(({ address }) => (address !== null && address.includes('row=') && isHere(address) ? [address] : [])).join('\n');
  }, [story, hunt, query, analytic, reading]);

  useEffect(() => {
    let isCurrent = true;
    const find = async () => {
      const rows = wanted === '' ? [] : await Promise.all(wanted.split('\n').map((address) => engine.findRow({ analytic, reading }, decodeViewState(address).state.row)));
      if (isCurrent) setFound(new Set(rows.filter((row) => row !== null)));
    };
    // Without an answer no row is marked; a crash of the engine is told by the workbench.
    void trackBusy(find().catch(() => undefined));
    return () => {
      isCurrent = false;
    };
  }, [engine, analytic, reading, wanted]);

  const toggle = async (row: number) => {
    const { legs } = await engine.joinChain({ analytic, reading, row });
    const events = legs.flatMap((leg) => leg.events);
    const address = targetAddress(rowTarget({ hunt, query }, { analytic, reading }, events.map(({ ref }) => ref)));
    changeStory((now) => {
      const item = starred(now, address);
      return item ? withoutItem(now, item.id) : withItem(now, { address, label: rowLabel({ analytic, reading }, events[0]?.gist ?? ''), millis: events[0]?.millis ?? null });
    });
  };
  const entryOf = (row: number): MenuEntry => ({
    kind: 'action',
    label: found.has(row) ? 'Take the row out of the story' : 'Add the row to the story',
    disabled: !isRead,
    onSelect: () => void trackBusy(toggle(row).catch(() => undefined)),
  });
  return { stars: found, entryOf };
}
