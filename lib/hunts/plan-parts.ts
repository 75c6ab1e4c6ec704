import { assertNever } from '@/lib/base/assert-never';
import { madeLegs } from '@/lib/query/execute/run-plan';
import { legsOf } from '@/lib/query/expr-tree';
import type { Condition, JoinKey, JoinPlan, Leg, LegId, Plan } from '@/lib/query/plan';

/**
 * What a plan asks of the events behind a row, without the order in which it is worked out: every condition and key must hold.
 * What only a LEFT JOIN adds or an anti join takes away is not asked of a row's own events.
 */
export interface PlanParts {
  /** The legs that a row must have an event of, in the order written. */
  readonly legs: readonly Leg[];
  readonly conditions: readonly PlacedCondition[];
  readonly keys: readonly PlacedKey[];
  /** Joins that drop a row for having a partner. */
  readonly antiJoins: readonly JoinPlan[];
  /** The fewest rows that a LIMIT (`.head(n)` before another step) lets through; null: there is none. */
  readonly limit: number | null;
  /** It gathers rows: DISTINCT or GROUP BY. */
  readonly gathers: boolean;
}

export interface PlacedCondition {
  readonly condition: Condition;
  /** The legs that it reads; none for one that reads no field. */
  readonly legs: ReadonlySet<LegId>;
  /** The leg under whose filter it stands; for one that reads no field it says where it belongs. */
  readonly under: LegId | null;
  /** It reads rows that the plan made (HAVING), so no event can answer for it. */
  readonly ofGroups: boolean;
}

export interface PlacedKey {
  readonly key: JoinKey;
  readonly join: JoinPlan;
  readonly legs: ReadonlySet<LegId>;
  /** It reads rows that the plan made, so no event can answer for it. */
  readonly ofGroups: boolean;
}

interface Draft {
  readonly made: ReadonlySet<LegId>;
  readonly legs: Leg[];
  readonly conditions: PlacedCondition[];
  readonly keys: PlacedKey[];
  readonly antiJoins: JoinPlan[];
  limit: number | null;
  gathers: boolean;
}

/** One for each branch of a UNION ALL, of which a row needs but one; else one in all. */
export function planParts(plan: Plan): readonly PlanParts[] {
  const made = new Set(madeLegs(plan));
  return branches(plan).map((branch) => {
    const draft: Draft = { made, legs: [], conditions: [], keys: [], antiJoins: [], limit: null, gathers: false };
    collect(branch, draft, true);
    return draft;
  });
}

/** A plan as one plan for each branch of the UNION ALL at its top; conditions above a union read its made rows, and stay out. */
function branches(plan: Plan): readonly Plan[] {
  switch (plan.kind) {
    case 'union':
      return plan.inputs.flatMap(branches);
    case 'filter':
    case 'sort':
    case 'distinct':
    case 'limit':
    case 'aggregate':
      return branches(plan.input).map((input) => ({ ...plan, input }));
    case 'scan':
    case 'join':
      return [plan];
    default:
      return assertNever(plan);
  }
}

/** `isAsked`: its conditions must hold; else only its legs' scans are passed over. */
function collect(plan: Plan, draft: Draft, isAsked: boolean): void {
  switch (plan.kind) {
    case 'scan':
      if (isAsked) draft.legs.push(plan.leg);
      return;
    case 'filter':
      collect(plan.input, draft, isAsked);
      if (isAsked) draft.conditions.push(...placed(plan.conditions, plan.input, draft.made));
      return;
    case 'join': {
      collect(plan.left, draft, isAsked);
      const needsRight = plan.how === 'inner' || plan.how === 'semi';
      collect(plan.right, draft, isAsked && needsRight);
      if (plan.how === 'anti' && isAsked) draft.antiJoins.push(plan);
      if (!isAsked || !needsRight) return;
      draft.keys.push(...plan.keys.map((key) => placedKey(key, plan, draft.made)));
      draft.conditions.push(...placed(plan.residual, plan, draft.made));
      return;
    }
    case 'distinct':
    case 'aggregate':
      draft.gathers = true;
      return collect(plan.input, draft, isAsked);
    case 'limit':
      draft.limit = Math.min(draft.limit ?? Infinity, plan.count);
      return collect(plan.input, draft, isAsked);
    case 'sort':
      return collect(plan.input, draft, isAsked);
    case 'union':
      // Inside a join, no branch is needed more than another.
      return;
    default:
      assertNever(plan);
  }
}

function placed(conditions: readonly Condition[], input: Plan, made: ReadonlySet<LegId>): PlacedCondition[] {
  const under = onlyScan(input);
  return conditions.map((condition) => {
    const legs = legsOf(condition.expr);
    return { condition, legs, under: legs.size === 1 ? [...legs][0] : under, ofGroups: [...legs].some((leg) => made.has(leg)) };
  });
}

function placedKey(key: JoinKey, join: JoinPlan, made: ReadonlySet<LegId>): PlacedKey {
  const legs = legsOf(key.right, legsOf(key.left));
  return { key, join, legs, ofGroups: [...legs].some((leg) => made.has(leg)) };
}

function onlyScan(plan: Plan): LegId | null {
  if (plan.kind === 'scan') return plan.leg.id;
  return plan.kind === 'join' || plan.kind === 'union' ? null : onlyScan(plan.input);
}

/** The conditions that one leg must meet by itself. */
export function legConditions(parts: PlanParts, leg: LegId): readonly PlacedCondition[] {
  return parts.conditions.filter(({ legs, under, ofGroups }) => !ofGroups && under === leg && [...legs].every((id) => id === leg));
}
