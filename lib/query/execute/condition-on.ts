import type { RowId } from '@/lib/base/row-id';
import type { EventTable } from '@/lib/events/event-table';
import { legsOf, operandsOf } from '@/lib/query/expr-tree';
import type { Condition, Expr } from '@/lib/query/plan';
import { compileExpr } from './compile-expr';
import { newIds } from './environment';
import { booleanOf } from './value';

/** What one event says to one condition. */
export interface ConditionOnEvent {
  /** Null: unknown, for want of a value. A row is kept only where it is true. */
  readonly holds: boolean | null;
  /** It does not hold, and a field that it reads is missing in the event (absent, or JSON null). */
  readonly missing: boolean;
  /** Each field that the condition reads, once, under the dataset's own name, and its value as written; null where it is missing. */
  readonly values: readonly { readonly field: string; readonly value: string | null }[];
}

/** Evaluates a condition over one leg on an event in that leg's place. @throws QueryFailure for a pattern that cannot be read */
export function conditionOn(condition: Condition, event: RowId, table: EventTable): ConditionOnEvent {
  const { expr } = condition;
  const legs = legsOf(expr);
  const environment = { table, made: new Map(), legCount: 1 + Math.max(-1, ...legs) };
  const holds = booleanOf(compileExpr(expr, environment)(newIds(environment).fill(event)));
  const values = fieldsRead(expr).map(({ name, found }) => {
    const cells = found === null ? null : table.cells(found);
    return { field: found ?? name, value: cells === null ? null : cells.text(cells.codeAt(event)) };
  });
  return { holds, missing: holds !== true && values.some(({ value }) => value === null), values };
}

type FieldExpr = Extract<Expr, { kind: 'field' }>;

/** The fields that an expression reads, each once, in the order written. */
export function fieldsRead(expr: Expr): readonly FieldExpr[] {
  const fields = new Map<string, FieldExpr>();
  const visit = (node: Expr): void => {
    if (node.kind === 'field') {
      const name = `${node.leg} ${node.found ?? node.name}`;
      if (!fields.has(name)) fields.set(name, node);
    }
    operandsOf(node).forEach(visit);
  };
  visit(expr);
  return [...fields.values()];
}
