'use client';

import { useEffect, useRef, useState } from 'react';
import type { Engine } from '@/lib/engine/engine';
import type { QueryCheck, QueryText } from '@/lib/engine/query-shapes';
import { trackBusy } from '@/components/ui/busy';

export interface CheckedQuery extends QueryText, QueryCheck {}

/** What the engine says of a text that is being written. One question at a time: while it is busy, only the newest text waits. */
export function useQueryCheck(engine: Engine, { language, text }: QueryText): CheckedQuery | null {
  const [checked, setChecked] = useState<CheckedQuery | null>(null);
  const asking = useRef(false);
  const next = useRef<QueryText | null>(null);
  useEffect(() => {
    next.current = { language, text };
    if (asking.current) return;
    const ask = async (): Promise<void> => {
      asking.current = true;
      for (let query = next.current; query !== null; query = next.current) {
        next.current = null;
        const check = await engine.checkQuery(query).catch(() => null);
        if (check !== null) setChecked({ ...query, ...check });
      }
      asking.current = false;
    };
    void trackBusy(ask());
  }, [engine, language, text]);
  return checked?.language === language ? checked : null;
}
