import { useEffect, useState } from 'react';
import { trackBusy } from '@/components/ui/busy';
import type { PlaceOf, TableFilter, TableSort } from './row-pages';

/** Of a table whose rows are neither sorted nor filtered by their numbers. */
const sameNumber: PlaceOf = (row, sort, filters) => Promise.resolve(sort === null && filters.length === 0 ? row : null);

/** Where the open row stands among the rows as sorted and filtered; null while that is not known, or it is none of them. */
export function useOpenPlace(selected: number | null, placeOf: PlaceOf = sameNumber, sort: TableSort | null, filters: readonly TableFilter[]): number | null {
  const [found, setFound] = useState<{ readonly of: readonly unknown[]; readonly place: number | null } | null>(null);
  useEffect(() => {
    if (selected === null) return;
    let isWanted = true;
    const work = placeOf(selected, sort, filters).then((place) => isWanted && setFound({ of: [selected, placeOf, sort, filters], place }));
    // A failure is told by the rows, which are asked for too.
    void trackBusy(work.catch(() => undefined));
    return () => {
      isWanted = false;
    };
  }, [selected, placeOf, sort, filters]);
  const now = [selected, placeOf, sort, filters];
  return found !== null && found.of.every((part, i) => part === now[i]) ? found.place : null;
}
