import { describe, expect, it } from 'vitest';
import { columnOrder, goesOn, shownOf, withFilter } from './table-layout';

describe('the order of the columns', () => {
  it.each([
    [null, [0, 1, 2, 3]],
    [[0, 1, 2, 3], [0, 1, 2, 3]],
    // 1 is hidden: it stands after 0 still.
    [[0, 2, 3], [0, 1, 2, 3]],
    [[3, 0], [3, 0, 1, 2]],
    [[1, 2], [0, 1, 2, 3]],
  ])('%j: %j', (shown, order) => {
    expect(columnOrder(shown, 4)).toEqual(order);
  });

  it('is none of its own where all columns come as they are', () => {
    expect(shownOf([0, 1, 2], 3)).toBeNull();
    expect(shownOf([0, 2, 1], 3)).toEqual([0, 2, 1]);
    expect(shownOf([0, 1], 3)).toEqual([0, 1]);
  });
});

describe('a filter that is typed', () => {
  it('takes the place of the one before, or is taken away', () => {
    const first = withFilter([], 2, 'a');
    const both = withFilter(withFilter(first, 2, 'ab'), 0, 'x');
    expect(both).toEqual([{ column: 2, text: 'ab' }, { column: 0, text: 'x' }]);
    expect(withFilter(both, 2, '')).toEqual([{ column: 0, text: 'x' }]);
  });

  it('is one step, however many letters it has', () => {
    expect([goesOn([], [{ column: 2, text: 'a' }]), goesOn([{ column: 2, text: 'a' }], [{ column: 2, text: 'ab' }]), goesOn([{ column: 2, text: 'a' }], [])]).toEqual([false, true, true]);
  });
});
