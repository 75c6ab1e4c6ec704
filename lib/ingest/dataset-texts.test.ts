import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { rowId } from '@/lib/base/row-id';
import type { EventTable } from '@/lib/events/event-table';
import { openDataset, type OpenedDataset } from './open-dataset';
import { tarOf } from './tar-fixtures.test-support';
import { eventLines, zipOf } from './zip-fixtures.test-support';

const encoder = new TextEncoder();

function open(bytes: BlobPart, name = 'export'): Promise<OpenedDataset> {
  return openDataset({ kind: 'file', name, blob: new Blob([bytes]) });
}

/** Every event as JSON.parse reads the text that the table shows, with the line that it names. */
function events(table: EventTable): [number, unknown][] {
  return Array.from({ length: table.rowCount }, (_, row) => [table.source(rowId(row)).line, JSON.parse(table.text(rowId(row)))]);
}

function utf16(text: string, order: 'le' | 'be', mark = true): Uint8Array<ArrayBuffer> {
  const units = mark ? `\ufeff${text}` : text;
  const view = new DataView(new ArrayBuffer(2 * units.length));
  for (let i = 0; i < units.length; i++) view.setUint16(2 * i, units.charCodeAt(i), order === 'le');
  return new Uint8Array(view.buffer);
}

/** [name, text, the events in it as [line, event]] */
const A = { EventID: 1, Image: 'C:\\a.exe', deep: { list: [{ x: ']}' }] } };
const B = { EventID: 3, Message: 'two\r\nlines "quoted" {' };
const [a, b] = [JSON.stringify(A), JSON.stringify(B)];
const pretty = (value: unknown) => JSON.stringify(value, null, 2);
const prettyLines = pretty(A).split('\n').length;

const texts: readonly [string, string, readonly [number, unknown][]][] = [
  ['lines', `${a}\n\r\n${b}`, [[1, A], [3, B]]],
  ['an array, an event a line', `[\n${a},\n${b}\n]\n`, [[2, A], [3, B]]],
  ['an array on one line: events are numbered', `[${a},${b}]`, [[1, A], [2, B]]],
  ['an array, pretty', pretty([A, B]), [[2, A], [2 + prettyLines, B]]],
  ['pretty objects', `${pretty(A)}\n${pretty(B)}\n`, [[1, A], [1 + prettyLines, B]]],
  ['pretty objects with \\r\\n', `${pretty(A)}\n${pretty(B)}`.replaceAll('\n', '\r\n'), [[1, A], [1 + prettyLines, B]]],
  ['objects without anything between', `${a}${b}${a}`, [[1, A], [2, B], [3, A]]],
  ['objects with commas between', `${a},\n${b},\n`, [[1, A], [2, B]]],
  ['CloudTrail', `{"Records":[${a},${b}]}`, [[1, A], [2, B]]],
  ['Azure, pretty', pretty({ count: 2, next: null, records: [A, B] }), [[5, A], [5 + prettyLines, B]]],
  ['Events, with lists around', `{"Events":[\n${a},\n${b}],"other":[{"no":1}],"meta":{"x":[{"no":2}]}}`, [[2, A], [3, B]]],
  ['CSV', 'EventID,Image,Note\r\n1,C:\\a.exe,\r\n\r\n3,"a ""b"", c\r\nd",=cmd()\r\n5,x,00123', [
    [2, { EventID: 1, Image: 'C:\\a.exe', Note: null }],
    [4, { EventID: 3, Image: 'a "b", c\r\nd', Note: '=cmd()' }],
    [6, { EventID: 5, Image: 'x', Note: '00123' }],
  ]],
  ['TSV', 'EventID\tImage\n1\tC:\\a, b.exe\n', [[2, { EventID: 1, Image: 'C:\\a, b.exe' }]]],
  ['CSV with hostile names', '__proto__,constructor\n1,<script>\n', [[2, JSON.parse('{"__proto__":1,"constructor":"<script>"}')]]],
  ['audit', 'type=CWD msg=audit(1604994496.155:92733): cwd="/home/a b"\n', [
    [1, { type: 'CWD', '@timestamp': '2020-11-10T07:48:16.155Z', serial: 92733, cwd: '/home/a b' }],
  ]],
];

describe('texts', () => {
  describe.each(texts)('%s', (_name, text, expected) => {
    it.each<[string, BlobPart]>([
      ['plain', text],
      ['with a byte order mark', `\ufeff${text}`],
      ['in UTF-16 LE', utf16(text, 'le')],
      ['in UTF-16 BE', utf16(text, 'be')],
      ['in UTF-16 without a mark', utf16(text, 'le', false)],
      ['in gzip', new Uint8Array(gzipSync(text))],
      ['in tar', tarOf({ 'a.log': text })],
      ['in tar.gz', new Uint8Array(gzipSync(tarOf({ 'a.log': text })))],
    ])('%s', async (_how, bytes) => {
      const { table } = await open(bytes);
      expect(events(table)).toEqual(expected);
      expect(table.skippedCount).toBe(0);
      expect(Array.from({ length: table.rowCount }, (_, row) => table.rowAt(table.source(rowId(row))))).toEqual(expected.map((_, row) => row));
    });
  });

  it('warns where lines do not tell events apart', async () => {
    const { warnings, table } = await open(`[${a},${b}]`, 'a.json');
    expect(warnings).toEqual(['a.json has several events on one line, so its events are numbered by their order instead of their lines.']);
    expect(table.members).toEqual([{ name: 'a.json', events: 2, bytes: a.length + b.length + 3, numbering: 'events' }]);
  });

  it.each<[string, string, number, readonly [number, string | RegExp][]]>([
    ['an array cut inside an event', `[\n${a},\n{"b":"x`, 1, [[3, /^not JSON/]]],
    ['an array cut between events', `[\n${a},\n`, 1, [[3, 'the text ends before its list of events does']]],
    ['a bad event in an array', `[\n${a},\n{"b":},\n5,\n"x",\n${b}]`, 2, [[3, /^not JSON: a value/], [4, 'not an object'], [5, 'not an object']]],
    ['a line end inside a string', `[\n{"a":"x\ny"},\n${a}]`, 1, [[2, /^not JSON/]]],
    ['a stray bracket', `[\n${a}}\n,${b}]`, 2, [[3, /^not JSON/]]],
    ['pretty objects cut', `${pretty(A)}\n{\n  "b":`, 1, [[1 + prettyLines, /^not JSON/]]],
    ['CSV cut inside a row', 'a,b\n1,2\n3,4\n5,6\n7,8\n9,10\n11,12\n13,14\n15,16\n17,18\n19', 9, [[11, '1 cells where the header names 2']]],
    ['audit lines with another between', 'type=A msg=audit(1.0:1): a=1\nhello\ntype=A msg=audit(1.0:1): a=', 2, [[2, 'not an audit record']]],
  ])('%s: the rest is read, what is lost is counted', async (_name, text, count, skipped) => {
    const { table } = await open(text);
    expect(table.rowCount).toBe(count);
    expect(table.skipped.map(({ line }) => line)).toEqual(skipped.map(([line]) => line));
    skipped.forEach(([, reason], i) => expect(table.skipped[i].reason).toMatch(reason));
  });

  it('of any length, wherever a piece ends', async () => {
    const list = Array.from({ length: 10_000 }, (_, i) => ({ n: i, text: `"é€😀\\${'x'.repeat(i % 97)}`, list: [{ i }] }));
    for (const text of [JSON.stringify(list), pretty(list), `{"value":${JSON.stringify(list)}}`, list.map(pretty).join('')]) {
      for (const bytes of [gzipSync(text), utf16(text, 'be'), encoder.encode(text)]) {
        const { table } = await open(new Uint8Array(bytes));
        expect(table.rowCount).toBe(list.length);
        expect(JSON.parse(table.text(rowId(9_999)))).toEqual(list[9_999]);
        expect(table.skippedCount).toBe(0);
      }
    }
    const csv = ['n,text', ...list.map(({ n, text }) => `${n},"${text.replaceAll('"', '""')}\n"`)].join('\n');
    const { table } = await open(csv);
    expect(events(table)).toEqual(list.map(({ n, text }, i) => [2 + 2 * i, { n, text: `${text}\n` }]));
  });
});

describe('several files', () => {
  const named = (files: Readonly<Record<string, BlobPart>>) =>
    openDataset({ kind: 'files', files: Object.entries(files).map(([name, content]) => ({ name, blob: new Blob([content]) })) });

  it('are one dataset, in the order of their names; what holds no events is skipped', async () => {
    const files = { 'c.cap': new Uint8Array([0xd4, 0xc3, 0xb2, 0xa1]), 'b.zip': await zipOf({ 'logs/x.json': eventLines(2) }), 'a.json': eventLines(1) };
    const { table, name, skippedMembers, sha256, fileBytes } = await named(files);
    expect(table.members.map(({ name: member, events: count }) => [member, count])).toEqual([['a.json', 1], ['b.zip/logs/x.json', 2]]);
    expect([name, skippedMembers]).toEqual(['a.json and 2 more', [{ name: 'c.cap', reason: 'a packet capture' }]]);
    expect(fileBytes).toBe(4 + files['b.zip'].length + files['a.json'].length);
    const other = await named(Object.fromEntries(Object.entries(files).reverse()));
    expect([sha256?.length, other.sha256]).toEqual([64, sha256]);
  });

  it('of which none holds events', async () => {
    await expect(named({ 'a.cap': new Uint8Array([0xd4, 0xc3, 0xb2, 0xa1]), 'b.txt': '' })).rejects.toThrow(
      'a.cap and 1 more holds no events that can be read: a.cap is a packet capture; b.txt is empty.',
    );
  });
});

describe('archives', () => {
  it.each<[string, (tar: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>]>([
    ['tar', (tar) => tar],
    ['tar.gz', (tar) => new Uint8Array(gzipSync(tar))],
  ])('%s: every file in it that holds events; long names; what is skipped', async (_format, pack) => {
    const long = `${'folder/'.repeat(30)}x.json`;
    const tar = tarOf({ 'a.json': eventLines(3), './._a.json': 'x', [long]: eventLines(20_000), 'b.cap': new Uint8Array([0xd4, 0xc3, 0xb2, 0xa1]), 'c.csv': 'a,b\n1,2\n' });
    const { table, skippedMembers } = await open(pack(tar), 'evidence.Zip');
    expect(table.members.map(({ name, events: count }) => [name, count])).toEqual([['a.json', 3], [long, 20_000], ['c.csv', 1]]);
    expect(skippedMembers).toEqual([{ name: './._a.json', reason: 'macOS metadata' }, { name: 'b.cap', reason: 'a packet capture' }]);
  });

  it.each<[string, Uint8Array<ArrayBuffer>]>([
    ['a gzip file cut off', new Uint8Array(gzipSync(eventLines(9_000))).slice(0, 9_000)],
    ['a tar archive cut off', tarOf({ 'a.json': eventLines(9_000) }).slice(0, 9_000)],
    ['a tar archive with a damaged header', tarOf({ 'a.json': eventLines(1), 'b.json': eventLines(1) }).with(1_030, 7)],
  ])('%s', async (_name, bytes) => {
    await expect(open(bytes, 'a.tar')).rejects.toThrow(/^a\.tar is truncated or corrupt: /);
  });

  it('gzip gives the name that its header states, or its own without the ending', async () => {
    const names = async (bytes: Uint8Array<ArrayBuffer>, name: string) => (await open(bytes, name)).table.members.map((member) => member.name);
    const plain = new Uint8Array(gzipSync(eventLines(1)));
    const stated = Uint8Array.from([...plain.slice(0, 3), 8, ...plain.slice(4, 10), ...encoder.encode('real.json\0'), ...plain.slice(10)]);
    expect([await names(plain, 'logs.json.gz'), await names(plain, 'evidence'), await names(stated, 'x.gz')]).toEqual([['logs.json'], ['evidence'], ['real.json']]);
  });
});

describe('what an event was made from', () => {
  const long = 'x'.repeat(500);
  const many = Array.from({ length: 3_000 }, (_, i) => `${i},${long}`);
  it.each<[string, string, string[]]>([
    ['CSV, with quotes and lines inside', 'EventID,Image,Note\r\n1,C:\\a.exe,\r\n\r\n3,"a ""b"", c\r\nd",=cmd()\r\n5,x, 00123 ', ['1,C:\\a.exe,', '3,"a ""b"", c\r\nd",=cmd()', '5,x, 00123 ']],
    ['TSV', 'EventID\tImage\n1\tC:\\a\n2\tä\n', ['1\tC:\\a', '2\tä']],
    ['audit', 'type=CWD msg=audit(1604994496.155:1): cwd="/a"\r\nno record\ntype=CWD  msg=x\ntype=CWD msg=audit(1604994496.155:2): cwd=2F', ['type=CWD msg=audit(1604994496.155:1): cwd="/a"', 'type=CWD msg=audit(1604994496.155:2): cwd=2F']],
    ['rows of several chunks', `a,b\n${many.join('\n')}`, many],
    ['a row refused', `a,b\n${many.join('\n')}\nbad\n1,2`, [...many, '1,2']],
    ['JSON itself', `${a}\n${b}`, [a, b]],
  ])('%s', async (_name, text, written) => {
    const { table } = await open(await zipOf({ 'first.json': a, 'made.txt': text, 'last.json': b }));
    const from = table.members[0].events;
    expect(table.members[1].name).toBe('made.txt');
    const rows = await Promise.all(Array.from({ length: table.members[1].events }, (_, i) => table.writtenText(rowId(from + i))));
    expect(rows).toEqual(written);
    expect(await Promise.all([0, table.rowCount - 1].map((row) => table.writtenText(rowId(row))))).toEqual([a, b]);
  });
});
