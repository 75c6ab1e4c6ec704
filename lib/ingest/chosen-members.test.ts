import { describe, expect, it } from 'vitest';
import { UserError, type Failure } from '@/lib/base/user-error';
import { openDataset, type OpenedDataset } from './open-dataset';
import type { MemberChoice, OpenOptions } from './source';
import { tarOf } from './tar-fixtures.test-support';
import { eventLines, withFlippedBit, zipOf, type Files } from './zip-fixtures.test-support';

const files: Files = {
  'picture.png': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
  'first.json': eventLines(3),
  'notes.txt': 'Nothing here.\n',
  'logs/second.csv': 'EventID,Hostname\n1,WS1\n3,WS2\n',
  'third.json': `not an event\n${eventLines(4)}`,
};
const blobs = { zip: async () => new Blob([await zipOf(files)]), tar: async () => new Blob([tarOf(files)]) };

async function open(container: keyof typeof blobs, members?: MemberChoice, options: OpenOptions = {}): Promise<OpenedDataset> {
  return openDataset({ kind: 'file', name: `a.${container}`, blob: await blobs[container]() }, { ...options, members });
}

async function failureOf(opening: Promise<OpenedDataset>): Promise<Failure | null> {
  try {
    await opening;
    return null;
  } catch (error) {
    if (error instanceof UserError) return error.failure;
    throw error;
  }
}

describe.each(['zip', 'tar'] as const)('the members to read, of a %s archive', (container) => {
  it.each<[MemberChoice | undefined, readonly number[]]>([
    [undefined, [3, 2, 4]],
    [[0, 1, 2], [3, 2, 4]],
    [[2], [0, 0, 4]],
    [['logs/second.csv'], [0, 2, 0]],
    [['third.json', 0], [3, 0, 4]],
  ])('%j', async (choice, events) => {
    const { table, skippedMembers } = await open(container, choice);
    expect(table.members.map((member) => [member.name, member.events])).toEqual([['first.json', events[0]], ['logs/second.csv', events[1]], ['third.json', events[2]]]);
    expect(table.rowCount).toBe(events.reduce((sum, count) => sum + count));
    expect(skippedMembers.map(({ name }) => name)).toEqual(['picture.png', 'notes.txt']);
  });

  it('are named by places that mean the same event whatever is chosen', async () => {
    const whole = await open(container);
    const part = await open(container, [2]);
    for (let row = 0; row < whole.table.rowCount; row++) {
      const id = whole.table.rowAt({ member: 2, line: row + 2 });
      if (id === null) continue;
      const same = part.table.rowAt({ member: 2, line: row + 2 });
      expect(same === null ? null : part.table.text(same)).toBe(whole.table.text(id));
    }
    expect(part.table.rowAt({ member: 0, line: 1 })).toBeNull();
    expect(part.table.skipped).toMatchObject([{ member: 2, line: 1 }]);
  });

  it.each<[MemberChoice, string]>([
    [[3], `a.${container} has no file number 4 with events: it has first.json, logs/second.csv, third.json.`],
    [[0, 'notes.txt'], `a.${container} has no file "notes.txt" with events: it has first.json, logs/second.csv, third.json.`],
    [[], `a.${container} holds no events that can be read`],
  ])('that are not there are told: %j', async (choice, message) => {
    expect((await failureOf(open(container, choice)))?.message).toContain(message);
  });
});

it('a member that is left out counts to the limit only by what was looked at, and is not checked', async () => {
  const bytes = withFlippedBit(await zipOf({ 'long.json': eventLines(100_000), 'short.json': eventLines(2) }, 'STORE'), 3_000_000);
  const source = { kind: 'file', name: 'a.zip', blob: new Blob([bytes]) } as const;
  expect(await failureOf(openDataset(source))).toMatchObject({ code: 'corrupt' });
  const maxBytes = 2 * 2 ** 20;
  expect(await failureOf(openDataset(source, { maxBytes }))).toMatchObject({ code: 'too-large' });
  const { table } = await openDataset(source, { maxBytes, members: [1] });
  expect(table.members.map(({ events }) => events)).toEqual([0, 2]);
});

describe('the progress of reading some of the members', () => {
  const long = { 'a.json': eventLines(40_000), 'b.json': eventLines(90_000), 'c.json': eventLines(60_000), 'd.txt': 'x'.repeat(100_000) };

  it.each<[keyof typeof blobs, () => Promise<Blob>]>([
    ['zip', async () => new Blob([await zipOf(long)])],
    ['tar', async () => new Blob([tarOf(long)])],
  ])('grows to the whole: %s', async (_, blobOf) => {
    const seen: number[] = [];
    await openDataset({ kind: 'file', name: 'a', blob: await blobOf() }, { members: [1], onProgress: ({ bytes, totalBytes }) => seen.push(bytes / (totalBytes ?? NaN)) });
    expect(seen.every((fraction, i) => fraction >= (seen[i - 1] ?? 0))).toBe(true);
    expect(seen.at(-1)).toBe(1);
  });

  it('counts only what is looked at of the others, where an archive lets them be passed over', async () => {
    const seen: { bytes: number; totalBytes: number | null }[] = [];
    await openDataset({ kind: 'file', name: 'a', blob: new Blob([await zipOf(long)]) }, { members: ['c.json'], onProgress: (progress) => seen.push(progress) });
    const last = seen.at(-1);
    expect(last?.totalBytes).toBeLessThan(2 * long['c.json'].length);
  });
});
