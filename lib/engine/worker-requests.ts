import { listenForLinks, type LinkUse } from '@/lib/ingest/request-log';

/** What the worker tells the page of requests: a link that it is about to fetch, and whatever was requested, for any reason. */
export type RequestsMessage =
  | { readonly kind: 'link'; readonly url: string; readonly use: LinkUse }
  | { readonly kind: 'requested'; readonly urls: readonly string[] };

/** For the worker: what its code says of links, and what the browser itself recorded (Resource Timing). */
export function tellRequests(scope: { postMessage(message: RequestsMessage): void }): void {
  listenForLinks((url, use) => scope.postMessage({ kind: 'link', url, use }));
  new PerformanceObserver((list) => {
    scope.postMessage({ kind: 'requested', urls: list.getEntries().map(({ name }) => name) });
  }).observe({ type: 'resource', buffered: true });
}

/** For the page: the same worker. */
export function watchRequests(worker: Worker, onMessage: (message: RequestsMessage) => void): Worker {
  worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (isRequestsMessage(data)) onMessage(data);
  });
  return worker;
}

/** For a worker that has one of its own: hands on what that tells, and keeps it from whoever else listens to it. */
export function passOnRequests(worker: Worker, scope: { postMessage(message: RequestsMessage): void }): Worker {
  worker.addEventListener('message', (event: MessageEvent<unknown>) => {
    if (!isRequestsMessage(event.data)) return;
    event.stopImmediatePropagation();
    scope.postMessage(event.data);
  });
  return worker;
}

function isRequestsMessage(data: unknown): data is RequestsMessage {
  return typeof data === 'object' && data !== null && 'kind' in data && (data.kind === 'link' || data.kind === 'requested');
}
