import { describe, expect, it } from 'vitest';
import { rowId } from '@/lib/base/row-id';
import { resultOf } from './result-fixtures.test-support';
import { RowsView } from './rows';

const at = { analytic: 'I', reading: 'sql', offset: 0, limit: 100, filters: [] } as const;

describe('RowsView sorts', () => {
  const cases: readonly [string, readonly (string | null)[], readonly (string | null)[]][] = [
    ['numbers as numbers', ['10', '9', '-1', '2.5'], ['-1', '2.5', '9', '10']],
    ['hex as numbers, in any case', ['0x1F', '0x9', '16'], ['0x9', '16', '0x1F']],
    ['whole numbers past 2^53 exactly', ['9223372036854775807', '9223372036854775806'], ['9223372036854775806', '9223372036854775807']],
    ['times as times, whatever their zone', ['2020-09-22T18:00:00Z', '2020-09-22 17:30:00', '2020-09-22T19:00:00+02:00'], ['2020-09-22T19:00:00+02:00', '2020-09-22 17:30:00', '2020-09-22T18:00:00Z']],
    ['text in any case', ['bob', 'Alice', 'carol', 'ALF'], ['ALF', 'Alice', 'bob', 'carol']],
    ['numbers among text as text', ['10', '9', 'x'], ['10', '9', 'x']],
    ['missing values last', [null, '2', null, '1'], ['1', '2', null, null]],
  ];
  it.each(cases)('%s', (_, cells, ascending) => {
    const result = resultOf(['value'], cells.map((cell) => [cell]));
    const sorted = (descending: boolean) =>
      new RowsView(result).page({ ...at, sort: { column: 0, descending } }).rows.map((row) => row.cells[0]);
    expect(sorted(false)).toEqual(ascending);
    const present = ascending.filter((cell) => cell !== null);
    expect(sorted(true)).toEqual([...present.reverse(), ...ascending.filter((cell) => cell === null)]);
  });

  it('equal cells as the result has them, in both directions', () => {
    const result = resultOf(['host', 'n'], [['b', '1'], ['A', '2'], ['a', '3'], ['B', '4']]);
    const order = (descending: boolean) => new RowsView(result).page({ ...at, sort: { column: 0, descending } }).rows.map(({ row }) => row);
    expect(order(false)).toEqual([1, 2, 0, 3]);
    expect(order(true)).toEqual([0, 3, 1, 2]);
  });
});

describe('RowsView filters and pages', () => {
  const result = resultOf(
    ['user', 'share'],
    [['pgustavo', 'C$'], ['sysadmin', 'IPC$'], ['PGUSTAVO', 'IPC$'], [null, 'IPC$']],
  );

  it('by what every column contains, in any case; a missing value contains nothing', () => {
    const page = new RowsView(result).page({ ...at, sort: null, filters: [{ column: 0, text: 'Gust' }, { column: 1, text: 'ipc' }] });
    expect(page).toEqual({ total: 1, rows: [{ row: 2, cells: ['PGUSTAVO', 'IPC$'] }] });
  });

  it('by an empty text not at all', () => {
    expect(new RowsView(result).page({ ...at, sort: null, filters: [{ column: 0, text: '' }] }).total).toBe(4);
  });

  it('by a time, with any of the events behind a row in it, its end left out', () => {
    const joined = resultOf(['a'], [['x'], ['y'], ['z'], ['nothing']], [[rowId(0), rowId(1)], [rowId(2)], [rowId(3)], []]);
    const millis = Float64Array.of(10, 20, 30, Number.NaN);
    const within = (from: number, to: number) => [...new RowsView(joined).order({ sort: null, filters: [], time: { from, to } }, millis)];
    expect([within(20, 30), within(20, 31), within(0, 10), within(0, 99)]).toEqual([[0], [0, 1], [], [0, 1]]);
    expect(new RowsView(joined).order({ sort: null, filters: [], time: { from: 0, to: 99 } })).toHaveLength(0);
  });

  it('gives the page asked for, and the total of all', () => {
    const view = new RowsView(result);
    const page = view.page({ ...at, offset: 1, limit: 2, sort: { column: 1, descending: true } });
    expect({ total: page.total, rows: page.rows.map(({ row }) => row) }).toEqual({ total: 4, rows: [2, 3] });
    expect(view.page({ ...at, offset: 9, sort: null }).rows).toEqual([]);
  });
});
