import { cancelled } from './failures';

/** Longest stretch of work between two chances for messages to arrive: well under the 100 ms in which Cancel must stop. */
const STRETCH_MS = 30;

/** Throws UserError 'cancelled' once the signal is aborted. */
export function throwIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw cancelled();
}

/** The promise, or UserError 'cancelled' as soon as the signal is aborted: for waits that nobody can interrupt. */
export function orCancelled<T>(promise: Promise<T>, signal: AbortSignal | undefined): Promise<T> {
  if (!signal) return promise;
  return new Promise((resolve, reject) => {
    const stop = () => reject(cancelled());
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop);
    promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
  });
}

/**
 * Gives way to the event loop while a long loop runs. A resolved promise is not enough: messages (so "cancel") are delivered
 * between tasks, and a timer is held back to 4 ms once nested, so a message to oneself is the cheapest real break.
 */
export class Pace {
  private last = performance.now();

  constructor(private readonly signal: AbortSignal | undefined) {}

  /** Call often; waits only when a stretch is over, and says whether it did. @throws UserError 'cancelled' */
  async breathe(): Promise<boolean> {
    throwIfCancelled(this.signal);
    if (performance.now() - this.last < STRETCH_MS) return false;
    await nextTask();
    this.last = performance.now();
    throwIfCancelled(this.signal);
    return true;
  }
}

function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
