import type { EventTable } from '@/lib/events/event-table';
import type { Expr, LegId } from '@/lib/query/plan';
import { fieldsOf } from './event-needs';
import type { PlanParts } from './plan-parts';

type FieldExpr = Extract<Expr, { kind: 'field' }>;

/** Whether a field names the host that an event is of. */
export function isHostField({ found }: FieldExpr, table: EventTable): boolean {
  return found !== null && found === table.resolve('Hostname').found;
}

/** For each leg the first leg that it must share its host with: those that joins tie by host, however they write it. */
export function hostBoundLegs({ legs, keys, conditions }: PlanParts, table: EventTable): ReadonlyMap<LegId, LegId> {
  const groups = new Map<LegId, LegId>(legs.map(({ id }) => [id, id]));
  const hostLegOf = (expr: Expr): LegId | null => {
    const fields = fieldsOf(expr);
    return fields.length > 0 && fields.every((field) => isHostField(field, table) && field.leg === fields[0].leg) ? fields[0].leg : null;
  };
  const ties = [
    ...keys.map(({ key }) => [hostLegOf(key.left), hostLegOf(key.right)]),
    ...conditions.map(({ condition: { expr } }) => (expr.kind === 'compare' && expr.op === '=' ? [hostLegOf(expr.left), hostLegOf(expr.right)] : [])),
  ];
  for (const [left, right] of ties) {
    if (left === null || right === null || left === undefined || right === undefined || left === right) continue;
    const [from, to] = [groups.get(right), groups.get(left)];
    if (to !== undefined) for (const [leg, group] of groups) if (group === from) groups.set(leg, to);
  }
  return groups;
}
