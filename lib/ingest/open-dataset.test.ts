import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { UserError, type Failure } from '@/lib/base/user-error';
import { sharedPath } from '@/lib/shared-data.test-support';
import { openDataset, type OpenedDataset } from './open-dataset';
import type { OpenOptions, OpenProgress } from './source';
import { eventLines, withFlippedBit, zipOf, type Files } from './zip-fixtures.test-support';

function open(bytes: BlobPart, name = 'test.zip', options: OpenOptions = {}): Promise<OpenedDataset> {
  return openDataset({ kind: 'file', name, blob: new Blob([bytes]) }, options);
}

async function failureOf(opening: Promise<OpenedDataset>): Promise<Failure> {
  try {
    await opening;
  } catch (error) {
    if (error instanceof UserError) return error.failure;
    throw error;
  }
  throw new Error('It opened');
}

const appleDouble = new Uint8Array([0, 5, 0x16, 7, 0, 2, 0, 0]);

describe('openDataset reads', () => {
  it('every member that holds events, in the archive\'s order, and says what it skipped and why', async () => {
    const files: Files = {
      'two.json': eventLines(2),
      '__MACOSX/._two.json': appleDouble,
      'logs/._three.json': appleDouble,
      'empty.json': '',
      'traffic.cap': new Uint8Array([0xd4, 0xc3, 0xb2, 0xa1, 2, 0, 4, 0]),
      'notes.json': '{\n  "pretty": "broken\n}\n',
      'logs/three.json': eventLines(3),
    };
    const { table, skippedMembers } = await open(await zipOf(files));
    expect(table.members.map(({ name, events }) => ({ name, events }))).toEqual([
      { name: 'two.json', events: 2 },
      { name: 'logs/three.json', events: 3 },
    ]);
    expect(table.skippedCount).toBe(0);
    expect(skippedMembers).toEqual([
      { name: '__MACOSX/._two.json', reason: 'macOS metadata' },
      { name: 'logs/._three.json', reason: 'macOS metadata' },
      { name: 'empty.json', reason: 'empty' },
      { name: 'traffic.cap', reason: 'a packet capture' },
      { name: 'notes.json', reason: 'text in which nothing is a whole JSON object' },
    ]);
  });

  it('good lines around bad ones, wherever a piece of the stream ends', async () => {
    const padding = 'x'.repeat(1_021);
    const lines = Array.from({ length: 3_000 }, (_, i) => (i % 1_000 === 999 ? `{"broken":${i}` : `{"n":${i},"padding":"${padding.slice(i % 97)}"}`));
    for (const compression of ['DEFLATE', 'STORE'] as const) {
      const { table } = await open(await zipOf({ 'a.json': lines.join('\r\n') }, compression));
      expect(table.rowCount).toBe(2_997);
      expect(table.skipped.map(({ line }) => line)).toEqual([1_000, 2_000, 3_000]);
      const column = table.column('n');
      const read = Array.from({ length: table.rowCount }, (_, row) => column?.text(column.codes[row]));
      expect(read).toEqual(lines.flatMap((_, i) => (i % 1_000 === 999 ? [] : [String(i)])));
    }
  });

  it('newline-delimited JSON that is in no archive', async () => {
    const { table } = await open(eventLines(4), 'export.json');
    expect(table.members).toMatchObject([{ name: 'export.json', events: 4 }]);
  });

  it('an archive, whatever its name says', async () => {
    const archive = await zipOf({ 'a.json': eventLines(2) });
    const [named] = (await open(archive, 'evidence.dat')).table.members;
    expect(named.name).toBe('a.json');
  });

  it('and tells the SHA-256 of the file as opened', async () => {
    // By coreutils: printf '{"a":1}\n' | sha256sum
    const { sha256, fileBytes } = await open('{"a":1}\n', 'a.json');
    expect({ sha256, fileBytes }).toEqual({ sha256: 'e346432021b04179518d9614f3560ccd71354a4ee101ddcb893d6959a9d6301c', fileBytes: 8 });
  });

  it('and reports progress up to the last byte and event', async () => {
    const seen: OpenProgress[] = [];
    const text = eventLines(200_000);
    await open(await zipOf({ 'a.json': text }), 'test.zip', { onProgress: (progress) => seen.push(progress) });
    expect(seen[0]).toEqual({ phase: 'read', bytes: 0, totalBytes: text.length, events: 0 });
    expect(seen.at(-1)).toEqual({ phase: 'read', bytes: text.length, totalBytes: text.length, events: 200_000 });
    expect(seen.map(({ bytes }) => bytes)).toEqual(seen.map(({ bytes }) => bytes).sort((a, b) => a - b));
  });
});

describe('openDataset refuses, and says why', () => {
  const cases: readonly [string, () => Promise<[BlobPart, string]>, Failure['code'], string][] = [
    ['a packet capture', async () => [new Uint8Array([0xd4, 0xc3, 0xb2, 0xa1]), 'a.cap'], 'not-an-archive', 'a.cap holds no events that can be read: it is a packet capture.'],
    ['an empty file', async () => ['', 'a.zip'], 'not-an-archive', 'a.zip holds no events that can be read: it is empty.'],
    [
      'an archive of something else',
      async () => [await zipOf({ 'a.cap': new Uint8Array([0xd4, 0xc3, 0xb2, 0xa1]) }), 'a.zip'],
      'no-events',
      'a.zip holds no events that can be read: a.cap is a packet capture.',
    ],
    ['an archive of nothing', async () => [await zipOf({}), 'a.zip'], 'no-events', 'a.zip holds no events that can be read: it is empty.'],
    [
      'an archive of bad lines only',
      async () => [await zipOf({ 'a.json': '{"a":\n{"b"}\n' }), 'a.zip'],
      'no-events',
      'a.zip holds no events that can be read: a.json is text in which nothing is a whole JSON object.',
    ],
    [
      'a download that broke off',
      async () => [(await zipOf({ 'a.json': eventLines(9_000) })).slice(0, 9_000), 'a.zip'],
      'corrupt',
      'a.zip is truncated or corrupt: the directory at its end is missing.',
    ],
    [
      'a damaged member',
      async () => [withFlippedBit(await zipOf({ 'logs/a.json': eventLines(9_000) }), 9_000), 'a.zip'],
      'corrupt',
      'logs/a.json is truncated or corrupt: ',
    ],
    ['a link that is none', async () => ['', ''], 'not-http', '"file:///etc/passwd" is not an http or https link.'],
  ];
  it.each(cases)('%s', async (_, make, code, message) => {
    const [bytes, name] = await make();
    const opening = name === '' ? openDataset({ kind: 'link', url: 'file:///etc/passwd' }) : open(bytes, name);
    expect(await failureOf(opening)).toMatchObject({ code, message: expect.stringContaining(message) });
  });
});

describe('openDataset is cancelled', () => {
  const stored = () => zipOf({ 'a.json': eventLines(1_000_000) });

  // Again, where another process took the processor meanwhile.
  it('within 100 ms, while it is busy', { retry: 2 }, async () => {
    const archive = await stored();
    const controller = new AbortController();
    let aborted = 0;
    const opening = open(archive, 'test.zip', {
      signal: controller.signal,
      onProgress: ({ events }) => {
        // From a task of its own, as a message from the page would come: it is heard only if the work gives way.
        if (events > 0 && aborted === 0) {
          aborted = -1;
          setTimeout(() => {
            aborted = performance.now();
            controller.abort();
          });
        }
      },
    });
    const { code } = await failureOf(opening);
    expect(code).toBe('cancelled');
    expect(performance.now() - aborted).toBeLessThan(100);
  });

  it('before it began', async () => {
    const opening = open(eventLines(1), 'a.json', { signal: AbortSignal.abort() });
    expect((await failureOf(opening)).code).toBe('cancelled');
  });
});

describe('openDataset on real archives', () => {
  const opens: readonly [string, number, number][] = [
    ['covenant_copy_smb_CreateRequest.zip', 506, 665_742],
    ['purplesharp_ad_playbook_I.zip', 25_993, 39_654_430],
    ['metasploit_sharpdump_lsass_memory_dump.zip', 59_707, 120_231_610],
    ['cmd_psexec_lsa_secrets_dump.zip', 286, 408_881],
    ['reg_stop_event_logging_controlset_minint_key.zip', 6_133, 13_617_928],
    ['WindowsEvents.Zip', 38, 72_050],
    ['ec2_proxy_s3_exfiltration.zip', 103, 106_600],
    ['empire_enable_rdp.tar.gz', 2_668, 8_500_102],
    ['aws_s3_honeybucketlogs.zip', 301, 119_353],
    ['sh_arp_cache.zip', 12, 1_884],
  ];
  const refuses: readonly [string, Failure['code'], string][] = [
    ['network_covenant_copy_smb_CreateRequest.zip', 'no-events', 'a packet capture'],
    ['UTICA-ONE-DRIVE.zip', 'password-protected', 'is password-protected'],
  ];
  const missing = sharedPath('datasets') === null;
  const read = async (name: string) => readFile(sharedPath(`datasets/${name}`) ?? '');

  it.skipIf(missing).each(opens)('%s: %i events in %i bytes (skipped where ../shared is missing)', async (name, events, bytes) => {
    const { table } = await open(await read(name), name);
    expect({ events: table.rowCount, bytes: table.members[0].bytes, skipped: table.skippedCount }).toEqual({ events, bytes, skipped: 0 });
  });

  it.skipIf(missing).each(refuses)('%s: %s (skipped where ../shared is missing)', async (name, code, words) => {
    const failure = await failureOf(open(await read(name), name));
    expect(failure.code).toBe(code);
    expect(failure.message).toContain(words);
  });
});
