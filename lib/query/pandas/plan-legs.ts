import { assertNever } from '@/lib/base/assert-never';
import type { LegId, Plan } from '@/lib/query/plan';

/** How many times a plan reads the dataset. */
export function countScans(plan: Plan): number {
  switch (plan.kind) {
    case 'scan':
      return 1;
    case 'join':
      return countScans(plan.left) + countScans(plan.right);
    case 'union':
      return plan.inputs.reduce((sum, input) => sum + countScans(input), 0);
    case 'filter':
    case 'distinct':
    case 'aggregate':
    case 'sort':
    case 'limit':
      return countScans(plan.input);
    default:
      return assertNever(plan);
  }
}

/** A leg that every row of the plan has. */
export function firstLeg(plan: Plan): LegId {
  switch (plan.kind) {
    case 'scan':
      return plan.leg.id;
    case 'join':
      return firstLeg(plan.left);
    case 'aggregate':
    case 'union':
      return plan.leg;
    case 'filter':
    case 'distinct':
    case 'sort':
    case 'limit':
      return firstLeg(plan.input);
    default:
      return assertNever(plan);
  }
}
