import { legsOf, sameExpr } from '@/lib/query/expr-tree';
import type { AggregateCall, Expr, LegId } from '@/lib/query/plan';
import { type SqlExpr, operandsOf } from './ast';
import { AGGREGATES } from './functions';

type CallNode = Extract<SqlExpr, { kind: 'call' }>;

export function isAggregate(node: SqlExpr): node is CallNode {
  return node.kind === 'call' && AGGREGATES.has(node.name.text.toLowerCase());
}

export function hasAggregate(node: SqlExpr): boolean {
  return isAggregate(node) || operandsOf(node).some(hasAggregate);
}

/** What stands for a group's keys and aggregates; aggregates are added as they are met in SELECT, HAVING and ORDER BY. */
export class GroupingScope {
  private readonly calls: AggregateCall[] = [];
  constructor(
    readonly leg: LegId,
    readonly keys: readonly Expr[],
  ) {}

  aggregates(): readonly AggregateCall[] {
    return this.calls;
  }

  /** The group's column for an aggregate, the same one for the same call. */
  aggregate(call: AggregateCall, span: Expr['span']): Expr {
    let at = this.calls.findIndex(({ fn, of, distinct }) => fn === call.fn && distinct === call.distinct && sameOperand(of, call.of));
    if (at === -1) at = this.calls.push(call) - 1;
    return { kind: 'made', leg: this.leg, index: this.keys.length + at, span };
  }

  /** The group's column for an expression that is one of the keys; null if it is none. */
  key(expr: Expr): Expr | null {
    const at = this.keys.findIndex((key) => sameExpr(key, expr));
    return at === -1 ? null : { kind: 'made', leg: this.leg, index: at, span: expr.span };
  }

  isConstant(expr: Expr): boolean {
    return legsOf(expr).size === 0;
  }
}

function sameOperand(a: Expr | null, b: Expr | null): boolean {
  return a === null || b === null ? a === b : sameExpr(a, b);
}
