import type { RowId } from '@/lib/base/row-id';
import type { LegId } from '@/lib/query/plan';
import { type Relation, type Slot, MISSING, idAt, keepRows } from './relation';
import { rowCountOf } from './row-index';

/** Events behind groups, semi joins and UNIONs that are looked through for one: some tenths of a second. */
const MOST_EVENTS_SEEN = 2_000_000;

export class TooManyEvents extends Error {}

/** The rows that the event made in this leg, as a relation; null where there are none. @throws TooManyEvents */
export function rowsWithEvent(relation: Relation, leg: LegId, event: RowId): Relation | null {
  for (let index = 0; index < relation.nodes.length; index++) {
    const { size, slots } = relation.nodes[index];
    const tests = slots.flatMap((slot) => slotTest(slot, leg, event) ?? []);
    if (tests.length === 0) continue;
    const rows = new Uint32Array(size);
    let count = 0;
    for (let row = 0; row < size; row++) if (tests.some((test) => test(row))) rows[count++] = row;
    if (count === 0) continue;
    const restricted = asked(keepRows(relation, index, rows.slice(0, count)), index);
    if (rowCountOf(restricted) > 0) return restricted;
  }
  return null;
}

/** Whether a row's slot leads to the event; null if it leads to none of the leg. */
function slotTest(slot: Slot, leg: LegId, event: RowId): ((row: number) => boolean) | null {
  const { lineage } = slot;
  if (lineage === 'none') return null;
  if (lineage === 'event') return slot.leg === leg ? (row) => idAt(slot, row) === event : null;
  // Rows of one group lead to the same events, so each group is looked through once.
  const known = new Map<number, boolean>();
  let seen = 0;
  return (row) => {
    const id = idAt(slot, row);
    if (id === MISSING) return false;
    let found = known.get(id);
    if (found === undefined) {
      found = false;
      lineage.collect(id, (of, row) => {
        if (++seen > MOST_EVENTS_SEEN) throw new TooManyEvents();
        if (of === leg && row === event) found = true;
      });
      known.set(id, found);
    }
    return found;
  };
}

/** A LEFT JOIN on the way to the node must not make up rows for those that were taken from it. */
function asked(relation: Relation, index: number): Relation {
  const onTheWay = new Set<number>();
  for (let at = index; at > 0; at = relation.edges[at - 1].parent) onTheWay.add(at - 1);
  return { ...relation, edges: relation.edges.map((edge, at) => (onTheWay.has(at) ? { ...edge, optional: false } : edge)) };
}
