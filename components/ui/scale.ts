import { useSyncExternalStore } from 'react';

/*
 * Sizes are in rem, so one number on the root element makes everything larger: `data-size`, or the browser's own setting. Whoever
 * must know pixels (a table that draws only the rows in view, a chart) multiplies them by the scale.
 */
const NORMAL_REM = 16;

let scale = 1;
let watching: MutationObserver | null = null;
const listeners = new Set<() => void>();

function measure(): void {
  const now = parseFloat(getComputedStyle(document.documentElement).fontSize) / NORMAL_REM;
  if (!(now > 0) || now === scale) return;
  scale = now;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  if (watching === null) {
    watching = new MutationObserver(measure);
    watching.observe(document.documentElement, { attributeFilter: ['data-size'] });
    measure();
  }
  return () => void listeners.delete(listener);
}

/** How much larger than at the normal size everything is drawn: pixels at 16 a rem, times this, are those on screen. */
export function useScale(): number {
  return useSyncExternalStore(subscribe, () => scale, () => 1);
}
