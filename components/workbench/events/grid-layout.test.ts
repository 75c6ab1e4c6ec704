import { describe, expect, it } from 'vitest';
import { eventSortOf, tableSortOf } from './grid-layout';

const columns = ['@timestamp', 'Hostname', 'EventID'];

describe('the order of the address is that of the table', () => {
  it.each([
    [{ field: null, descending: false }, null],
    [{ field: null, descending: true }, { column: 0, descending: true }],
    [{ field: 'EventID', descending: false }, { column: 2, descending: false }],
    [{ field: 'hidden', descending: true }, null],
  ])('%j', (sort, shown) => {
    expect(tableSortOf({ columns, sort }, '@timestamp')).toEqual(shown);
    if (sort.field !== 'hidden') expect(eventSortOf(columns, shown, '@timestamp')).toEqual(sort);
  });

  it('a column that is no field sorts nothing', () => {
    expect(eventSortOf(columns, { column: 3, descending: true }, '@timestamp')).toEqual({ field: null, descending: false });
  });
});
