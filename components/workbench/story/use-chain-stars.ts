import { useMemo } from 'react';
import { readEditedAnalytic } from '@/lib/base/edited-analytic';
import type { RowStarring } from '@/components/ui/data-table/row-starring';
import type { JoinChain, ReadingKind } from '@/lib/engine/engine';
import { usePivotPlace } from '@/components/workbench/pivots/pivot-context';
import { chainStarrable } from './row-target';
import { starsByAddress, type Starrable } from './starring';
import { useStarring } from './use-starring';
import { useStory } from './use-story';

/** The stars of rows that are listed with the events behind them, by their places in the list; null for rows that no address comes back to. */
export function useChainStars(analytic: string, rows: readonly { readonly home: ReadingKind }[], chains: readonly JoinChain[] | null): RowStarring | null {
  const { view } = usePivotPlace();
  const { hunt, query } = view;
  const { story } = useStory();
  const starrables: readonly Starrable[] = useMemo(
    () => rows.flatMap(({ home }, i) => (chains?.[i] ? [chainStarrable({ hunt, query }, { analytic, reading: home }, chains[i])] : [])),
    [hunt, query, analytic, rows, chains],
  );
  const stars = useMemo(() => {
    const tags = starsByAddress(story);
    return new Map(starrables.flatMap(({ address }, row) => (tags.has(address) ? [[row, tags.get(address) ?? ''] as const] : [])));
  }, [story, starrables]);
  const { starring } = useStarring(stars, (row) => Promise.resolve(starrables[row] ?? null));
  // A text that is being written has no rows to come back to.
  return readEditedAnalytic(analytic) === null ? starring : null;
}
