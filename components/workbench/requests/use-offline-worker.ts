'use client';

import { useEffect, useState } from 'react';

/**
 * Registers the service worker (public/offline-worker.js) once the page has nothing else to do. Not while developing, when the
 * scripts keep their names. Where the browser refuses, the app works as before, online.
 *
 * @returns whether a newer build has taken over since this page was loaded: this page goes on with its own until it is loaded again
 */
export function useOfflineWorker(): boolean {
  const [isUpdated, setIsUpdated] = useState(false);
  useEffect(() => {
    if (process.env.NODE_ENV !== 'production' || !('serviceWorker' in navigator)) return;
    const { serviceWorker } = navigator;
    // The first one to come is no update.
    let hasOne = serviceWorker.controller !== null;
    const onChange = () => {
      if (hasOne) setIsUpdated(true);
      hasOne = true;
    };
    serviceWorker.addEventListener('controllerchange', onChange);
    const register = () => void serviceWorker.register(new URL('offline-worker.js', document.baseURI)).catch(() => undefined);
    // Safari has none yet.
    const whenIdle: typeof requestIdleCallback | undefined = window.requestIdleCallback;
    const timer = setTimeout(() => (whenIdle ? whenIdle(register, { timeout: 5_000 }) : register()), 1_500);
    return () => {
      clearTimeout(timer);
      serviceWorker.removeEventListener('controllerchange', onChange);
    };
  }, []);
  return isUpdated;
}
