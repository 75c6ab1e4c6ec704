import { describe, expect, it } from 'vitest';
import { eventSortOf, gridLayoutOf, tableLayoutOf, tableSortOf } from './grid-layout';

const columns = ['@timestamp', 'Hostname', 'EventID'];

describe('the order of the address is that of the table', () => {
  it.each([
    [{ field: null, descending: false }, { column: 0, descending: false }],
    [{ field: null, descending: true }, { column: 0, descending: true }],
    [{ field: 'EventID', descending: false }, { column: 2, descending: false }],
    [{ field: 'hidden', descending: true }, null],
  ])('%j', (sort, shown) => {
    expect(tableSortOf({ columns, sort }, '@timestamp')).toEqual(shown);
    if (sort.field !== 'hidden') expect(eventSortOf(columns, shown, '@timestamp')).toEqual(sort);
  });

  it('its columns are those of the table by place, and what is beside them stays', () => {
    const list = { columns: ['EventID', '@timestamp'], sort: { field: null, descending: true } };
    const layout = tableLayoutOf(list, columns, '@timestamp');
    expect(layout).toEqual({ shown: [2, 0, 3], sort: { column: 0, descending: true }, filters: [] });
    expect(gridLayoutOf(layout, columns, '@timestamp')).toEqual(list);
    expect(tableLayoutOf({ ...list, columns }, columns, '@timestamp').shown).toBeNull();
  });

  it('a column that is no field sorts nothing', () => {
    expect(eventSortOf(columns, { column: 3, descending: true }, '@timestamp')).toEqual({ field: null, descending: false });
  });
});
