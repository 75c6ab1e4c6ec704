import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { rowId } from '@/lib/base/row-id';
import { UserError, type Failure } from '@/lib/base/user-error';
import { eventFields } from '@/lib/events/event-fields';
import type { EventTable } from '@/lib/events/event-table';
import { openDataset, type OpenedDataset } from './open-dataset';
import { eventLines, zipOf } from './zip-fixtures.test-support';

/* Input that somebody made to do harm, as whole files: each loads harmlessly or ends in words for a person. */

const open = (bytes: BlobPart, name = 'hostile.zip'): Promise<OpenedDataset> => openDataset({ kind: 'file', name, blob: new Blob([bytes]) });

async function failureOf(bytes: BlobPart): Promise<Failure> {
  try {
    await open(bytes);
  } catch (error) {
    if (error instanceof UserError) return error.failure;
    throw error;
  }
  throw new Error('It opened');
}

function textOf(table: EventTable, field: string, row = 0): string | null | undefined {
  const column = table.column(field);
  return column?.text(column.codes[row]);
}

/** Copies the archive with a name exchanged for one as long, in the member's header and in the directory. */
function renamed(archive: Uint8Array, from: string, to: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.from(Buffer.from(archive).toString('latin1').replaceAll(from, to), 'latin1'));
}

/** Copies the archive with its directory's entries changed. Offsets in them as in APPNOTE 4.3.12. */
function withDirectory(archive: Uint8Array, edit: (entries: readonly DataView[]) => void): Uint8Array<ArrayBuffer> {
  const copy = Uint8Array.from(archive);
  const view = new DataView(copy.buffer);
  const entries: DataView[] = [];
  for (let at = 0; at + 46 <= copy.length; at++) if (view.getUint32(at, true) === 0x02014b50) entries.push(new DataView(copy.buffer, at));
  edit(entries);
  return copy;
}
const CRC32 = 16;
const PACKED_SIZE = 20;
const SIZE = 24;
const OFFSET = 42;

describe('a member’s name', () => {
  it.each(['__proto__', 'constructor', 'toString', '__proto__/x.json', '<img src=x onerror=alert(1)>.json', 'C:\\Windows\\x.json', '        '])(
    'may be %j',
    async (name) => {
      const placeholder = 'N'.repeat(name.length);
      const archive = renamed(await zipOf({ 'first.json': eventLines(1), [placeholder]: eventLines(2) }), placeholder, name);
      const { table, skippedMembers } = await open(archive);
      expect(table.members.map(({ name: read, events }) => [read, events])).toEqual([['first.json', 1], [name, 2]]);
      expect(skippedMembers).toEqual([]);
    },
  );

  it('may climb out of its folder: nothing is written anywhere', async () => {
    const { table } = await open(renamed(await zipOf({ 'aa/bb/x.json': eventLines(2) }), 'aa/bb/', '../../'));
    expect(table.members).toMatchObject([{ name: expect.stringMatching(/x\.json$/), events: 2 }]);
  });
});

describe('an event', () => {
  it('may use the names of prototypes, as fields and as values', async () => {
    const words = ['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'valueOf'];
    const flat = `{${words.map((word) => `"${word}":"${word}"`).join(',')}}`;
    const nested = `{"__proto__":{"polluted":"yes","constructor":{"prototype":{"polluted":"yes"}}}}`;
    const { table } = await open(`${flat}\n${nested}\n`, 'a.json');
    expect(words.map((word) => textOf(table, word))).toEqual(words);
    expect(textOf(table, '__proto__.constructor.prototype.polluted', 1)).toBe('yes');
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  it('may have 10,000 fields', async () => {
    const event = JSON.stringify(Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`field${i}`, `value${i}`])));
    const { table } = await open(await zipOf({ 'a.json': `${event}\n${eventLines(1)}` }));
    expect([table.rowCount, textOf(table, 'field9999'), eventFields(table, rowId(0)).length]).toEqual([2, 'value9999', 10_000]);
  });

  it('may have 1,000,000 fields', async () => {
    const event = `{${Array.from({ length: 1_000_000 }, (_, i) => `"f${i}":${i}`).join(',')}}`;
    const { table } = await open(`${event}\n${eventLines(1)}`);
    expect([table.rowCount, table.skippedCount, textOf(table, 'f999999')]).toEqual([2, 0, '999999']);
  });

  it('may be 100 MB in one line', async () => {
    const value = 'x'.repeat(100_000_000);
    const { table } = await open(await zipOf({ 'a.json': `${eventLines(1)}{"EventID":1,"CommandLine":"${value}"}\n${eventLines(1)}` }));
    expect([table.rowCount, table.skippedCount]).toEqual([3, 0]);
    expect(textOf(table, 'CommandLine', 1) === value).toBe(true);
  });

  it('may be nested 200 levels deep', async () => {
    const { table } = await open(`{"a":${'[{"b":'.repeat(100)}1${'}]'.repeat(100)}}\n${'{"c":'.repeat(200)}2${'}'.repeat(200)}\n`, 'a.json');
    expect(table.rowCount).toBe(2);
    expect(textOf(table, Array.from({ length: 200 }, () => 'c').join('.'), 1)).toBe('2');
  });

  it('may hold HTML, script and formulas, which stay the text that they are', async () => {
    const values = ['<script>alert(1)</script>', '<img src=x onerror=alert(1)>', '"><svg/onload=alert(1)>', 'javascript:alert(1)', "=cmd|' /C calc'!A0", '\u0000\u202e\u2028'];
    const { table } = await open(values.map((value) => JSON.stringify({ [value]: value })).join('\n'), 'a.json');
    expect(values.map((value, row) => textOf(table, value, row))).toEqual(values);
  });
});

describe('a directory that lies', () => {
  const lie = async (edit: (entries: readonly DataView[]) => void) => failureOf(withDirectory(await zipOf({ 'a.json': eventLines(500) }), edit));

  it.each<[string, (entry: DataView) => void]>([
    ['it is smaller than it is', (entry) => entry.setUint32(SIZE, 100, true)],
    ['it is empty', (entry) => entry.setUint32(SIZE, 0, true)],
    ['it is nearly 4 GiB', (entry) => entry.setUint32(SIZE, 0xfffffffe, true)],
    ['its packed bytes go on past the end', (entry) => entry.setUint32(PACKED_SIZE, 0x7fffffff, true)],
    ['its packed bytes are fewer', (entry) => entry.setUint32(PACKED_SIZE, 5, true)],
    ['its checksum is another', (entry) => entry.setUint32(CRC32, 0, true)],
    ['it begins past the end', (entry) => entry.setUint32(OFFSET, 0x7fffffff, true)],
    ['it begins in the middle of another record', (entry) => entry.setUint32(OFFSET, 11, true)],
  ])('of a member, that %s', async (_, edit) => {
    const start = performance.now();
    const { code, message } = await lie(([entry]) => edit(entry));
    expect(['corrupt', 'no-events']).toContain(code);
    expect(message).toMatch(/a\.json|hostile\.zip/);
    expect(performance.now() - start).toBeLessThan(2_000);
  });

  it('of two members, which are the same bytes: they load once, and it says that one is missing', async () => {
    const archive = withDirectory(await zipOf({ 'a.json': eventLines(3), 'b.json': eventLines(5) }), ([first, second]) => {
      for (const at of [CRC32, PACKED_SIZE, SIZE, OFFSET]) second.setUint32(at, first.getUint32(at, true), true);
    });
    const { table, warnings } = await open(archive);
    expect(table.members).toMatchObject([{ name: 'a.json', events: 3 }]);
    expect(warnings).toEqual(['The archive states 2 entries; 1 could be told apart.']);
  });

  it('of two members of one name: says that one of them cannot be told apart', async () => {
    const { table, warnings } = await open(renamed(await zipOf({ 'a.json': eventLines(3), 'b.json': eventLines(5) }), 'b.json', 'a.json'));
    expect(table.members).toMatchObject([{ name: 'a.json', events: 5 }]);
    expect(warnings).toEqual(['The archive states 2 entries; 1 could be told apart.']);
  });
});

it('events whose names of fields would take more than a heap has end in words, within bounds', async () => {
  // Each name is as long as the one in front of it: 2 kB of the heap for ten bytes of the file.
  const line = (i: number) => `{"${'x'.repeat(2_000)}":{${Array.from({ length: 10_000 }, (_, j) => `"${i}-${j}":1`).join(',')}}}\n`;
  const archive = await zipOf({ 'a.json': eventLines(2), 'b.json': Array.from({ length: 50 }, (_, i) => line(i)).join('') });
  const failure = await failureOf(archive);
  expect(failure.code).toBe('out-of-memory');
  const [, events, sets, names] = /^Reading stopped in b\.json: the (\d+) events up to there have (\d+) different sets or orders of ([\d,]+) field names, more than a browser can hold\.$/.exec(failure.message) ?? [];
  // 512 MiB over the 4.3 kB that a name takes are twelve events; the piece that was being read ends some later.
  expect([Number(events), Number(sets), Number(names.replaceAll(',', ''))].map((count, i) => count >= [12, 11, 110_000][i] && count <= [30, 30, 300_000][i])).toEqual([true, true, true]);
});

describe('a bomb', () => {
  const MIB = 2 ** 20;
  /** 1,000:1, as deflate can at most. */
  const blank = new Uint8Array(8 * MIB).fill(0x20);
  const openUpTo = (bytes: BlobPart, maxBytes: number) => openDataset({ kind: 'file', name: 'bomb', blob: new Blob([bytes]) }, { maxBytes });
  const inText = `{"a":"${'0'.repeat(8 * MIB)}"}\n`;

  it('that says what it is is refused before it is inflated', async () => {
    await expect(openUpTo(await zipOf({ 'a.json': blank }), 4 * MIB)).rejects.toMatchObject({
      failure: { code: 'too-large', message: 'bomb holds 8.0 MiB by its own account, more than the limit of 4.0 MiB.' },
    });
  });

  it('that lies is stopped once it passes the limit', async () => {
    const archive = gzipSync(inText);
    new DataView(archive.buffer, archive.byteOffset).setUint32(archive.length - 4, 10, true);
    await expect(openUpTo(new Uint8Array(archive), 4 * MIB)).rejects.toMatchObject({
      failure: { code: 'too-large', message: 'bomb inflates to more than the limit of 4.0 MiB.' },
    });
  });

  it('opens where the limit allows it: no ratio is too high', async () => {
    const { table } = await openUpTo(await zipOf({ 'a.json': inText }), 9 * MIB);
    expect(table.rowCount).toBe(1);
  });
});

it('CSV cells that begin with = stay text', async () => {
  const { table } = await open('EventID,User,CommandLine\n1,=1+1,"=cmd|\'/C calc\'!A0"\n', 'a.csv');
  expect([textOf(table, 'User'), textOf(table, 'CommandLine')]).toEqual(['=1+1', "=cmd|'/C calc'!A0"]);
});
