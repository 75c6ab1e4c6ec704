import { assertNever } from '@/lib/base/assert-never';
import type { Expr, Plan, Query } from './plan';

/**
 * Every expression that a query evaluates, the outermost of each: conditions, keys, groups, order and columns. `without`: a part of its
 * plan whose own are left out.
 */
export function exprsOf({ plan, columns }: Query, without: Plan | null = null): Expr[] {
  return [...planExprs(plan, without), ...columns.map(({ expr }) => expr)];
}

function planExprs(plan: Plan, without: Plan | null): Expr[] {
  if (plan === without) return [];
  switch (plan.kind) {
    case 'scan':
      return [];
    case 'filter':
      return [...planExprs(plan.input, without), ...plan.conditions.map(({ expr }) => expr)];
    case 'join':
      return [
        ...planExprs(plan.left, without),
        ...planExprs(plan.right, without),
        ...plan.keys.flatMap(({ left, right }) => [left, right]),
        ...plan.residual.map(({ expr }) => expr),
      ];
    case 'distinct':
      return [...planExprs(plan.input, without), ...plan.by];
    case 'aggregate':
      return [...planExprs(plan.input, without), ...plan.keys, ...plan.aggregates.flatMap(({ of }) => (of === null ? [] : [of]))];
    case 'sort':
      return [...planExprs(plan.input, without), ...plan.by.map(({ expr }) => expr)];
    case 'limit':
      return planExprs(plan.input, without);
    case 'union':
      return [...plan.inputs.flatMap((input) => planExprs(input, without)), ...plan.columns.flatMap((column) => column.map(({ expr }) => expr))];
    default:
      return assertNever(plan);
  }
}
