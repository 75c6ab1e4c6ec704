import type { EventTable } from '@/lib/events/event-table';
import type { LegId } from '@/lib/query/plan';
import type { SharedWork } from './shared-work';
import type { Value } from './value';

/** What the legs of a query stand for. Filled while the plan runs: a leg's source is known once its rows are. */
export interface Environment {
  readonly table: EventTable;
  /** Rows that the plan made (groups, unions): the value of a column in a row. Legs that are not here are events. */
  readonly made: Map<LegId, (index: number, row: number) => Value>;
  /** Greater than any leg's id. */
  readonly legCount: number;
  /** Absent where a query is run alone. */
  readonly shared?: SharedWork;
}

/** The row of each leg, by its id, while an expression is evaluated. */
export type Ids = Float64Array;

export function newIds(environment: Environment): Ids {
  return new Float64Array(environment.legCount);
}
