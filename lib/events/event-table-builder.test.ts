import { describe, expect, it } from 'vitest';
import { rowId } from '@/lib/base/row-id';
import { EventTableBuilder, eventTableOf } from './event-table-builder';
import { parseLines, tableLines } from './json-parse.test-support';

describe('lines that JSON.parse takes or refuses', () => {
  it.each([
    ['plain', '{"EventID":5140,"Channel":"Security"}'],
    ['white space everywhere', ' \t{ "a" : 1 , "b"\t:\r"x" } \r'],
    ['empty event', '{}'],
    ['empty object, spaced', '{"a":{ },"b":{"c":{}}}'],
    ['arrays', '{"a":[],"b":[1,{"c":[null]},"]"],"d":[ ]}'],
    ['nested', '{"a":{"b":{"c":1},"d":2},"e":3}'],
    ['objects that close together', '{"a":{"b":{"c":1}}}'],
    ['duplicate key', '{"a":1,"a":2}'],
    ['duplicate object: the last wins whole', '{"a":{"b":1},"a":{"c":2}}'],
    ['object replaced by a scalar', '{"a":{"b":1},"a":3}'],
    ['scalar replaced by an object', '{"a":3,"a":{"b":1}}'],
    ['duplicate by escape', '{"a":1,"\\u0061":2}'],
    ['__proto__ and constructor', '{"__proto__":1,"constructor":{"__proto__":2},"toString":3}'],
    ['escapes', '{"a":"\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\ud83d\\ude00"}'],
    ['lone surrogates', '{"a":"\\ud800","b":"\\udc00x"}'],
    ['big integer', '{"a":9223372036854775808}'],
    ['numbers', '{"a":-0,"b":0.5,"c":1e5,"d":-1.5E-7,"e":0e0,"f":1E+2}'],
    ['words', '{"a":true,"b":false,"c":null}'],
    ['empty key', '{"":{"":1}}'],
    ['text beyond ASCII', '{"a":"é€😀","ключ":"значение"}'],
    ['control character in a string', '{"a":"x\ty"}'],
    ['DEL is legal', '{"a":"\u007f"}'],
    ['bad escape', '{"a":"\\x"}'],
    ['short hex escape', '{"a":"\\u12g4"}'],
    ['leading zero', '{"a":01}'],
    ['bare minus', '{"a":-}'],
    ['point without digits', '{"a":1.}'],
    ['exponent without digits', '{"a":1e}'],
    ['plus sign', '{"a":+1}'],
    ['half a word', '{"a":tru}'],
    ['trailing comma', '{"a":1,}'],
    ['comma in an empty object', '{,}'],
    ['missing comma', '{"a":1 "b":2}'],
    ['missing colon', '{"a" 1}'],
    ['missing value', '{"a":}'],
    ['unquoted key', '{a:1}'],
    ['two events', '{"a":1}{"b":2}'],
    ['cut inside a string', '{"a":"x'],
    ['cut after a backslash', '{"a":"x\\'],
    ['cut after a value', '{"a":1'],
    ['closed too often', '{"a":1}}'],
    ['wrong closer', '{"a":[1}'],
    ['array with trailing comma', '{"a":[1,]}'],
    ['array with an object without key', '{"a":[{1}]}'],
    ['not an object: number', '12'],
    ['not an object: array', '[{"a":1}]'],
    ['not an object: string', '"x"'],
    ['no-break space', '{"a":1}\u00a0'],
    ['mark inside the file', 'x\n\ufeff{"a":1}'],
  ])('%s', (_name, line) => {
    // Twice, so that the second is met by the prediction, then with a neighbour that shares its beginning.
    const text = `${line}\n${line}\n{"a":1,"z":{"y":2}}\n${line}`;
    const lines = parseLines(text);
    expect(tableLines(eventTableOf(text), lines.length)).toEqual(lines);
  });

  it('says why a line was skipped, and where', () => {
    const table = eventTableOf('{"a":1}\n\n[1]\n{"a":1,}\n');
    expect(table.skipped).toEqual([
      { member: 0, line: 3, reason: 'not an object', preview: '[1]' },
      { member: 0, line: 4, reason: 'not JSON: a key was expected at character 8', preview: '{"a":1,}' },
    ]);
  });
});

describe('members and lines', () => {
  it('finds events by member and line', () => {
    const builder = new EventTableBuilder();
    const add = (name: string, text: string): void => {
      builder.startMember(name);
      builder.append(new TextEncoder().encode(text));
      builder.endMember();
    };
    add('one.json', '\ufeff{"a":1}\r\n\r\n{"a":2}\r\n');
    add('empty.json', '\n\n');
    add('two.json', 'oops\n{"a":3}');
    const table = builder.finish();
    expect(table.members).toEqual([
      { name: 'one.json', events: 2, bytes: 23 },
      { name: 'two.json', events: 1, bytes: 12 },
    ]);
    expect([0, 1, 2].map((row) => table.source(rowId(row)))).toEqual([
      { member: 0, line: 1 },
      { member: 0, line: 3 },
      { member: 1, line: 2 },
    ]);
    expect([0, 1, 2].map((row) => table.text(rowId(row)))).toEqual(['{"a":1}', '{"a":2}', '{"a":3}']);
    expect(table.rowAt({ member: 1, line: 2 })).toBe(2);
    expect(table.rowAt({ member: 1, line: 1 })).toBeNull();
    expect(table.fields).toEqual([{ name: 'a', events: 3 }]);
  });
});
