import { describe, expect, it } from 'vitest';
import type { TableLayout } from '@/components/ui/data-table/table-layout';
import { plainTable, type TableView } from '@/lib/url/table-view';
import { noFilter } from '@/lib/url/event-filter';
import { withTableView } from '@/lib/url/tables-of-view';
import { emptyViewState } from '@/lib/url/view-state';
import { layoutOf, ownNames, shownRows, viewOfLayout } from './shown-table';

const names = ['time', 'host', 'user', 'user (2)'];

describe('the columns of a table', () => {
  it('have names of their own', () => {
    expect(ownNames(['a', 'b', 'a', 'a (2)', 'a'])).toEqual(['a', 'b', 'a (2)', 'a (2) (2)', 'a (3)']);
  });

  const cases: readonly [string, TableView, TableLayout][] = [
    ['all', plainTable, { shown: null, sort: null, filters: [] }],
    ['few, in an order', { ...plainTable, columns: { kind: 'only', names: ['user (2)', 'time'] } }, { shown: [3, 0], sort: null, filters: [] }],
    ['all but one', { ...plainTable, columns: { kind: 'without', names: ['host'] } }, { shown: [0, 2, 3], sort: null, filters: [] }],
    [
      'sorted and filtered',
      { columns: null, sort: { column: 'user', descending: true }, filters: [{ column: 'user (2)', text: 'x' }] },
      { shown: null, sort: { column: 2, descending: true }, filters: [{ column: 3, text: 'x' }] },
    ],
  ];
  it.each(cases)('%s: by name and by place', (_, view, layout) => {
    expect(layoutOf(view, names)).toEqual(layout);
    expect(viewOfLayout(layout, names)).toEqual(view);
  });

  it('as shown are what is exported of a reading, and of no other reading', () => {
    const time = { from: 1, to: 2 };
    const reading = { analytic: 'II', reading: 'sql' } as const;
    const view = { ...emptyViewState, ...reading, filters: { ...noFilter, time } };
    const shown = { ...view, ...withTableView(view, 'rows', { columns: null, sort: { column: 'host', descending: true }, filters: [{ column: 'user', text: 'x' }] }) };
    expect(shownRows(shown, reading, names)).toEqual({ ...reading, sort: { column: 1, descending: true }, filters: [{ column: 2, text: 'x' }], time });
    expect(shownRows({ ...shown, analytic: 'I' }, { ...reading, analytic: 'I' }, names)).toEqual({ analytic: 'I', reading: 'sql', sort: null, filters: [], time });
  });

  it('that the table does not have are passed over', () => {
    const view: TableView = { columns: { kind: 'only', names: ['nowhere', 'host'] }, sort: { column: 'nowhere', descending: false }, filters: [{ column: 'nowhere', text: 'x' }] };
    expect(layoutOf(view, names)).toEqual({ shown: [1], sort: null, filters: [] });
    expect(layoutOf({ ...plainTable, columns: { kind: 'only', names: ['nowhere'] } }, names).shown).toBeNull();
    expect(layoutOf({ ...plainTable, columns: { kind: 'without', names } }, names).shown).toBeNull();
  });
});
