import { webInflatedPieces } from './web-inflate';

/* Inflating on another thread than the indexing: both ends of the channel between the two. */

/** Gzip data in whole parts; or room for one more batch. */
export type ToInflater = { readonly parts: readonly Uint8Array<ArrayBuffer>[] } | 'more';

/** A batch of pieces, the last one marked; or the data is damaged. */
export type FromInflater = { readonly pieces: readonly Uint8Array<ArrayBuffer>[]; readonly isLast: boolean } | 'damaged';

/** Each batch costs a message and a turn of two event loops. */
const BATCH_BYTES = 1024 * 1024;
/** Batches under way or waiting: bounds the memory where inflating is the faster. */
const BATCHES_AHEAD = 8;

/** The end that inflates: a worker's global scope, or a MessagePort. */
interface HostPort {
  onmessage: ((event: MessageEvent<ToInflater>) => void) | null;
  postMessage(message: FromInflater, options: { readonly transfer?: Transferable[] }): void;
}

/** Inflates what arrives at the port, one after the other, no further ahead than there is room. */
export function hostInflater(port: HostPort): void {
  let room = 0;
  let onRoom: () => void = () => undefined;

  port.onmessage = ({ data }) => {
    if (data === 'more') {
      room += 1;
      onRoom();
    } else {
      room = BATCHES_AHEAD;
      inflate(data.parts).catch(() => port.postMessage('damaged', {}));
    }
  };

  async function inflate(parts: readonly Uint8Array<ArrayBuffer>[]): Promise<void> {
    let pieces: Uint8Array<ArrayBuffer>[] = [];
    let bytes = 0;
    const send = async (isLast: boolean) => {
      while (room === 0) await new Promise<void>((resolve) => (onRoom = resolve));
      room -= 1;
      port.postMessage({ pieces, isLast }, { transfer: pieces.map((piece) => piece.buffer) });
      pieces = [];
      bytes = 0;
    };
    for await (const piece of webInflatedPieces(parts)) {
      pieces.push(piece);
      bytes += piece.length;
      if (bytes >= BATCH_BYTES) await send(false);
    }
    await send(true);
  }
}

/** What is needed of the worker that inflates. */
export interface InflaterWorker {
  onmessage: ((event: MessageEvent<FromInflater>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  postMessage(message: ToInflater, options?: { readonly transfer?: Transferable[] }): void;
  terminate(): void;
}

/** Below this, sending it away takes longer than inflating it. */
const LEAST_BYTES = 512 * 1024;

let inflater: Inflater | null = null;

/** From now on inflates in workers beside this thread; one is started at once. */
export function inflateBeside(spawn: () => InflaterWorker): void {
  inflater = new Inflater(spawn);
  inflater.start();
}

/**
 * Inflates gzip data, given in whole parts, in a worker, so that this thread can index meanwhile: Chromium's DecompressionStream works
 * on the thread that reads from it. Null without `inflateBeside`, and for little data.
 */
export function workerInflatedPieces(parts: readonly Uint8Array<ArrayBuffer>[]): AsyncIterable<Uint8Array> | null {
  const bytes = parts.reduce((sum, part) => sum + part.length, 0);
  return bytes >= LEAST_BYTES ? (inflater?.pieces(parts) ?? null) : null;
}

/** Keeps a worker that has nothing to do for the next archive: starting one takes longer than a small archive. */
export class Inflater {
  private idle: InflaterWorker | null = null;

  constructor(private readonly spawn: () => InflaterWorker) {}

  /** Has a worker started before it is needed. */
  start(): void {
    this.idle ??= this.spawn();
  }

  /** As `webInflatedPieces`. Ends the worker where the pieces are not pulled to the end. */
  async *pieces(parts: readonly Uint8Array<ArrayBuffer>[]): AsyncGenerator<Uint8Array, void, undefined> {
    const worker = this.idle ?? this.spawn();
    this.idle = null;
    const arrived: (FromInflater | 'stopped')[] = [];
    let wake: () => void = () => undefined;
    const take = (message: FromInflater | 'stopped') => {
      arrived.push(message);
      wake();
    };
    worker.onmessage = ({ data }) => take(data);
    worker.onerror = () => take('stopped');
    // Copies: the archive's bytes are still being hashed, and a part would take the whole archive along.
    const copies = parts.map((part) => part.slice());
    worker.postMessage({ parts: copies }, { transfer: copies.map((copy) => copy.buffer) });

    let isDone = false;
    let hasBegun = false;
    try {
      while (!isDone) {
        const message = arrived.shift();
        if (message === undefined) {
          await new Promise<void>((resolve) => (wake = resolve));
        } else if (message === 'stopped' && !hasBegun) {
          // It could not even be loaded.
          return yield* webInflatedPieces(parts);
        } else if (message === 'damaged' || message === 'stopped') {
          throw new Error(message);
        } else {
          hasBegun = true;
          isDone = message.isLast;
          yield* message.pieces;
          worker.postMessage('more');
        }
      }
    } finally {
      if (isDone) this.idle ??= worker;
      if (this.idle !== worker) worker.terminate();
    }
  }
}
