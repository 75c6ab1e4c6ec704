import { assertNever } from '@/lib/base/assert-never';
import type { Span } from '@/lib/base/span';
import type { ArithmeticOperator, CompareOperator } from '@/lib/query/plan';

/** What was written, with its place. Names are not resolved yet. */
export interface Name extends Span {
  readonly text: string;
}

export interface StringNode extends Span {
  readonly kind: 'string';
  /** As written between the quotes. */
  readonly raw: string;
  readonly quote: string;
}

export type SqlExpr =
  | (Span & { readonly kind: 'column'; readonly qualifier: Name | null; readonly name: Name })
  | StringNode
  | (Span & { readonly kind: 'number'; readonly value: number | bigint })
  | (Span & { readonly kind: 'constant'; readonly value: boolean | null })
  | (Span & { readonly kind: 'compare'; readonly op: CompareOperator | '<=>'; readonly left: SqlExpr; readonly right: SqlExpr })
  | (Span & { readonly kind: 'and' | 'or'; readonly operands: readonly SqlExpr[] })
  | (Span & { readonly kind: 'not'; readonly operand: SqlExpr })
  | (Span & { readonly kind: 'is-null'; readonly operand: SqlExpr; readonly negated: boolean })
  | (Span & { readonly kind: 'like' | 'ilike' | 'rlike'; readonly operand: SqlExpr; readonly pattern: SqlExpr; readonly negated: boolean })
  | (Span & { readonly kind: 'in'; readonly operand: SqlExpr; readonly options: readonly SqlExpr[]; readonly negated: boolean })
  | (Span & { readonly kind: 'between'; readonly operand: SqlExpr; readonly low: SqlExpr; readonly high: SqlExpr; readonly negated: boolean })
  | (Span & { readonly kind: 'case'; readonly subject: SqlExpr | null; readonly branches: readonly { readonly when: SqlExpr; readonly then: SqlExpr }[]; readonly otherwise: SqlExpr | null })
  | (Span & { readonly kind: 'cast'; readonly operand: SqlExpr; readonly to: Name })
  | (Span & { readonly kind: 'arithmetic'; readonly op: ArithmeticOperator | '||'; readonly left: SqlExpr; readonly right: SqlExpr })
  | (Span & { readonly kind: 'negate'; readonly operand: SqlExpr })
  | (Span & { readonly kind: 'subscript'; readonly operand: SqlExpr; readonly index: SqlExpr })
  | (Span & { readonly kind: 'call'; readonly name: Name; readonly args: readonly SqlExpr[]; readonly star: boolean; readonly distinct: boolean });

export type SelectItem =
  | (Span & { readonly kind: 'star'; readonly qualifier: Name | null })
  | (Span & { readonly kind: 'expression'; readonly expr: SqlExpr; readonly alias: Name | null });

export type TableRef =
  | (Span & { readonly kind: 'table'; readonly name: Name; readonly alias: Name | null })
  | (Span & { readonly kind: 'subquery'; readonly query: SqlQuery; readonly alias: Name | null });

export interface SqlJoin extends Span {
  readonly how: 'inner' | 'left' | 'semi' | 'anti';
  readonly table: TableRef;
  readonly on: SqlExpr;
}

export interface SqlSelect extends Span {
  readonly distinct: boolean;
  readonly items: readonly SelectItem[];
  readonly from: TableRef;
  readonly joins: readonly SqlJoin[];
  readonly where: SqlExpr | null;
  readonly groupBy: readonly SqlExpr[];
  readonly having: SqlExpr | null;
}

export interface SqlSort {
  readonly expr: SqlExpr;
  readonly descending: boolean;
  /** Null: not said. */
  readonly missing: 'first' | 'last' | null;
}

/** One SELECT, or several put together by UNION ALL, then sorted and cut. */
export interface SqlQuery extends Span {
  readonly selects: readonly SqlSelect[];
  readonly orderBy: readonly SqlSort[];
  readonly limit: number | null;
}

export function operandsOf(expr: SqlExpr): readonly SqlExpr[] {
  switch (expr.kind) {
    case 'column':
    case 'string':
    case 'number':
    case 'constant':
      return [];
    case 'compare':
    case 'arithmetic':
      return [expr.left, expr.right];
    case 'and':
    case 'or':
      return expr.operands;
    case 'not':
    case 'is-null':
    case 'cast':
    case 'negate':
      return [expr.operand];
    case 'like':
    case 'ilike':
    case 'rlike':
      return [expr.operand, expr.pattern];
    case 'in':
      return [expr.operand, ...expr.options];
    case 'between':
      return [expr.operand, expr.low, expr.high];
    case 'case':
      return [expr.subject, ...expr.branches.flatMap(({ when, then }) => [when, then]), expr.otherwise].filter((part) => part !== null);
    case 'subscript':
      return [expr.operand, expr.index];
    case 'call':
      return expr.args;
    default:
      return assertNever(expr);
  }
}
