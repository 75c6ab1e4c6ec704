import { useEffect, useState } from 'react';
import type { ReadingAddress } from '@/lib/engine/engine';
import { trackBusy } from '@/components/ui/busy';
import { usePivotPlace } from '@/components/workbench/pivots/pivot-context';
import { standingMarks } from './marks';
import { useMarks, useMarksNow } from './use-marks';

export interface KnownRows {
  readonly known: ReadonlySet<number>;
  /** Those that were known until a mark expired. */
  readonly expired: ReadonlySet<number>;
}

const NONE: KnownRows = { known: new Set(), expired: new Set() };

/** Which rows of a reading the viewer marked as known in the baseline. `run`: another one has other rows under the same address. */
export function useKnownRows({ analytic, reading }: ReadingAddress, run: unknown): KnownRows {
  const { engine } = usePivotPlace();
  const { marks } = useMarks();
  const now = useMarksNow(marks);
  const [found, setFound] = useState(NONE);
  useEffect(() => {
    let isCurrent = true;
    const find = async (): Promise<KnownRows> => {
      if (marks.length === 0) return NONE;
      const standing = standingMarks(marks, now);
      const known = new Set(await engine.knownRows({ analytic, reading, keys: standing }));
      if (standing.length === marks.length) return { known, expired: NONE.expired };
      const ever = await engine.knownRows({ analytic, reading, keys: marks });
      return { known, expired: new Set(ever.filter((row) => !known.has(row))) };
    };
    // Without an answer no row is known; a crash of the engine is told by the workbench.
    void trackBusy(find().then((rows) => isCurrent && setFound(rows), () => undefined));
    return () => {
      isCurrent = false;
    };
  }, [engine, analytic, reading, marks, now, run]);
  return found;
}
