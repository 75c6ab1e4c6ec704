import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import { FileUnreadable } from './bytes-part';
import { hostInflater, Inflater, type FromInflater, type InflaterWorker, type ToInflater } from './inflater';

/** A worker whose other end is in this thread, over a real channel: what is transferred is gone here. */
class ChannelWorker implements InflaterWorker {
  onmessage: InflaterWorker['onmessage'] = null;
  onerror: InflaterWorker['onerror'] = null;
  terminated = false;
  /** Batches that came and were not asked to be followed by more yet. */
  batches = 0;
  private readonly channel = new MessageChannel();

  constructor(private readonly loads: boolean) {
    const { port1, port2 } = this.channel;
    if (loads) hostInflater({
      set onmessage(listener: ((event: MessageEvent<ToInflater>) => void) | null) {
        port2.onmessage = listener;
      },
      postMessage: (message, { transfer = [] }) => port2.postMessage(message, transfer),
    });
    port1.onmessage = (event: MessageEvent<FromInflater>) => {
      this.batches += 1;
      this.onmessage?.(event);
    };
  }

  postMessage(message: ToInflater, { transfer = [] }: { readonly transfer?: Transferable[] } = {}): void {
    if (message === 'more') this.batches -= 1;
    if (this.loads) this.channel.port1.postMessage(message, transfer);
    else setTimeout(() => this.onerror?.(new Event('error') as ErrorEvent));
  }

  terminate(): void {
    this.terminated = true;
    this.channel.port1.close();
  }
}

const workers: ChannelWorker[] = [];
afterEach(() => workers.splice(0).forEach((worker) => worker.terminate()));

function inflater(loads = true): Inflater {
  return new Inflater(() => {
    const worker = new ChannelWorker(loads);
    workers.push(worker);
    return worker;
  });
}

/** 24 MiB that repeat themselves only far apart, so that they do not pack into nothing. */
const text = Buffer.alloc(24 * 1024 * 1024, Buffer.from(Array.from({ length: 5_003 }, (_, i) => (i * i) % 251)));

function gzipped(bytes: Uint8Array): Uint8Array<ArrayBuffer>[] {
  const packed = new Uint8Array(gzipSync(bytes, { level: 1 }));
  return [packed.slice(0, 10), packed.slice(10)];
}

async function inflated(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

describe('Inflater', () => {
  it('gives the same bytes, with one worker for one archive after the other, and keeps what it was given', async () => {
    const parts = gzipped(text);
    const one = inflater();
    one.start();
    for (let time = 0; time < 2; time++) expect((await inflated(one.pieces(parts))).equals(text)).toBe(true);
    expect((await inflated(one.pieces(gzipped(new Uint8Array(0))))).length).toBe(0);
    expect(workers.map(({ terminated }) => terminated)).toEqual([false]);
  });

  it('inflates no further ahead than there is room for', async () => {
    const pieces = inflater().pieces(gzipped(text));
    await pieces.next();
    await new Promise((resolve) => setTimeout(resolve, 300));
    expect(workers[0].batches).toBe(8);
    await pieces.return();
  });

  it('ends the worker when nobody wants the rest, and starts another for the next archive', async () => {
    const one = inflater();
    const pieces = one.pieces(gzipped(text));
    await pieces.next();
    await pieces.return();
    expect((await inflated(one.pieces(gzipped(text)))).equals(text)).toBe(true);
    expect(workers.map(({ terminated }) => terminated)).toEqual([true, false]);
  });

  it('takes two archives at once', async () => {
    const one = inflater();
    const both = await Promise.all([inflated(one.pieces(gzipped(text))), inflated(one.pieces(gzipped(text.subarray(7))))]);
    expect(both.map((bytes, i) => bytes.equals(text.subarray(7 * i)))).toEqual([true, true]);
  });

  it('fails on damaged data', async () => {
    const [head, body] = gzipped(text);
    body[body.length - 5] ^= 1;
    await expect(inflated(inflater().pieces([head, body]))).rejects.toThrow('damaged');
  });

  it('inflates by itself where the worker cannot be loaded', async () => {
    const one = inflater(false);
    expect((await inflated(one.pieces(gzipped(text)))).equals(text)).toBe(true);
    expect(workers[0].terminated).toBe(true);
  });

  it('reads a file by itself, to inflate it and to hash it', async () => {
    const packed = new Uint8Array(gzipSync(text, { level: 0 }));
    const one = inflater();
    expect((await inflated(one.pieces([packed.slice(0, 10), new Blob([packed.slice(10)])]))).equals(text)).toBe(true);
    expect(await one.digest(new Blob([packed]), undefined)).toBe(createHash('sha256').update(packed).digest('hex'));
    expect(await inflater(false).digest(new Blob(['']), undefined)).toBe(createHash('sha256').digest('hex'));
    expect(workers.map(({ terminated }) => terminated)).toEqual([false, true]);
  });

  it('says that a file cannot be read, and stops hashing when it is cancelled', async () => {
    const gone = Object.assign(new Blob([text]), { arrayBuffer: () => Promise.reject(new Error('it was moved')) });
    gone.slice = () => gone;
    // Without a channel, which would take the bytes along.
    const direct = new Inflater(() => {
      const worker: InflaterWorker = { onmessage: null, onerror: null, postMessage: (data) => port.onmessage?.({ data } as MessageEvent<ToInflater>), terminate: () => undefined };
      const port: Parameters<typeof hostInflater>[0] = { onmessage: null, postMessage: (data) => worker.onmessage?.({ data } as MessageEvent<FromInflater>) };
      hostInflater(port);
      return worker;
    });
    await expect(inflated(direct.pieces([gone]))).rejects.toThrow(new FileUnreadable('it was moved'));
    await expect(direct.digest(gone, undefined)).rejects.toThrow(new FileUnreadable('it was moved'));
    await expect(inflater().digest(new Blob([text]), AbortSignal.abort())).rejects.toMatchObject({ failure: { code: 'cancelled' } });
    expect(workers.every(({ terminated }) => terminated)).toBe(true);
  });
});
