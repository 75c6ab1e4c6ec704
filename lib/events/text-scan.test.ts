import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { TextScan } from './event-table';
import { eventTableOf } from './event-table-builder';

function hitsOf({ rowHits }: TextScan): number {
  return rowHits.reduce((sum, hits) => sum + hits, 0);
}

function found(text: string, wanted: string, matchCase = false) {
  const scan = eventTableOf(text).scan(wanted, matchCase);
  scan.advance(Infinity);
  return { rows: [...scan.rows], hits: hitsOf(scan) };
}

const LINES = [
  { EventID: 4624, Image: 'C:\\Windows\\new.exe' },
  { EventID: 1, Image: 'c:\\windows\\cmd.exe', CommandLine: 'cmd /c "echo mimikatz" & mimikatz' },
  { EventID: 1, User: 'Müller', Note: "it's <b>\nnew" },
];
const JSONL = LINES.map((line) => `${JSON.stringify(line)}\n`).join('');

describe('scan', () => {
  const cases: readonly [string, string, boolean, readonly number[], number][] = [
    ['a value, in any case', 'MIMIKATZ', false, [1], 2],
    ['not in another case where that matters', 'MIMIKATZ', true, [], 0],
    ['a backslash as JSON writes it', 'Windows\\new', false, [0], 1],
    ['every backslash once', '\\', false, [0, 1], 4],
    ['no letter of an escape', 'n', true, [0, 1, 2], 9],
    ['quotes as a person reads them', 'c "echo', false, [1], 1],
    ['a stretch of the line', '"EventID":1,', false, [1, 2], 2],
    ['a line end', 'b>\nnew', false, [2], 1],
    ['text beyond ASCII', 'Müller', false, [2], 1],
    ['a name of a field', 'commandline', false, [1], 1],
  ];
  // 'n' in row 0: Event, Windows, new; in row 1: Event, windows, CommandLine twice; in row 2: Event, new, and not \n.
  it.each(cases)('finds %s', (_, wanted, matchCase, rows, hits) => {
    expect(found(JSONL, wanted, matchCase)).toEqual({ rows, hits });
  });

  it.each([
    ['as Python escapes it', '{"a":"M\\u00fcller"}\n', 'Müller'],
    ['as PowerShell escapes it', '{"a":"it\\u0027s"}\n', "it's"],
    ['with escaped slashes', '{"a":"http:\\/\\/x"}\n', 'http://x'],
  ])('finds a text %s', (_, line, wanted) => {
    expect(found(line, wanted)).toEqual({ rows: [0], hits: 1 });
  });

  it('finds no digit of an escape', () => {
    expect(found('{"a":"\\u00fc00fc"}\n', '00fc')).toEqual({ rows: [0], hits: 1 });
  });

  it('finds nothing in a line that is no event', () => {
    expect(found('{"a":1}\nneedle\n{"b":"needle"}\nneedle', 'needle')).toEqual({ rows: [1], hits: 1 });
  });

  it('goes on where it was left', () => {
    const text = Array.from({ length: 40_000 }, (_, i) => `{"n":${i},"pad":"${'x'.repeat(80)}","t":"${i % 1_000 === 0 ? 'needle' : ''}"}\n`).join('');
    const scan = eventTableOf(text).scan('needle', true);
    let steps = 1;
    while (!scan.advance(0)) steps++;
    expect(steps).toBeGreaterThan(2);
    expect([...scan.rows]).toEqual(Array.from({ length: 40 }, (_, i) => i * 1_000));
    expect([hitsOf(scan), scan.bytesSeen]).toEqual([40, scan.byteCount]);
  });

  it('tells the fields that hold it, and where none does', () => {
    const table = eventTableOf(JSONL);
    expect(table.scan('new', false).fieldsOf([0, 2])).toEqual(new Set(['Image', 'Note']));
    expect(table.scan('Image', false).fieldsOf([0])).toBeNull();
  });

  it('finds what a reader of the values finds, whatever the texts', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'B', 'n', '\\', '"', 'u', '0', '/', 'é'), maxLength: 8 });
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 8 }), fc.string({ unit: fc.constantFrom('a', 'B', 'n', '\\', 'u', '0', '/', 'é'), minLength: 1, maxLength: 3 }), (values, wanted) => {
        const text = values.map((value) => `${JSON.stringify({ z: value })}\n`).join('');
        expect(found(text, wanted, true).rows).toEqual(values.flatMap((value, row) => (value.includes(wanted) ? [row] : [])));
      }),
    );
  });
});
