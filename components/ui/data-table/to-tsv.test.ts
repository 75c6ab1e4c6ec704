import { expect, it } from 'vitest';
import { toTsv } from './to-tsv';

it.each([
  ['a path stays as it is', [['ShareName', 'User'], ['\\\\*\\C$', 'pgustavo']], 'ShareName\tUser\n\\\\*\\C$\tpgustavo'],
  ['a missing value is empty', [['a', null, 'b']], 'a\t\tb'],
  ['a formula becomes text', [['=cmd|calc!A0', '=1', '+1+cmd|calc!A0', '-2+3', '@SUM(1)']], "'=cmd|calc!A0\t'=1\t'+1+cmd|calc!A0\t'-2+3\t'@SUM(1)"],
  ['what only looks like one stays', [['@timestamp', '-', '-12.5', '+1', '-07:00', 'a=b']], '@timestamp\t-\t-12.5\t+1\t-07:00\ta=b'],
  ['a tab does not make a column', [['a\tb', 'c']], '"a\tb"\tc'],
  ['a line end does not make a row', [['a\r\nb']], '"a\r\nb"'],
  ['a quote is doubled', [['say "no"']], '"say ""no"""'],
])('%s', (_, rows, expected) => {
  expect(toTsv(rows)).toBe(expected);
});
