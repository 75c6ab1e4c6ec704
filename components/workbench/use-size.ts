'use client';

import { useCallback, useLayoutEffect, useSyncExternalStore } from 'react';
import type { ViewState } from '@/lib/url/view-state';
import type { ViewNavigation } from './use-view-state';

/** As in `public/theme.js`, which reads it before the first paint. */
const KEY = 'huntbook.size';

const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

function keptSize(): ViewState['size'] {
  try {
    return localStorage.getItem(KEY) === 'large' ? 'large' : null;
  } catch {
    return null;
  }
}

function keepSize(size: ViewState['size']): void {
  try {
    if (size === null) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, size);
  } catch {
    // Storage may be forbidden; the address has it all the same.
  }
  for (const listener of listeners) listener();
}

export interface SizeControl {
  /** 'large': the presentation size. */
  readonly size: ViewState['size'];
  readonly setSize: (size: ViewState['size']) => void;
}

/**
 * The size that everything is drawn at: as the link says, else as this device keeps it. What the viewer chooses goes into both.
 * Undefined, while the address is not known yet, leaves what `public/theme.js` put on the root element.
 */
export function useSize(named: ViewState['size'] | undefined, adjust: ViewNavigation['adjust']): SizeControl {
  const kept = useSyncExternalStore(subscribe, keptSize, () => null);
  const size = named ?? kept;
  useLayoutEffect(() => {
    if (named === undefined) return;
    if (size === null) delete document.documentElement.dataset.size;
    else document.documentElement.dataset.size = size;
  }, [named, size]);
  const setSize = useCallback(
    (chosen: ViewState['size']) => {
      keepSize(chosen);
      adjust({ size: chosen });
    },
    [adjust],
  );
  return { size, setSize };
}
