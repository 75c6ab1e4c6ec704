import { expect, it } from 'vitest';
import { toTsv } from './to-tsv';

it.each([
  ['a path stays as it is', [['ShareName', 'User'], ['\\\\*\\C$', 'pgustavo']], 'ShareName\tUser\n\\\\*\\C$\tpgustavo'],
  ['a missing value is empty', [['a', null, 'b']], 'a\t\tb'],
  ['a tab does not make a column', [['a\tb', 'c']], '"a\tb"\tc'],
  ['a line end does not make a row', [['a\r\nb']], '"a\r\nb"'],
  ['a quote is doubled', [['say "no"']], '"say ""no"""'],
])('%s', (_, rows, expected) => {
  expect(toTsv(rows)).toBe(expected);
});
