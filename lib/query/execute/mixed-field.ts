import type { Expr } from '@/lib/query/plan';
import type { Environment } from './environment';

/** Whether an expression is a field that holds text beside other values: as a column of Spark it would be one of text. */
export function isMixedField(expr: Expr, { table }: Environment): boolean {
  if (expr.kind !== 'field' || expr.found === null) return false;
  const kinds = table.values(expr.found)?.kinds;
  return kinds !== undefined && kinds.has('string') && (kinds.has('number') || kinds.has('boolean') || kinds.has('array'));
}
