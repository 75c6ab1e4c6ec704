import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { UserError } from '@/lib/base/user-error';
import { sharedPath } from '@/lib/shared-data.test-support';
import { readFile } from 'node:fs/promises';
import { inflateMember, type PackedMember } from './inflate-member';
import { openZip, type ZipMember } from './zip-archive';
import { eventLines, withDirectoryEntry, withFlippedBit, zipOf } from './zip-fixtures.test-support';

async function firstMember(archive: Uint8Array<ArrayBuffer>): Promise<ZipMember> {
  return (await openZip('test.zip', archive)).members[0];
}

async function inflated(member: PackedMember): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of inflateMember(member)) pieces.push(piece);
  return Buffer.concat(pieces);
}

function failureOf(member: PackedMember): Promise<unknown> {
  return inflated(member).then(
    () => 'inflated',
    (error: unknown) => (error instanceof UserError ? { code: error.failure.code, message: error.failure.message } : error),
  );
}

const random = Uint8Array.from({ length: 200_000 }, (_, i) => (Math.imul(i + 1, 2_654_435_761) >>> 13) & 0xff);

describe('inflateMember gives the bytes that JSZip itself inflates', () => {
  const contents: readonly [string, string | Uint8Array][] = [
    ['a few lines', eventLines(3)],
    ['many pieces of packed data', eventLines(60_000)],
    ['bytes that do not pack', random],
    ['a ratio of 1000:1', new Uint8Array(20_000_000)],
    ['one byte', '{'],
  ];
  for (const compression of ['DEFLATE', 'STORE'] as const) {
    it.each(contents)(`${compression}: %s`, async (_, content) => {
      const archive = await zipOf({ 'a.json': content }, compression);
      const expected = await (await JSZip.loadAsync(archive)).file('a.json')?.async('uint8array');
      expect(Buffer.compare(await inflated(await firstMember(archive)), Buffer.from(expected ?? []))).toBe(0);
    });
  }

  const real = sharedPath('datasets/purplesharp_ad_playbook_I.zip');
  it.skipIf(real === null)('a real archive of 39,654,430 bytes (skipped where ../shared is missing)', async () => {
    const archive = new Uint8Array(await readFile(real ?? ''));
    const [entry] = Object.values((await JSZip.loadAsync(archive)).files);
    expect(Buffer.compare(await inflated(await firstMember(archive)), Buffer.from(await entry.async('uint8array')))).toBe(0);
  });
});

describe('inflateMember refuses, and names the member', () => {
  const packed = async (compression: 'DEFLATE' | 'STORE' = 'DEFLATE') => zipOf({ 'logs/a.json': eventLines(5_000) }, compression);
  const damaged = 'logs/a.json is truncated or corrupt: its compressed data is damaged or its checksum does not match.';

  it('a flipped bit in deflated data', async () => {
    const archive = await packed();
    for (const offset of [0, 100, 5_000]) {
      const { code, message } = Object(await failureOf(await firstMember(withFlippedBit(archive, offset))));
      expect({ offset, code, named: String(message).startsWith('logs/a.json is truncated or corrupt') }).toEqual({ offset, code: 'corrupt', named: true });
    }
  });

  it('a flipped bit in stored data', async () => {
    const member = await firstMember(withFlippedBit(await packed('STORE'), 1_000));
    expect(await failureOf(member)).toEqual({ code: 'corrupt', message: 'logs/a.json is truncated or corrupt: its checksum does not match.' });
  });

  it('a checksum that does not fit the data', async () => {
    const member = await firstMember(withDirectoryEntry(await packed(), (entry) => entry.setUint32(16, 0xdeadbeef, true)));
    expect(await failureOf(member)).toEqual({ code: 'corrupt', message: damaged });
  });

  it('packed data that ends early, and packed data with bytes behind it', async () => {
    const member = await firstMember(await packed());
    const short = { ...member, packed: member.packed.slice(0, -20) };
    const long = { ...member, packed: new Uint8Array([...member.packed, ...member.packed]) };
    expect(await failureOf(short)).toEqual({ code: 'corrupt', message: damaged });
    expect(await failureOf(long)).toEqual({ code: 'corrupt', message: damaged });
  });

  it.each([-1, 1, 1_000])('a stated size that is wrong by %i', async (by) => {
    const member = await firstMember(await packed());
    expect(await failureOf({ ...member, size: member.size + by })).toMatchObject({ code: 'corrupt' });
    const stored = await firstMember(await packed('STORE'));
    expect(await failureOf({ ...stored, size: stored.size + by })).toMatchObject({ code: 'corrupt' });
  });

  it('a member that states little and inflates to much, before it is all inflated', async () => {
    const bomb = { ...(await firstMember(await zipOf({ 'a.json': new Uint8Array(200_000_000) }))), size: 1_000 };
    let seen = 0;
    const reading = (async () => {
      for await (const piece of inflateMember(bomb)) seen += piece.length;
    })();
    await expect(reading).rejects.toMatchObject({ failure: { code: 'corrupt' } });
    expect(seen).toBeLessThanOrEqual(1_000);
  });
});

it('stops inflating when its reader stops', async () => {
  const member = await firstMember(await zipOf({ 'a.json': eventLines(60_000) }));
  for await (const piece of inflateMember(member)) {
    expect(piece.length).toBeGreaterThan(0);
    break;
  }
});
