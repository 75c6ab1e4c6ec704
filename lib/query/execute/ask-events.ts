import type { RowId } from '@/lib/base/row-id';
import type { EventTable } from '@/lib/events/event-table';
import type { Condition, Expr, JoinKey, Leg, LegId, Plan } from '@/lib/query/plan';
import { comparison } from './compare';
import { compileExpr, type Evaluate, textEvaluator } from './compile-expr';
import { type Environment, type Ids, newIds } from './environment';
import { nodeRowsWhere } from './filter';
import { idAt, MISSING, type Node, pickRows } from './relation';
import { madeLegs, scannedLegs } from './run-plan';
import { booleanOf } from './value';

/** The event that stands for each leg; for legs that are not here there is none, as on the missing side of a LEFT JOIN. */
export type EventOfLeg = ReadonlyMap<LegId, RowId>;

/** Asks a plan's expressions about chosen events. What reads rows that the plan made (groups, unions) is missing. */
export interface EventQuestions {
  /** Null: unknown, for want of a value. @throws QueryFailure for a pattern that cannot be read */
  holds(expr: Expr, events: EventOfLeg): boolean | null;
  /** As shown; null where it is missing. */
  text(expr: Expr, events: EventOfLeg): string | null;
  /** Whether the two sides of a join's key meet. */
  meets(key: JoinKey, missingKeysMatch: boolean, events: EventOfLeg): boolean;
  /** All events, ascending, that meet conditions over this one leg. */
  rowsWhere(leg: Leg, conditions: readonly Condition[]): Uint32Array;
}

export function askEvents(plan: Plan, table: EventTable): EventQuestions {
  const legCount = 1 + Math.max(-1, ...scannedLegs(plan).map(({ id }) => id), ...madeLegs(plan));
  const environment: Environment = { table, made: new Map(), legCount };
  const ids = newIds(environment);
  const evaluatorOf = kept((expr: Expr) => compileExpr(expr, environment));
  const textOf = kept((expr: Expr) => textEvaluator(expr, environment));
  const place = (events: EventOfLeg): Ids => {
    ids.fill(MISSING);
    for (const [leg, event] of events) ids[leg] = event;
    return ids;
  };
  return {
    holds: (expr, events) => booleanOf(evaluatorOf(expr)(place(events))),
    text: (expr, events) => textOf(expr)(place(events)),
    meets: (key, missingKeysMatch, events) => {
      const [left, right] = [evaluatorOf(key.left), evaluatorOf(key.right)].map((evaluate: Evaluate) => evaluate(place(events)));
      if (left === null && right === null) return missingKeysMatch;
      return comparison('=', key.typing)(left, right) === true;
    },
    rowsWhere: (leg, conditions) => {
      let node: Node = { size: table.rowCount, slots: [{ leg: leg.id, ids: null, lineage: 'event' }] };
      for (const { expr } of conditions) node = pickRows(node, nodeRowsWhere(node, expr, environment));
      return Uint32Array.from({ length: node.size }, (_, row) => idAt(node.slots[0], row));
    },
  };
}

/** Compiles an expression once. */
function kept<T>(compile: (expr: Expr) => T): (expr: Expr) => T {
  const known = new Map<Expr, T>();
  return (expr) => {
    const compiled = known.get(expr) ?? compile(expr);
    known.set(expr, compiled);
    return compiled;
  };
}
