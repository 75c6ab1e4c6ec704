import { useEffect, useState } from 'react';
import type { Engine } from '@/lib/engine/engine';
import type { PackPreview, PackRequest } from '@/lib/engine/pack-shapes';
import { trackBusy } from '@/components/ui/busy';

/** How much a pack would hold; null until that is known, or where it cannot be, which making it tells. */
export function usePackPreview(engine: Engine, { analytic, noted, answerKey }: Pick<PackRequest, 'analytic' | 'noted' | 'answerKey'>): PackPreview | null {
  const [preview, setPreview] = useState<PackPreview | null>(null);
  useEffect(() => {
    let isWanted = true;
    const tell = (now: PackPreview | null) => isWanted && setPreview(now);
    void trackBusy(engine.packPreview(analytic, { noted, answerKey }).then(tell, () => tell(null)));
    return () => {
      isWanted = false;
    };
  }, [engine, analytic, noted, answerKey]);
  return preview;
}
