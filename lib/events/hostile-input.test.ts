import { describe, expect, it } from 'vitest';
import { rowId } from '@/lib/base/row-id';
import { EventTableBuilder, eventTableOf } from './event-table-builder';
import { columnOf, parseLines, tableLines, textsOf } from './json-parse.test-support';

const MIB = 1024 * 1024;
const encoder = new TextEncoder();

function expectAsJsonParse(text: string): void {
  const lines = parseLines(text);
  expect(tableLines(eventTableOf(text), lines.length)).toEqual(lines);
}

describe('depth', () => {
  const objects = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
  const arrays = (depth: number) => `{"a":${'['.repeat(depth)}${']'.repeat(depth)}}`;

  it('takes 300 levels', () => {
    expectAsJsonParse(`${objects(300)}\n${arrays(300)}\n${objects(300)}`);
  });

  it('keeps as JSON what lies under a name that grew too long', () => {
    const table = eventTableOf(objects(1_500));
    const { name } = table.fields[0];
    expect(name).toBe(Array.from({ length: 1_025 }, () => 'a').join('.'));
    expect(table.column(name)?.text(1)).toBe(objects(1_500 - 1_025));
  });

  it.each([
    ['objects', objects],
    ['arrays', arrays],
    ['objects in arrays', (depth: number) => `{"a":${'[{"b":'.repeat(depth / 2)}0${'}]'.repeat(depth / 2)}}`],
  ])('takes 100,000 levels of %s, as JSON.parse does, and goes on behind them', (_name, nested) => {
    const line = nested(100_000);
    expect(() => void JSON.parse(line)).not.toThrow();
    const table = eventTableOf(`${line}\n{"b":1}\n${line}`);
    expect([table.rowCount, table.skippedCount, table.text(rowId(0)) === line]).toEqual([3, 0, true]);
    const [{ name }] = table.fields;
    // Each level that became part of the name took `{"a":` from the front and `}` from the end.
    const opened = name.split('.').length;
    expect(textsOf(table, name)[0] === line.slice(5 * opened, -opened)).toBe(true);
    expect(textsOf(table, 'b')[1]).toBe('1');
  });

  it.each([
    ['that end too early', (line: string) => line.slice(0, -1)],
    ['never closed', (line: string) => line.slice(0, line.length / 2)],
    ['closed by the wrong bracket', (line: string) => `${line.slice(0, -2)}]}`],
    ['closed once too often', (line: string) => `${line}}`],
  ])('skips 100,000 levels %s, as JSON.parse does', (_what, spoil) => {
    const line = spoil(objects(100_000));
    expect(() => void JSON.parse(line)).toThrow(SyntaxError);
    const table = eventTableOf(`${line}\n{"b":1}`);
    expect([table.rowCount, table.skipped.map((skipped) => skipped.line)]).toEqual([1, [1]]);
  });

  it('takes no more memory for a bracket than a byte', () => {
    const line = `{"a":${'['.repeat(20 * MIB)}${']'.repeat(20 * MIB)}}`;
    expect(eventTableOf(line).column('a')?.size).toBe(2);
  });
});

describe('width', () => {
  it('takes 10,000 fields in one event', () => {
    const event = JSON.stringify(Object.fromEntries(Array.from({ length: 10_000 }, (_, i) => [`field${i}`, i])));
    const table = eventTableOf(`${event}\n${event}`);
    expect(table.fields).toHaveLength(10_000);
    expect(textsOf(table, 'field9999')).toEqual(['9999', '9999']);
  });

  it('stays in bounds where every event has keys of its own', () => {
    const lines = Array.from({ length: 30_000 }, (_, i) => `{"id":${i},"key${i}":{"x":1},"${i}key":[2],"z":${i % 7}}`);
    const table = eventTableOf(lines.join('\n'));
    expect(table.rowCount).toBe(30_000);
    expect(table.fields).toHaveLength(60_002);
    expect(columnOf(table, 'key29999.x').codes[29_999]).toBe(1);
    expect(textsOf(table, 'z')[29_999]).toBe(String(29_999 % 7));
  });
});

describe('length', () => {
  it.each([65_533, 65_534, 65_535, 65_536, 65_537, 70_000])('puts an event of %i bytes with its line end, the most that two bytes count to or more, beside short ones', (bytes) => {
    const long = (first: string) => {
      const event = { first, text: '', 'last é': [1] };
      const rest = bytes - 1 - encoder.encode(JSON.stringify(event)).length;
      return JSON.stringify({ ...event, text: 'x'.repeat(rest) });
    };
    expectAsJsonParse(['{"first":"a"}', long('b'), '{"last é":2,"first":"c"}', long('d'), '{"first":"e"}'].join('\n'));
    expect(textsOf(eventTableOf(`{"last é":0}\n${long('b')}\n`), 'last é')).toEqual(['0', '[1]']);
  });

  it('puts lines of many megabytes beside short ones, over several segments', () => {
    const long = JSON.stringify({ a: 'x'.repeat(40 * MIB), b: 1 });
    const short = Array.from({ length: 3_000 }, (_, i) => JSON.stringify({ a: `${i}`.padEnd(10_000, '.'), b: 2 }));
    const bytes = encoder.encode([...short, long, ...short].join('\n'));
    const builder = new EventTableBuilder();
    builder.startMember('events.json', 3 * bytes.length);
    for (let at = 0; at < bytes.length; at += 777_777) builder.append(bytes.subarray(at, at + 777_777));
    const table = builder.finish();
    expect(table.rowCount).toBe(6_001);
    expect(table.members).toEqual([{ name: 'events.json', events: 6_001, bytes: bytes.length }]);
    expect(textsOf(table, 'b').slice(2_999, 3_002)).toEqual(['2', '1', '2']);
    expect([2_999, 3_000, 6_000].map((row) => table.text(rowId(row)) === [...short, long, ...short][row])).toEqual([true, true, true]);
    expect(table.rowAt({ member: 0, line: 6_001 })).toBe(6_000);
    expect(table.column('a')?.size).toBe(1 + 3_001);
  });

  it('skips a line too long for a string, and goes on behind it', () => {
    const builder = new EventTableBuilder();
    builder.startMember('events.json');
    const piece = new Uint8Array(8 * MIB).fill(0x78);
    builder.append(encoder.encode('{"a":1}\n'));
    for (let i = 0; i < 17; i++) builder.append(piece);
    builder.append(encoder.encode('x\n{"a":2}\n'));
    const table = builder.finish();
    expect(table.skipped).toEqual([{ member: 0, line: 2, reason: 'longer than 128 MiB', preview: 'x'.repeat(120) }]);
    expect([0, 1].map((row) => table.source(rowId(row)).line)).toEqual([1, 3]);
  });

  it('counts every skipped line, and keeps the first thousand', () => {
    const table = eventTableOf(`${'oops\n'.repeat(1_500)}{"a":1}`);
    expect([table.skippedCount, table.skipped.length, table.rowCount]).toEqual([1_500, 1_000, 1]);
  });
});

describe('bytes that are not UTF-8', () => {
  it.each([
    ['in a value', [0xff, 0xc3, 0x28, 0xed, 0xa0, 0x80]],
    ['a cut character before the quote', [0xe2, 0x82]],
    ['a byte order mark inside a string', [0xef, 0xbb, 0xbf]],
  ])('%s', (_name, bad) => {
    const bytes = Uint8Array.from([...encoder.encode('{"a":"'), ...bad, ...encoder.encode('","'), ...bad, ...encoder.encode('":1}')]);
    const lines = parseLines(new TextDecoder().decode(bytes));
    expect(lines[0]).not.toBeNull();
    expect(tableLines(eventTableOf(bytes), 1)).toEqual(lines);
  });

  it('takes keys that decode to the same text as one, and the last value', () => {
    const bytes = Uint8Array.from([...encoder.encode('{"'), 0xff, ...encoder.encode('":1,"'), 0xfe, ...encoder.encode('":2}')]);
    const column = eventTableOf(bytes).column('\ufffd');
    expect(column?.text(column.codes[0])).toBe('2');
  });
});

it('keeps the later of two fields that share a dotted name', () => {
  const table = eventTableOf('{"a.b":1,"a":{"b":2}}\n{"a":{"b":3},"a.b":4}');
  expect(textsOf(table, 'a.b')).toEqual(['2', '4']);
});
