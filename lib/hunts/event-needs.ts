import { assertNever } from '@/lib/base/assert-never';
import { legsOf, operandsOf } from '@/lib/query/expr-tree';
import type { Condition, Expr, LegId, Plan } from '@/lib/query/plan';

/** What one leg of a query asks for and cannot do without. */
export interface LegNeed {
  readonly leg: LegId;
  /** Event IDs of which it needs at least one; null where it asks for none in particular. */
  readonly eventIds: readonly string[] | null;
  readonly conditions: readonly Condition[];
}

/**
 * The legs without whose events a plan has no rows. What only a LEFT JOIN adds or an anti join takes away is not needed, and
 * of a UNION no single branch is.
 */
export function neededLegs(plan: Plan): LegNeed[] {
  const legs = new Map<LegId, Condition[]>();
  collect(plan, legs, []);
  return [...legs].map(([leg, conditions]) => ({
    leg,
    eventIds: conditions.map((condition) => eventIdsOf(condition.expr)).find((ids) => ids !== null) ?? null,
    conditions,
  }));
}

function collect(plan: Plan, legs: Map<LegId, Condition[]>, above: readonly Condition[]): void {
  switch (plan.kind) {
    case 'scan':
      legs.set(
        plan.leg.id,
        above.filter((condition) => [...legsOf(condition.expr)].every((leg) => leg === plan.leg.id)),
      );
      return;
    case 'filter':
      return collect(plan.input, legs, [...plan.conditions, ...above]);
    case 'join':
      collect(plan.left, legs, above);
      if (plan.how === 'inner' || plan.how === 'semi') collect(plan.right, legs, above);
      return;
    case 'distinct':
    case 'sort':
    case 'limit':
    case 'aggregate':
      return collect(plan.input, legs, above);
    case 'union':
      return;
    default:
      assertNever(plan);
  }
}

/** The event IDs that meet the expression: those of `EventID = n`, `EventID IN (…)`, and of both sides of an OR. */
export function eventIdsOf(expr: Expr): string[] | null {
  switch (expr.kind) {
    case 'compare':
      return expr.op === '=' ? (idsIn(expr.left, [expr.right]) ?? idsIn(expr.right, [expr.left])) : null;
    case 'in':
      return idsIn(expr.operand, expr.options);
    case 'ifMissing':
      return eventIdsOf(expr.operand);
    case 'or': {
      const sides = expr.operands.map(eventIdsOf).filter((ids) => ids !== null);
      return sides.length === expr.operands.length ? sides.flat() : null;
    }
    case 'and':
      return expr.operands.map(eventIdsOf).find((ids) => ids !== null) ?? null;
    default:
      return null;
  }
}

/** A cast changes no ID: `EventID.astype(str) == '5140'`, and the one that a front end puts around text that holds numbers. */
function idsIn(compared: Expr, values: readonly Expr[]): string[] | null {
  let field = compared;
  while (field.kind === 'cast') field = field.operand;
  if (field.kind !== 'field' || !/(^|\.)event_?(id|code)$/i.test(field.name)) return null;
  const ids = values.flatMap((value) => (value.kind === 'literal' && value.value !== null ? [String(value.value)] : []));
  return ids.length === values.length ? ids : null;
}

/** The fields that an expression reads. */
export function fieldsOf(expr: Expr): Extract<Expr, { kind: 'field' }>[] {
  return expr.kind === 'field' ? [expr] : operandsOf(expr).flatMap(fieldsOf);
}
