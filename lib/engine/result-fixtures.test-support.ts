import type { Leg } from '@/lib/query/plan';
import type { LineageLeg, ResultTable } from '@/lib/query/result-table';

const leg: Leg = { id: 0, alias: 'dataTable', path: ['dataTable'] };

/** A result of these cells. Row i was made by the events `events[i]` of one leg. */
export function resultOf(
  columns: readonly string[],
  cells: readonly (readonly (string | null)[])[],
  events: readonly LineageLeg['events'][] = [],
): ResultTable {
  return {
    columns,
    rowCount: cells.length,
    shown: cells.length,
    cell: (row, column) => cells[row][column],
    lineage: (row) => [{ leg, events: events[row] ?? [] }],
    legs: [leg],
    joinKeys: () => [],
    funnel: { legs: [], joins: [], after: [] },
    warnings: [],
  };
}
