import type { RowId } from '@/lib/base/row-id';
import type { Leg } from '@/lib/query/plan';
import type { LineageLeg } from '@/lib/query/result-table';

/** 'c › b': b inside the sub-query c. */
export function legName(leg: Leg): string {
  return leg.path.join(' › ');
}

/** A group can have a whole dataset behind it; a person reads the first few, and they name the row. */
const EVENTS_PER_LEG = 50;

export function shownEvents(leg: LineageLeg): readonly RowId[] {
  return leg.events.slice(0, EVENTS_PER_LEG);
}
