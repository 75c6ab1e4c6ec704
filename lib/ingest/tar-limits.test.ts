import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { UserError, type Failure } from '@/lib/base/user-error';
import { openDataset } from './open-dataset';
import type { OpenOptions } from './source';
import { tarOf } from './tar-fixtures.test-support';
import { eventLines, type Files } from './zip-fixtures.test-support';

const MIB = 2 ** 20;

/** The beginning of a PNG picture, and nothing but zeros after it. */
function picture(bytes: number): Uint8Array {
  const content = new Uint8Array(bytes);
  content.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return content;
}

const bodies = {
  'a picture': () => tarOf({ 'a.json': eventLines(2), 'p.png': picture(64 * MIB), 'b.json': eventLines(3) }),
  'a folder that states a size': () => withType(tarOf({ 'a.json': eventLines(2), 'd': picture(64 * MIB) }), 'd', '5'),
  'macOS metadata': () => tarOf({ 'a.json': eventLines(2), '._a.json': picture(64 * MIB) }),
  'long names': () => withType(tarOf({ 'a.json': eventLines(2), ...many(1_024, 'n', 'n'.repeat(60_000)) }), 'n', 'L'),
  'empty files': () => tarOf({ 'a.json': eventLines(2), ...many(20_000, 'e', '') }),
} as const;

function many(count: number, letter: string, content: string): Files {
  return Object.fromEntries(Array.from({ length: count }, (_, i): [string, string] => [`${letter}${i}`, content]));
}

/** The archive with every entry whose name begins with `letter` of another type, its checksum mended. */
function withType(archive: Uint8Array<ArrayBuffer>, letter: string, type: string): Uint8Array<ArrayBuffer> {
  for (let at = 0; at < archive.length; ) {
    const size = Number.parseInt(Buffer.from(archive.subarray(at + 124, at + 135)).toString(), 8) || 0;
    if (archive[at] === letter.charCodeAt(0)) {
      const before = archive[at + 156];
      archive[at + 156] = type.charCodeAt(0);
      const sum = Number.parseInt(Buffer.from(archive.subarray(at + 148, at + 154)).toString(), 8) + archive[at + 156] - before;
      archive.set(Buffer.from(sum.toString(8).padStart(6, '0')), at + 148);
    }
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return archive;
}

async function failureOf(bytes: Uint8Array<ArrayBuffer>, options: OpenOptions): Promise<Failure | null> {
  try {
    await openDataset({ kind: 'file', name: 'a.tgz', blob: new Blob([bytes]) }, options);
    return null;
  } catch (error) {
    if (error instanceof UserError) return error.failure;
    throw error;
  }
}

describe.each(Object.entries(bodies))('in a compressed tar archive, %s', (_, make) => {
  // The last four bytes of a gzip file state its size (RFC 1952): this one states next to nothing.
  const packed = new Uint8Array(gzipSync(make(), { level: 1 }));
  const lying = new Uint8Array(packed);
  lying.set([0, 1, 0, 0], lying.length - 4);

  it('counts to the limit, also where the archive lies about its size', async () => {
    expect(await failureOf(packed, { maxBytes: 128 * MIB })).toBeNull();
    expect(await failureOf(lying, { maxBytes: 8 * MIB })).toMatchObject({ code: 'too-large' });
  });
});

it('opening a compressed tar archive can be cancelled while it gets past what holds no events', async () => {
  const body = tarOf({ 'a.json': eventLines(2), 'p.png': picture(256 * MIB), 'b.json': eventLines(3) });
  const packed = new Uint8Array(gzipSync(body, { level: 1 }));
  const controller = new AbortController();
  const opening = failureOf(packed, { signal: controller.signal, onProgress: ({ bytes }) => bytes > 0 && controller.abort() });
  expect(await opening).toMatchObject({ code: 'cancelled' });
});
