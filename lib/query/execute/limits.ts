import type { Span } from '@/lib/base/span';
import { QueryFailure } from '@/lib/query/query-failure';

/** Joined rows that may be held at once: 4 bytes a leg each, so 160 MB for two legs. A join itself holds no pairs and has no such limit. */
export const MAX_HELD_ROWS = 20_000_000;

/** Joined rows that one step may look at one by one: some tens of seconds. */
export const MAX_VISITED_ROWS = 400_000_000;

/** @throws QueryFailure when a step would hold too many rows */
export function checkHeld(rows: number, step: string, span: Span): void {
  if (rows > MAX_HELD_ROWS) throw tooMany(`${step} would hold ${rows.toLocaleString('en-US')} rows at once; the limit is ${MAX_HELD_ROWS.toLocaleString('en-US')}`, span);
}

/** @throws QueryFailure when a step would look at too many rows one by one */
export function checkVisited(rows: number, step: string, span: Span): void {
  if (rows > MAX_VISITED_ROWS)
    throw tooMany(`${step} would look at ${rows.toLocaleString('en-US')} joined rows one by one; the limit is ${MAX_VISITED_ROWS.toLocaleString('en-US')}`, span);
}

function tooMany(message: string, span: Span): QueryFailure {
  return new QueryFailure({ message: `${message}. Narrow a side of the join first.`, span });
}
