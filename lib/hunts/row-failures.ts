import type { RowId } from '@/lib/base/row-id';
import type { EventOfLeg } from '@/lib/query/execute/ask-events';
import type { Leg, LegId } from '@/lib/query/plan';
import type { ComparedReading } from './compared-reading';
import type { LegPairs } from './pair-legs';
import { legConditions, type PlacedCondition, type PlacedKey, type PlanParts } from './plan-parts';

/** Why the events behind a row of one reading make no row in another, which has these legs. */
export type RowFailure =
  | { readonly kind: 'condition'; readonly placed: PlacedCondition; readonly events: EventOfLeg }
  | { readonly kind: 'key'; readonly placed: PlacedKey; readonly events: EventOfLeg }
  /** The row has no event that could do the leg's part. */
  | { readonly kind: 'partner'; readonly leg: Leg };

/** A group may have a whole dataset behind it. */
const EVENTS_LOOKED_AT = 50;
const CHOICES_LOOKED_AT = 200;

/** Puts a row's events in the place of the other reading's legs, and tells all that they fail there. Nothing: they should make a row. */
export function rowFailures(events: ReadonlyMap<LegId, readonly RowId[]>, homeParts: PlanParts, other: ComparedReading, otherParts: PlanParts, pairs: LegPairs): RowFailure[] {
  const failures: RowFailure[] = [];
  const fitting = new Map<LegId, readonly RowId[]>();
  for (const leg of otherParts.legs) {
    const ours = pairs.get(leg.id);
    const own = ours === undefined ? [] : (events.get(ours) ?? []).slice(0, EVENTS_LOOKED_AT);
    if (own.length === 0) {
      failures.push({ kind: 'partner', leg });
      continue;
    }
    const conditions = legConditions(otherParts, leg.id);
    const judged = own.map((event) => {
      const at: EventOfLeg = new Map([[leg.id, event]]);
      return { event, at, failed: conditions.filter(({ condition }) => other.questions.holds(condition.expr, at) !== true) };
    });
    const fewest = Math.min(...judged.map(({ failed }) => failed.length));
    const best = judged.filter(({ failed }) => failed.length === fewest);
    fitting.set(leg.id, best.map(({ event }) => event));
    // A group is another group as soon as one of its events is missing; a semi join needs but one partner.
    const counting = homeParts.gathers ? judged : best.slice(0, 1);
    const told = new Set<PlacedCondition>();
    for (const { at, failed } of counting) {
      for (const placed of failed) {
        if (told.has(placed)) continue;
        told.add(placed);
        failures.push({ kind: 'condition', placed, events: at });
      }
    }
  }
  return [...failures, ...joinFailures(fitting, other, otherParts)];
}

/** What the best choice of one event for each leg fails of what ties them together. */
function joinFailures(fitting: ReadonlyMap<LegId, readonly RowId[]>, other: ComparedReading, { conditions, keys }: PlanParts): RowFailure[] {
  const isKnown = (leg: LegId): boolean => fitting.has(leg);
  const joined = conditions.filter(({ legs, ofGroups }) => !ofGroups && legs.size > 1 && [...legs].every(isKnown));
  const tying = keys.filter(({ legs, ofGroups }) => !ofGroups && legs.size > 0 && [...legs].every(isKnown));
  if (joined.length + tying.length === 0) return [];
  let best: RowFailure[] | null = null;
  for (const events of choices(fitting)) {
    const failed: RowFailure[] = [
      ...tying.filter(({ key, join }) => !other.questions.meets(key, join.missingKeysMatch, events)).map((placed) => ({ kind: 'key' as const, placed, events })),
      ...joined.filter(({ condition }) => other.questions.holds(condition.expr, events) !== true).map((placed) => ({ kind: 'condition' as const, placed, events })),
    ];
    if (best === null || failed.length < best.length) best = failed;
    if (best.length === 0) break;
  }
  return best ?? [];
}

/** Every choice of one event for each leg, the first few hundred. */
function choices(fitting: ReadonlyMap<LegId, readonly RowId[]>): readonly EventOfLeg[] {
  let made: ReadonlyMap<LegId, RowId>[] = [new Map()];
  for (const [leg, events] of fitting) made = made.flatMap((choice) => events.map((event) => new Map([...choice, [leg, event]]))).slice(0, CHOICES_LOOKED_AT);
  return made;
}
