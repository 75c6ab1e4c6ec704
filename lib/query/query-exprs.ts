import { assertNever } from '@/lib/base/assert-never';
import type { Expr, Plan, Query } from './plan';

/** Every expression that a query evaluates, the outermost of each: conditions, keys, groups, order and columns. */
export function exprsOf({ plan, columns }: Query): Expr[] {
  return [...planExprs(plan), ...columns.map(({ expr }) => expr)];
}

function planExprs(plan: Plan): Expr[] {
  switch (plan.kind) {
    case 'scan':
      return [];
    case 'filter':
      return [...planExprs(plan.input), ...plan.conditions.map(({ expr }) => expr)];
    case 'join':
      return [
        ...planExprs(plan.left),
        ...planExprs(plan.right),
        ...plan.keys.flatMap(({ left, right }) => [left, right]),
        ...plan.residual.map(({ expr }) => expr),
      ];
    case 'distinct':
      return [...planExprs(plan.input), ...plan.by];
    case 'aggregate':
      return [...planExprs(plan.input), ...plan.keys, ...plan.aggregates.flatMap(({ of }) => (of === null ? [] : [of]))];
    case 'sort':
      return [...planExprs(plan.input), ...plan.by.map(({ expr }) => expr)];
    case 'limit':
      return planExprs(plan.input);
    case 'union':
      return [...plan.inputs.flatMap(planExprs), ...plan.columns.flatMap((column) => column.map(({ expr }) => expr))];
    default:
      return assertNever(plan);
  }
}
