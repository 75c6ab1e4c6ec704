import { expect, it } from 'vitest';
import type { BaselineRow } from '@/lib/base/baseline';
import { comparedBaselines } from './compare-baselines';

function row(directory: string, byHour: Readonly<Record<number, number>>): BaselineRow {
  const hours = Array.from({ length: 24 }, (_, hour) => byHour[hour] ?? 0);
  const writes = hours.reduce((sum, count) => sum + count, 0);
  return { account: 'eve', source: null, host: 'FS01', share: '\\\\*\\C$', directory, sourceHost: null, writes, files: 1, confirmed: 0, first: null, last: null, hours };
}

it.each<[what: string, then: BaselineRow[], now: BaselineRow[], told: string[]]>([
  ['the same', [row('a', { 1: 3 })], [row('A', { 1: 4 })], ['same A 3→4']],
  ['twice as many', [row('a', { 1: 3 })], [row('a', { 1: 6 })], ['changed a 3→6']],
  ['half as many', [row('a', { 1: 6 })], [row('a', { 1: 3 })], ['changed a 6→3']],
  ['at new hours', [row('a', { 1: 3 })], [row('a', { 1: 2, 14: 1, 23: 1 })], ['changed a 3→4 14,23']],
  ['fewer hours alone are no change', [row('a', { 1: 2, 2: 2 })], [row('a', { 1: 3 })], ['same a 4→3']],
  ['new, gone and changed in this order', [row('same', { 1: 1 }), row('gone', { 1: 1 })], [row('same', { 2: 1 }), row('new', { 1: 1 })], ['new new 0→1', 'gone gone 1→0', 'changed same 1→1 2']],
])('%s', (_what, then, now, told) => {
  const lines = comparedBaselines(then, now).map(({ change, row: of, writesThen, writesNow, newHours }) => `${change} ${of.directory} ${writesThen}→${writesNow} ${newHours.join()}`.trim());
  expect(lines).toEqual(told);
});
