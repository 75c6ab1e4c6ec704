'use client';

import { useEffect } from 'react';

let running = 0;

/** Two frames without work: what the last answer set off (a render, an effect, a further request) has begun by then. */
function settle(): void {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (running === 0) document.documentElement.dataset.idle = 'true';
    }),
  );
}

function begin(): () => void {
  running += 1;
  document.documentElement.dataset.idle = 'false';
  let ended = false;
  return () => {
    if (ended) return;
    ended = true;
    running -= 1;
    if (running === 0) settle();
  };
}

/** Keeps the page's `data-idle` at "false" until the work ends, however it ends. Gives back the same promise. */
export function trackBusy<T>(work: Promise<T>): Promise<T> {
  const end = begin();
  work.then(end, end);
  return work;
}

/** Keeps `data-idle` at "false" while `active`; mounted once with false, it says that the page is ready. */
export function useBusy(active: boolean): void {
  useEffect(() => {
    if (!active) {
      if (running === 0) settle();
      return;
    }
    return begin();
  }, [active]);
}
