'use client';

import { useEffect } from 'react';

/**
 * Registers the service worker (public/offline-worker.js) once the page has nothing else to do. Not while developing, when the
 * scripts keep their names. Where the browser refuses, the app works as before, online.
 */
export function useOfflineWorker(): void {
  useEffect(() => {
    if (process.env.NODE_ENV !== 'production' || !('serviceWorker' in navigator)) return;
    const register = () => void navigator.serviceWorker.register(new URL('offline-worker.js', document.baseURI)).catch(() => undefined);
    // Safari has none yet.
    const whenIdle: typeof requestIdleCallback | undefined = window.requestIdleCallback;
    const timer = setTimeout(() => (whenIdle ? whenIdle(register, { timeout: 5_000 }) : register()), 1_500);
    return () => clearTimeout(timer);
  }, []);
}
