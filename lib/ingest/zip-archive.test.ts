import { describe, expect, it } from 'vitest';
import { UserError } from '@/lib/base/user-error';
import { openZip } from './zip-archive';
import { eventLines, withDirectoryEntry, zipOf } from './zip-fixtures.test-support';

const failureCode = (archive: Uint8Array<ArrayBuffer>): Promise<unknown> =>
  openZip('test.zip', archive).then(
    () => 'opened',
    (error: unknown) => (error instanceof UserError ? error.failure.code : error),
  );

describe('openZip', () => {
  it('finds every file with what the directory says of it, folders left out', async () => {
    // CRC-32 of "123456789" is the check value of the algorithm's published parameters: 0xcbf43926.
    const archive = await zipOf({ 'logs/': '', 'logs/a.json': '123456789', 'b.json': '123456789' }, 'STORE');
    const { members, warnings } = await openZip('test.zip', archive);
    expect(members.map(({ name, method, size, crc32 }) => ({ name, method, size, crc32 }))).toEqual([
      { name: 'logs/a.json', method: 'stored', size: 9, crc32: 0xcbf43926 },
      { name: 'b.json', method: 'stored', size: 9, crc32: 0xcbf43926 },
    ]);
    expect(warnings).toEqual([]);
  });

  it('pins where JSZip keeps the packed bytes: the archive itself, not a copy', async () => {
    const archive = await zipOf({ 'a.json': eventLines(1_000) });
    const [member] = (await openZip('test.zip', archive)).members;
    expect(member.method).toBe('deflated');
    expect(member.packed.buffer).toBe(archive.buffer);
    expect(member.packed.length).toBeLessThan(member.size);
  });

  it('keeps an empty file as an empty file', async () => {
    const { members } = await openZip('test.zip', await zipOf({ 'a.json': '' }));
    expect(members).toMatchObject([{ name: 'a.json', size: 0 }]);
  });

  it('says that two entries of one name cannot be told apart', async () => {
    const archive = await zipOf({ 'a.json': eventLines(1), 'b.json': eventLines(1) });
    for (let at = 0; at < archive.length; at++) if (archive[at] === 'b'.charCodeAt(0) && archive[at + 1] === '.'.charCodeAt(0)) archive[at] = 'a'.charCodeAt(0);
    expect((await openZip('test.zip', archive)).warnings).toEqual(['The archive states 2 entries; 1 could be told apart.']);
  });

  it('refuses an encrypted member', async () => {
    expect(await failureCode(withDirectoryEntry(await zipOf({ 'a.json': '{}' }), (entry) => entry.setUint16(8, 1, true)))).toBe('password-protected');
  });

  it('refuses a compression that it does not know', async () => {
    expect(await failureCode(withDirectoryEntry(await zipOf({ 'a.json': '{}' }), (entry) => entry.setUint16(10, 12, true)))).toBe('unreadable-file');
  });

  it.each([10, 40, 200, 5_000])('refuses an archive cut %i bytes before its end', async (cut) => {
    expect(await failureCode((await zipOf({ 'a.json': eventLines(3_000) })).slice(0, -cut))).toBe('corrupt');
  });

  it('refuses a directory that points past the end', async () => {
    expect(await failureCode(withDirectoryEntry(await zipOf({ 'a.json': '{}' }), (entry) => entry.setUint32(42, 1_000_000, true)))).toBe('corrupt');
    expect(await failureCode(withDirectoryEntry(await zipOf({ 'a.json': '{}' }), (entry) => entry.setUint32(20, 1_000_000, true)))).toBe('corrupt');
  });
});
