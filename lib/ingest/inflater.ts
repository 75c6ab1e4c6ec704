import { FileUnreadable, sizeOf, type BytesPart } from './bytes-part';
import { orCancelled } from './pace';
import { digestInSteps } from './digest-in-steps';
import { webInflatedPieces } from './web-inflate';

/* Inflating, and hashing what is large, on another thread than the indexing: both ends of the channel between the two. */

/** Gzip data in parts; room for one more batch; or a file to hash. */
export type ToInflater = { readonly parts: readonly BytesPart[] } | 'more' | { readonly toHash: Blob };

/** A batch of inflated bytes, the last one marked; a file's digest; or the data is damaged, or cannot be read for this reason. */
export type FromInflater =
  | { readonly batch: Uint8Array<ArrayBuffer>; readonly isLast: boolean }
  | { readonly digest: string }
  | { readonly unreadable: string }
  | 'damaged';

/**
 * Each batch costs a message, a turn of two event loops and a segment of the table, which has a price of its own: kept as they come, 64 KiB
 * at a time, they would take a tenth more memory.
 */
const BATCH_BYTES = 1024 * 1024;
/** Batches under way or waiting: bounds the memory where inflating is the faster. */
const BATCHES_AHEAD = 8;

/** The end that inflates: a worker's global scope, or a MessagePort. */
interface HostPort {
  onmessage: ((event: MessageEvent<ToInflater>) => void) | null;
  postMessage(message: FromInflater, options: { readonly transfer?: Transferable[] }): void;
}

/** Inflates or hashes what arrives at the port, one after the other, inflating no further ahead than there is room. */
export function hostInflater(port: HostPort): void {
  let room = 0;
  let onRoom: () => void = () => undefined;

  port.onmessage = ({ data }) => {
    if (data === 'more') {
      room += 1;
      onRoom();
    } else {
      const work = 'parts' in data ? inflate(data.parts) : digestInSteps(data.toHash).then((digest) => port.postMessage({ digest }, {}));
      work.catch((error: unknown) => port.postMessage(error instanceof FileUnreadable ? { unreadable: error.message } : 'damaged', {}));
    }
  };

  async function inflate(parts: readonly BytesPart[]): Promise<void> {
    room = BATCHES_AHEAD;
    let batch = new Uint8Array(BATCH_BYTES);
    let used = 0;
    const send = async (isLast: boolean) => {
      while (room === 0) await new Promise<void>((resolve) => (onRoom = resolve));
      room -= 1;
      const whole = used === batch.length ? batch : batch.slice(0, used);
      port.postMessage({ batch: whole, isLast }, { transfer: [whole.buffer] });
    };
    for await (const piece of webInflatedPieces(parts)) {
      for (let taken = 0; taken < piece.length; ) {
        const fits = piece.subarray(taken, taken + batch.length - used);
        batch.set(fits, used);
        used += fits.length;
        taken += fits.length;
        if (used < batch.length) continue;
        await send(false);
        batch = new Uint8Array(BATCH_BYTES);
        used = 0;
      }
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
 * Inflates gzip data, given in parts, in a worker, so that this thread can index meanwhile: Chromium's DecompressionStream works
 * on the thread that reads from it. Null without `inflateBeside`, and for little data.
 */
export function workerInflatedPieces(parts: readonly BytesPart[]): AsyncIterable<Uint8Array> | null {
  const bytes = parts.reduce((sum, part) => sum + sizeOf(part), 0);
  return bytes >= LEAST_BYTES ? (inflater?.pieces(parts) ?? null) : null;
}

/** The file's SHA-256 in lower-case hex, worked out in such a worker; null without `inflateBeside`. @throws FileUnreadable */
export function workerDigest(blob: Blob, signal: AbortSignal | undefined): Promise<string> | null {
  return inflater?.digest(blob, signal) ?? null;
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
  async *pieces(parts: readonly BytesPart[]): AsyncGenerator<Uint8Array, void, undefined> {
    const worker = this.take();
    const answers = new Answers(worker);
    // Copies: the archive's bytes are still needed here, and a part would take the whole archive along.
    const copies = parts.map((part) => (part instanceof Uint8Array ? part.slice() : part));
    worker.postMessage({ parts: copies }, { transfer: copies.flatMap((copy) => (copy instanceof Uint8Array ? [copy.buffer] : [])) });

    let isDone = false;
    let hasBegun = false;
    try {
      while (!isDone) {
        const message = await answers.next();
        // It could not even be loaded.
        if (message === 'stopped' && !hasBegun) return yield* webInflatedPieces(parts);
        if (typeof message === 'string' || !('batch' in message)) throw failureOf(message);
        hasBegun = true;
        isDone = message.isLast;
        if (message.batch.length > 0) yield message.batch;
        worker.postMessage('more');
      }
    } finally {
      this.leave(worker, isDone);
    }
  }

  async digest(blob: Blob, signal: AbortSignal | undefined): Promise<string> {
    const worker = this.take();
    const answers = new Answers(worker);
    worker.postMessage({ toHash: blob });
    let isDone = false;
    try {
      const message = await orCancelled(answers.next(), signal);
      if (message === 'stopped') return await digestInSteps(blob, signal);
      if (typeof message === 'string' || !('digest' in message)) throw failureOf(message);
      isDone = true;
      return message.digest;
    } finally {
      this.leave(worker, isDone);
    }
  }

  private take(): InflaterWorker {
    const worker = this.idle ?? this.spawn();
    this.idle = null;
    return worker;
  }

  private leave(worker: InflaterWorker, isDone: boolean): void {
    if (isDone) this.idle ??= worker;
    if (this.idle !== worker) worker.terminate();
  }
}

/** What a worker answers, in order; 'stopped' when it has ended. */
class Answers {
  private readonly arrived: (FromInflater | 'stopped')[] = [];
  private wake: () => void = () => undefined;

  constructor(worker: InflaterWorker) {
    worker.onmessage = ({ data }) => this.arrive(data);
    worker.onerror = () => this.arrive('stopped');
  }

  async next(): Promise<FromInflater | 'stopped'> {
    for (;;) {
      const message = this.arrived.shift();
      if (message !== undefined) return message;
      await new Promise<void>((resolve) => (this.wake = resolve));
    }
  }

  private arrive(message: FromInflater | 'stopped'): void {
    this.arrived.push(message);
    this.wake();
  }
}

function failureOf(message: FromInflater | 'stopped'): Error {
  if (typeof message === 'string') return new Error(message);
  return 'unreadable' in message ? new FileUnreadable(message.unreadable) : new Error('an answer to something else');
}
