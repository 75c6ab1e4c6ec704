import type { RowId } from '@/lib/base/row-id';
import { UserError } from '@/lib/base/user-error';
import type { Explanation } from '@/lib/query/execute/explanation';
import type { UnmatchedKeys } from '@/lib/query/execute/unmatched-keys';
import { QueryFailure } from '@/lib/query/query-failure';
import { eventSummary } from './event-summary';
import type { FunnelPage, FunnelRequest, KeysThatMetNothing, Misses } from './explain-shapes';
import { notFound, type OpenTable } from './open-table';
import { legName } from './shown-legs';

/** A list shows a screen of items, and asks ahead for a few. */
const MOST_ITEMS = 1_000;

/** @throws UserError 'query-failed' */
export function misses(explanation: Explanation): Misses {
  return asUserError(() => ({
    legs: Array.from({ length: explanation.legCount }, (_, leg) => ({ conditions: explanation.nearMisses(leg) })),
    joins: Array.from({ length: explanation.joinCount }, (_, join) => {
      const sides = explanation.unmatchedOf(join);
      return sides && { left: keysThatMetNothing(sides.left), right: keysThatMetNothing(sides.right) };
    }),
    problem: explanation.failure?.message ?? null,
  }));
}

function keysThatMetNothing({ count, rows, keys }: UnmatchedKeys): KeysThatMetNothing {
  return { keys: count, rows: rows.length, top: keys };
}

/** @throws UserError 'not-found' */
export function funnelPage(open: OpenTable, explanation: Explanation, { place, offset, limit }: FunnelRequest): FunnelPage {
  const items = asUserError(() => explanation.items(place));
  if (items === null) throw notFound('This funnel has no such number.');
  const count = Math.max(0, Math.min(limit, MOST_ITEMS, items.count - offset));
  return {
    text: items.text,
    legs: items.legs.map(legName),
    total: items.count,
    items: Array.from({ length: count }, (_, at) => items.item(offset + at).map(({ events }) => ({ event: firstOf(open, events), events: events.length }))),
  };
}

function firstOf(open: OpenTable, events: readonly RowId[]): FunnelPage['items'][number][number]['event'] {
  const first = events.at(0);
  return first === undefined ? null : eventSummary(open, first);
}

/** What a query fails at is told to a person. */
export function asUserError<T>(ask: () => T): T {
  try {
    return ask();
  } catch (error) {
    if (error instanceof QueryFailure) throw new UserError({ code: 'query-failed', message: error.error.message, advice: 'Narrow the query.' });
    throw error;
  }
}
