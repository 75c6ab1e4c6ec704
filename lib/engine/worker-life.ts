/*
 * A worker that the browser ends, for want of memory say, tells nobody: no event reaches the page. But locks that it holds are free
 * then (Web Locks, "agent is terminated"). So it holds one as long as it lives, and the page waits for it.
 */

interface LifeMessage {
  readonly kind: 'alive';
  readonly lock: string;
}

/** For the worker. Does nothing where the browser has no locks: on a page that is neither https nor localhost. */
export function tellLife(scope: { readonly navigator: Pick<Navigator, 'locks'>; postMessage(message: LifeMessage): void }): void {
  const { locks } = scope.navigator as Partial<Pick<Navigator, 'locks'>>;
  if (!locks) return;
  const lock = `huntbook engine ${crypto.randomUUID()}`;
  void locks.request(lock, () => {
    scope.postMessage({ kind: 'alive', lock });
    return new Promise(() => undefined);
  });
}

/** For the page: the same worker, which gets an error event when it has ended, however it did. */
export function watchLife(worker: Worker): Worker {
  worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    if (!isLifeMessage(data)) return;
    void navigator.locks.request(data.lock, () => worker.dispatchEvent(new ErrorEvent('error', { message: 'the browser ended it' })));
  });
  return worker;
}

function isLifeMessage(data: unknown): data is LifeMessage {
  return typeof data === 'object' && data !== null && 'kind' in data && data.kind === 'alive' && 'lock' in data && typeof data.lock === 'string';
}
