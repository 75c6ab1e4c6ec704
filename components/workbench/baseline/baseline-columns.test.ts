import { expect, it } from 'vitest';
import type { BaselineRow } from '@/lib/base/baseline';
import { baselineColumns, comparedColumns, markText } from './baseline-columns';

const DAY = Date.UTC(2026, 5, 1);
const hours = Array.from({ length: 24 }, (_, hour) => (hour === 1 ? 3 : hour === 16 ? 1 : 0));
const row: BaselineRow = { account: null, source: '10.0.0.9', sourceHost: 'BK01.corp.example', host: 'FS01', share: '\\\\*\\ADMIN$', directory: '', writes: 4, files: 4, confirmed: 3, first: Date.UTC(2026, 2, 10, 1, 14), last: null, hours };
const mark = { ...row, reason: 'Nightly backup', expires: DAY };

it('tells a row in the viewer’s zone', () => {
  const cells = baselineColumns('Europe/Berlin', 0).map(({ cell }) => cell({ row, mark: null }));
  expect(cells).toEqual([null, '10.0.0.9 · BK01', 'FS01', '\\\\*\\ADMIN$', '\\', '4', '01 (3), 16', null, '4', '3', '2026-03-10 02:14', null]);
});

it.each([
  [{ ...mark, expires: null }, 0, 'Nightly backup'],
  [mark, DAY - 1, 'Nightly backup, until 2026-06-01'],
  [mark, DAY, 'expired 2026-06-01: Nightly backup'],
])('says what is known, and until when', (of, now, text) => {
  expect(markText(of, 'UTC', now)).toBe(text);
});

it.each([
  [{ change: 'new', writesThen: 0, writesNow: 4, newHours: [] } as const, ['new', '0', '4', null, null]],
  [{ change: 'changed', writesThen: 2, writesNow: 4, newHours: [1, 16] } as const, ['changed', '2', '4', '× 2.0', '01 16']],
  [{ change: 'same', writesThen: 5, writesNow: 4, newHours: [] } as const, ['as before', '5', '4', '× 0.80', null]],
])('tells a change: %j', (compared, told) => {
  const cells = comparedColumns().map(({ cell }) => cell({ ...compared, row }));
  expect([cells[0], ...cells.slice(6)]).toEqual(told);
});
