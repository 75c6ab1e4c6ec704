import type { EventCount } from '@/lib/engine/event-list-shapes';

/** What is found by the first answer to a filter. */
export const FIRST_STAGE = 0;
export const LAST_STAGE = -1;

/** Changes when the events that a search has found so far are worth being fetched again: when there are twice as many, and at its end. */
export function stageOf(first: EventCount, now: EventCount): number {
  if (now === first) return FIRST_STAGE;
  return now.isDone ? LAST_STAGE : doublings(now) - doublings(first);
}

function doublings({ events }: EventCount): number {
  return Math.floor(Math.log2(events + 1));
}
