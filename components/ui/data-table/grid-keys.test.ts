import { expect, it } from 'vitest';
import { movedInGrid } from './grid-keys';

const plain = { ctrlKey: false, metaKey: false };
const ctrl = { ctrlKey: true, metaKey: false };

/** A grid of 100 rows and 5 columns, 10 rows to a page. */
it.each([
  ['down into the rows', [-1, 2], { key: 'ArrowDown', ...plain }, [0, 2]],
  ['up into the header', [0, 2], { key: 'ArrowUp', ...plain }, [-1, 2]],
  ['not past the header', [-1, 2], { key: 'ArrowUp', ...plain }, [-1, 2]],
  ['not past the last row', [99, 2], { key: 'ArrowDown', ...plain }, [99, 2]],
  ['not past the first column', [3, 0], { key: 'ArrowLeft', ...plain }, [3, 0]],
  ['not past the last column', [3, 4], { key: 'ArrowRight', ...plain }, [3, 4]],
  ['to the row’s ends', [3, 2], { key: 'End', ...plain }, [3, 4]],
  ['to the first cell', [50, 2], { key: 'Home', ...ctrl }, [0, 0]],
  ['to the last cell', [50, 2], { key: 'End', ...ctrl }, [99, 4]],
  ['a page down', [95, 2], { key: 'PageDown', ...plain }, [99, 2]],
  ['a page up stays in the rows', [3, 2], { key: 'PageUp', ...plain }, [0, 2]],
  ['a page up in the header stays there', [-1, 2], { key: 'PageUp', ...plain }, [-1, 2]],
] as const)('%s', (_, [row, column], press, [toRow, toColumn]) => {
  expect(movedInGrid({ row, column }, press, 100, 5, 10)).toEqual({ row: toRow, column: toColumn });
});

it('leaves other keys alone', () => {
  expect(movedInGrid({ row: 0, column: 0 }, { key: 'a', ...plain }, 100, 5, 10)).toBeNull();
});
