import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
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
});
