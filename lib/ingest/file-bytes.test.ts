import { openAsBlob } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { UserError } from '@/lib/base/user-error';
import { FileBytes } from './file-bytes';
import { openDataset } from './open-dataset';
import { tarOf } from './tar-fixtures.test-support';
import { eventLines, zipOf } from './zip-fixtures.test-support';

/** Counts what is read of the blob that it stands for. */
class WatchedBlob extends Blob {
  readings: number[] = [];
  private readonly origin: WatchedBlob;

  constructor(
    private readonly whole: Blob,
    origin?: WatchedBlob,
  ) {
    super();
    this.origin = origin ?? this;
  }

  override get size(): number {
    return this.whole.size;
  }

  override slice(start?: number, end?: number): WatchedBlob {
    return new WatchedBlob(this.whole.slice(start, end), this.origin);
  }

  override arrayBuffer(): Promise<ArrayBuffer> {
    this.origin.readings.push(this.size);
    return this.whole.arrayBuffer();
  }
}

const MIB = 1024 * 1024;
/** 40 MiB of events that do not pack: more than what is read at once. */
const noise = Array.from({ length: 20_000 }, (_, i) => `{"n":${i},"noise":"${createHash('sha512').update(String(i)).digest('base64')}${'x'.repeat(1_900)}"}\n`).join('');

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'huntbook-file-'));
});
afterAll(() => rm(folder, { recursive: true }));

describe('FileBytes', () => {
  it('reads a small file once, whatever is asked of it', async () => {
    const blob = new WatchedBlob(new Blob([new Uint8Array(3 * MIB).fill(7)]));
    const file = new FileBytes({ name: 'a', blob });
    await file.read(0, 512);
    await file.read(2 * MIB, 9 * MIB);
    expect(await file.part(MIB, MIB + 5)).toEqual(new Uint8Array(5).fill(7));
    expect(blob.readings).toEqual([3 * MIB]);
  });

  it('reads of a large file what is asked for, small stretches many at a time', async () => {
    const bytes = Uint8Array.from({ length: 40 * MIB }, (_, i) => (i >> 10) & 0xff);
    const blob = new WatchedBlob(new Blob([bytes]));
    const file = new FileBytes({ name: 'a', blob });
    expect(await file.small()).toBe(null);
    for (let at = 5 * MIB; at < 12 * MIB; at += 100_000) expect(Buffer.compare(await file.read(at, at + 100_000), bytes.subarray(at, at + 100_000))).toBe(0);
    expect(blob.readings).toEqual([8 * MIB]);
    expect(await file.part(0, 2 * MIB)).toBeInstanceOf(Blob);
    expect(Buffer.compare(await file.read(40 * MIB - 4, 41 * MIB), bytes.subarray(-4))).toBe(0);
    expect(await file.read(41 * MIB, 42 * MIB)).toHaveLength(0);
  });
});

describe('a file that is larger than what is read at once', () => {
  const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
  const packings: readonly [string, () => Promise<Uint8Array>][] = [
    ['plain', async () => Buffer.from(noise)],
    ['gzip', async () => gzipSync(noise, { level: 0 })],
    ['tar', async () => tarOf({ 'a.json': noise })],
    ['zip of one', async () => zipOf({ 'a.json': noise }, 'STORE')],
    ['zip of many', async () => zipOf(Object.fromEntries(Array.from({ length: 20 }, (_, i) => [`${i}.json`, i % 2 === 0 ? noise.slice(0, noise.lastIndexOf('\n', 4 * MIB) + 1) : eventLines(5)])), 'STORE')],
  ];
  it.each(packings)('opens as one that is in memory does: %s', async (_, pack) => {
    const bytes = await pack();
    const path = join(folder, 'dataset');
    await writeFile(path, bytes);
    const blob = new WatchedBlob(await openAsBlob(path));
    const { table, sha256: digest } = await openDataset({ kind: 'file', name: 'dataset', blob });
    const lines = table.members.map(({ events }) => events);
    expect(digest).toBe(sha256(bytes));
    expect(lines).toEqual(table.members.length === 1 ? [20_000] : lines.map((n, i) => (i % 2 === 0 ? n : 5)));
    const n = table.column('n');
    expect(n?.value(n.codes[lines[0] - 1])).toBe(lines[0] - 1);
  });

  it('that is gone is said to be unreadable, not damaged', async () => {
    const path = join(folder, 'gone');
    await writeFile(path, gzipSync(noise, { level: 0 }));
    const blob = await openAsBlob(path);
    await writeFile(path, 'another');
    const opening = openDataset({ kind: 'file', name: 'gone', blob });
    await expect(opening).rejects.toMatchObject({ failure: { code: 'unreadable-file' } });
    await expect(opening).rejects.toBeInstanceOf(UserError);
  });
});
