'use client';

import { useEffect, useSyncExternalStore } from 'react';
import type { RequestsMessage } from '@/lib/engine/worker-requests';
import { type ListedRequest, RequestLog } from './request-log';

/* The one log of the page, which the browser's own records, the engine and the service worker fill. */

let log: RequestLog | null = null;

/** In the browser only. Begins with what the browser recorded since the page was asked for (Resource Timing). */
function pageLog(): RequestLog {
  if (log) return log;
  const made = new RequestLog(new URL('.', document.baseURI).href);
  log = made;
  const take = (entries: PerformanceEntryList) => {
    for (const { name, startTime } of entries) made.requested(withoutHash(name), 'page', performance.timeOrigin + startTime);
  };
  take(performance.getEntriesByType('navigation'));
  new PerformanceObserver((list) => take(list.getEntries())).observe({ type: 'resource', buffered: true });
  navigator.serviceWorker?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (!isFromOfflineCopy(data)) return;
    for (const url of data.urls) {
      if (data.kind === 'begun') made.begun(withoutHash(url), 'page', Date.now());
      else made.requested(url, 'offline copy', Date.now());
    }
  });
  return made;
}

export function logEngineRequests(message: RequestsMessage): void {
  if (message.kind === 'link') pageLog().link(message.url, message.use);
  else for (const url of message.urls) pageLog().requested(withoutHash(url), 'engine', Date.now());
}

const NONE: readonly ListedRequest[] = [];

export function useRequests(): readonly ListedRequest[] {
  return useSyncExternalStore(
    (listener) => pageLog().subscribe(listener),
    () => pageLog().list(),
    () => NONE,
  );
}

/** From the first page on: the browser's own records are limited. */
export function useRequestLog(): void {
  useEffect(() => void pageLog(), []);
}

/** What follows '#' is not sent. */
function withoutHash(url: string): string {
  return url.replace(/#.*$/s, '');
}

/** `begun`: what this page asks for; `requested`: what the service worker fetched itself. */
function isFromOfflineCopy(data: unknown): data is { readonly kind: 'begun' | 'requested'; readonly urls: readonly string[] } {
  return typeof data === 'object' && data !== null && 'kind' in data && (data.kind === 'begun' || data.kind === 'requested') && 'urls' in data && Array.isArray(data.urls);
}
