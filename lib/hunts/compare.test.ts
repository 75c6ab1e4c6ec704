import { describe, expect, it } from 'vitest';
import { rowId } from '@/lib/base/row-id';
import type { Leg } from '@/lib/query/plan';
import type { ResultTable } from '@/lib/query/result-table';
import { compareRows, MAX_COMPARED_ROWS } from './compare';

const LEG: Leg = { id: 0, alias: 't', path: ['t'] };

/** A result whose rows were made by these events, leg by leg. */
function resultOf(rows: readonly (readonly (readonly number[])[])[], rowCount = rows.length): ResultTable {
  return {
    columns: [],
    rowCount,
    shown: rowCount,
    legs: [],
    warnings: [],
    funnel: { legs: [], joins: [], after: [] },
    cell: () => null,
    joinKeys: () => [],
    lineage: (row) => rows[row].map((events) => ({ leg: LEG, events: events.map(rowId) })),
  };
}

describe('compareRows', () => {
  it.each([
    ['legs in another order', [[[1], [2]]], [[[2], [1]]], 1, [], []],
    ['one event in two legs', [[[1], [1]]], [[[1]]], 1, [], []],
    [
      'a semi join that met two',
      [[[1], [2, 3]]],
      [
        [[1], [2]],
        [[1], [3]],
      ],
      0,
      [0],
      [0, 1],
    ],
    ['rows made twice', [[[1]], [[1]], [[2]]], [[[1]]], 1, [1, 2], []],
    ['twice on the right', [[[1]]], [[[1]], [[1]]], 1, [], [1]],
    ['nothing in common', [[[1]]], [[[2]]], 0, [0], [0]],
    ['12 and 1, 2', [[[12]]], [[[1], [2]]], 0, [0], [0]],
    ['no rows', [], [[[1]]], 0, [], [0]],
  ])('meets %s', (_, left, right, both, onlyLeft, onlyRight) => {
    expect(compareRows(resultOf(left), resultOf(right))).toEqual({ both, onlyLeft, onlyRight });
  });

  it('leaves results alone that are too long to compare', () => {
    expect(compareRows(resultOf([], MAX_COMPARED_ROWS + 1), resultOf([[[1]]]))).toBeNull();
  });
});
