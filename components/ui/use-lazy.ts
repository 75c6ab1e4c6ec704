'use client';

import { useEffect, useState } from 'react';
import { trackBusy } from './busy';

type Loaded<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: unknown };

/**
 * What a dynamic import gives; null until then. Unlike React's `lazy` it shows the outcome at once (a Suspense fallback stays for
 * at least 300 ms) and counts as work under way. A failed import is thrown while rendering. `load` must stay the same function.
 */
export function useLazy<T>(load: () => Promise<T>): T | null {
  const [loaded, setLoaded] = useState<Loaded<T> | null>(null);
  useEffect(() => {
    const settled = load().then(
      (value) => setLoaded({ ok: true, value }),
      (error: unknown) => setLoaded({ ok: false, error }),
    );
    void trackBusy(settled);
  }, [load]);
  if (loaded?.ok === false) throw loaded.error;
  return loaded?.value ?? null;
}
