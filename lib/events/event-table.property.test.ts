import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rowId } from '@/lib/base/row-id';
import type { EventTable } from './event-table';
import { EventTableBuilder, eventTableOf } from './event-table-builder';
import { parseLines, tableLines } from './json-parse.test-support';

const SEED = 20200922;
const encoder = new TextEncoder();

/** A few keys, so that they meet again: as duplicates, as prefixes, under a prototype's name. None is the dotted name of others. */
const key = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom('"a"', '"b"', '"ab"', '"\\u0061"', '"__proto__"', '"constructor"', '""', '"x.y"', '"é"', '"\\ud83d"') },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 6 }).map((text) => JSON.stringify(text)) },
);
const number = fc.constantFrom('0', '-0', '1', '-12.5e+3', '9223372036854775808', '1E400', '0.1', '5e-324');
const string = fc.oneof(
  fc.constantFrom('""', '"x"', '"\\\\"', '"\\""', '"\\u00e9\\n"', '"\\ud800"', '"a long value, longer than a few words"', '"5140"'),
  fc.string({ unit: 'binary', maxLength: 20 }).map((text) => JSON.stringify(text)),
);
const space = fc.constantFrom('', '', '', ' ', '\t', ' \r ');

const { value } = fc.letrec<{ value: string; object: string; array: string }>((tie) => ({
  value: fc.oneof({ maxDepth: 4 }, number, string, fc.constantFrom('true', 'false', 'null', '{}', '[]'), tie('object'), tie('array')),
  object: fc.array(fc.tuple(space, key, space, space, tie('value'), space), { maxLength: 4 }).map(
    (members) => `{${members.map(([a, name, b, c, member, d]) => `${a}${name}${b}:${c}${member}${d}`).join(',')}}`,
  ),
  array: fc.array(fc.tuple(space, tie('value'), space), { maxLength: 3 }).map((items) => `[${items.map((item) => item.join('')).join(',')}]`),
}));
const object = fc
  .array(fc.tuple(space, key, space, space, value, space), { maxLength: 6 })
  .map((members) => `{${members.map(([a, name, b, c, member, d]) => `${a}${name}${b}:${c}${member}${d}`).join(',')}}`);
const line = fc.tuple(space, fc.oneof({ weight: 9, arbitrary: object }, { weight: 1, arbitrary: value }), space).map((parts) => parts.join(''));

/** Bytes that matter to JSON, thrown in anywhere. */
const stray = fc.oneof(fc.constantFrom(...[...'{}[]",:\\u0eE+-.\n\r\t \0\x1f\x7f'].map((character) => character.charCodeAt(0))), fc.integer({ min: 0, max: 255 }));
const edit = fc.record({ at: fc.nat(), remove: fc.nat({ max: 2 }), insert: fc.array(stray, { maxLength: 2 }) });

function applyEdits(bytes: Uint8Array, edits: readonly { at: number; remove: number; insert: number[] }[]): Uint8Array {
  const edited = [...bytes];
  for (const { at, remove, insert } of edits) edited.splice(at % (edited.length + 1), remove, ...insert);
  return Uint8Array.from(edited);
}

/** A last line sees to it that there is an event: a file without any is no file of events, and its lines are not counted. */
function expectAsJsonParse(lineBytes: Uint8Array): void {
  const last = encoder.encode('\n{"a":1}');
  const bytes = new Uint8Array(lineBytes.length + last.length);
  bytes.set(lineBytes);
  bytes.set(last, lineBytes.length);
  const lines = parseLines(new TextDecoder().decode(bytes));
  expect(tableLines(eventTableOf(bytes), lines.length)).toEqual(lines);
}

describe('the index against JSON.parse', () => {
  it('takes the same lines with the same values', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 8 }), (lines) => {
        expectAsJsonParse(encoder.encode(lines.join('\n')));
      }),
      { seed: SEED, numRuns: 1_500 },
    );
  });

  it('refuses the same lines after bytes were changed', () => {
    fc.assert(
      fc.property(fc.array(line, { minLength: 1, maxLength: 4 }), fc.array(edit, { minLength: 1, maxLength: 4 }), (lines, edits) => {
        // The lines come twice: first whole, so that the changed ones meet a prediction.
        const whole = encoder.encode(`${lines.join('\n')}\n`);
        const changed = applyEdits(whole, edits);
        const bytes = new Uint8Array(whole.length + changed.length);
        bytes.set(whole);
        bytes.set(changed, whole.length);
        expectAsJsonParse(bytes);
      }),
      { seed: SEED, numRuns: 3_000 },
    );
  });
});

function describeTable(table: EventTable): unknown {
  const rows = Array.from({ length: table.rowCount }, (_, row) => [table.source(rowId(row)), table.text(rowId(row))]);
  return [table.members, table.skipped, table.fields, rows, tableLines(table, 40)];
}

it('any cut into chunks gives the same table', () => {
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 9 }), fc.boolean(), (lines, sizes, marked) => {
      const bytes = encoder.encode((marked ? '\ufeff' : '') + lines.join('\r\n'));
      const builder = new EventTableBuilder();
      builder.startMember('events.json', sizes[0]);
      for (let at = 0, i = 0; at < bytes.length; at += sizes[i++ % sizes.length]) {
        builder.append(bytes.subarray(at, at + sizes[i % sizes.length]));
      }
      builder.endMember();
      expect(describeTable(builder.finish())).toEqual(describeTable(eventTableOf(bytes)));
    }),
    { seed: SEED, numRuns: 400 },
  );
});

it('large chunks, which are kept, and small ones, which are copied, give the same lines', () => {
  const text = fc.array(line, { minLength: 1, maxLength: 6 }).map((lines) => {
    const padded = lines.map((each, i) => `${each}${' '.repeat(2_000 * i)}`).join('\r\n');
    return encoder.encode(`\ufeff${Array.from({ length: 20 }, () => padded).join('\n')}\n{"a":1}`);
  });
  const sizes = fc.array(fc.oneof(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 30_000, max: 120_000 })), { minLength: 1, maxLength: 9 });
  fc.assert(
    fc.property(text, sizes, (bytes, chunkSizes) => {
      const builder = new EventTableBuilder();
      builder.startMember('events.json');
      for (let at = 0, i = 0; at < bytes.length; i++) {
        const size = chunkSizes[i % chunkSizes.length];
        builder.append(bytes.slice(at, at + size));
        at += size;
      }
      const table = builder.finish();
      const lines = parseLines(new TextDecoder().decode(bytes));
      expect(tableLines(table, lines.length)).toEqual(lines);
      expect(table.members[0].bytes).toBe(bytes.length);
      for (let row = 0; row < table.rowCount; row += 7) expect(table.rowAt(table.source(rowId(row)))).toBe(row);
    }),
    { seed: SEED, numRuns: 60 },
  );
});
