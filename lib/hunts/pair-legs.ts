import { operandsOf } from '@/lib/query/expr-tree';
import type { Expr, LegId } from '@/lib/query/plan';
import type { ComparedReading } from './compared-reading';
import { eventIdsOf, fieldsOf } from './event-needs';
import { legConditions, type PlanParts } from './plan-parts';

/** For each leg of the other reading, the leg of this one that does its part. A leg that has none is left out. */
export type LegPairs = ReadonlyMap<LegId, LegId>;

/**
 * Pairs the legs of two readings, the most alike first: those that the same events pass, then those that ask for the same event IDs, fields and
 * texts (all that is left where no event passes).
 */
export function pairLegs(home: ComparedReading, homeParts: PlanParts, other: ComparedReading, otherParts: PlanParts): LegPairs {
  const candidates = otherParts.legs.flatMap((theirs) =>
    homeParts.legs.map((ours) => ({
      theirs: theirs.id,
      ours: ours.id,
      likeness:
        4 * overlap(home.eventsOfLeg(homeParts, ours.id), other.eventsOfLeg(otherParts, theirs.id)) +
        sharedShare(marksOf(homeParts, ours.id), marksOf(otherParts, theirs.id)),
    })),
  );
  const pairs = new Map<LegId, LegId>();
  const taken = new Set<LegId>();
  for (const { theirs, ours } of candidates.sort((a, b) => b.likeness - a.likeness)) {
    if (pairs.has(theirs) || taken.has(ours)) continue;
    pairs.set(theirs, ours);
    taken.add(ours);
  }
  return pairs;
}

/** Of all events that pass either leg, the share that passes both. */
function overlap(a: Uint32Array, b: Uint32Array): number {
  let both = 0;
  for (let at = 0, to = 0; at < a.length && to < b.length; ) {
    if (a[at] === b[to]) both++;
    if (a[at] <= b[to]) at++;
    else to++;
  }
  return both === 0 ? 0 : both / (a.length + b.length - both);
}

/** What a leg asks for, as words that another language would use, too. */
function marksOf(parts: PlanParts, leg: LegId): ReadonlySet<string> {
  return new Set(
    legConditions(parts, leg).flatMap(({ condition: { expr } }) => [
      ...(eventIdsOf(expr) ?? []).map((id) => `event ${id}`),
      ...fieldsOf(expr).map((field) => `field ${fieldKey(field)}`),
      ...textsOf(expr).map((text) => `text ${text.toLowerCase().replace(/[^a-z0-9$]/g, '')}`),
    ]),
  );
}

function textsOf(expr: Expr): string[] {
  return expr.kind === 'literal' ? (typeof expr.value === 'string' ? [expr.value] : []) : operandsOf(expr).flatMap(textsOf);
}

function sharedShare(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const shared = [...a].filter((mark) => b.has(mark)).length;
  return shared === 0 ? 0 : shared / (a.size + b.size - shared);
}

/** Names one field of the dataset, however a reading writes it. */
export function fieldKey({ name, found }: { readonly name: string; readonly found: string | null }): string {
  return (found ?? name).toLowerCase();
}
