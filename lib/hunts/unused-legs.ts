import { assertNever } from '@/lib/base/assert-never';
import type { Span } from '@/lib/base/span';
import { scannedLegs } from '@/lib/query/execute/run-plan';
import { legsOf } from '@/lib/query/expr-tree';
import type { JoinPlan, LegId, Plan, Query } from '@/lib/query/plan';
import { exprsOf } from '@/lib/query/query-exprs';

export interface UnusedLeg {
  readonly message: string;
  /** Of the join. */
  readonly span: Span;
}

/**
 * Sides of joins that say nothing to the result: of a join without keys, a side that nothing refers to, not even its condition (each row of the
 * other side comes once for each of its rows); of a LEFT JOIN, a right side that nothing but its own condition refers to (it drops no row and shows nothing). The
 * right side of an inner join filters, whether or not its columns are read.
 */
export function unusedLegs(query: Query): readonly UnusedLeg[] {
  return joinsOf(query.plan).flatMap((join): UnusedLeg[] => {
    const { how, left, right, keys, span } = join;
    if (how === 'left' && !reads(exprsOf(query, join), right)) {
      return [{ message: `Nothing reads ${namesOf(right)}: a LEFT JOIN drops no row, so this one changes nothing but how often a row comes.`, span }];
    }
    if (how !== 'inner' || keys.length > 0) return [];
    const side = [right, left].find((candidate) => !reads(exprsOf(query, candidate), candidate));
    return side ? [{ message: `Nothing refers to ${namesOf(side)}: each other row comes once for each of its rows.`, span }] : [];
  });
}

function reads(exprs: readonly Parameters<typeof legsOf>[0][], side: Plan): boolean {
  const own = new Set<LegId>(allLegs(side));
  return exprs.some((expr) => [...legsOf(expr)].some((leg) => own.has(leg)));
}

function namesOf(side: Plan): string {
  return scannedLegs(side).map(({ path }) => path.join(' › ')).join(', ');
}

function joinsOf(plan: Plan): JoinPlan[] {
  return [...(plan.kind === 'join' ? [plan] : []), ...inputsOf(plan).flatMap(joinsOf)];
}

/** Those that are scanned and those that the plan makes. */
function allLegs(plan: Plan): LegId[] {
  const own = plan.kind === 'scan' ? [plan.leg.id] : plan.kind === 'aggregate' || plan.kind === 'union' ? [plan.leg] : [];
  return [...own, ...inputsOf(plan).flatMap(allLegs)];
}

function inputsOf(plan: Plan): readonly Plan[] {
  switch (plan.kind) {
    case 'scan':
      return [];
    case 'join':
      return [plan.left, plan.right];
    case 'union':
      return plan.inputs;
    case 'filter':
    case 'distinct':
    case 'aggregate':
    case 'sort':
    case 'limit':
      return [plan.input];
    default:
      return assertNever(plan);
  }
}
