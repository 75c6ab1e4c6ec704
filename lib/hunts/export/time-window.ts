import type { Expr } from '@/lib/query/plan';

/** How many milliseconds two events may lie apart, where the expression says that and no more: `ABS(UNIX_MILLIS(…) - UNIX_MILLIS(…)) <= n`. */
export function windowOf(expr: Expr): number | null {
  if (expr.kind !== 'compare' || (expr.op !== '<=' && expr.op !== '<') || expr.right.kind !== 'literal') return null;
  const { left } = expr;
  const limit = Number(expr.right.value);
  if (!(limit > 0) || left.kind !== 'call' || left.fn !== 'abs' || left.args[0].kind !== 'arithmetic' || left.args[0].op !== '-') return null;
  const units = [left.args[0].left, left.args[0].right].map((side) => (side.kind !== 'call' ? null : side.fn === 'unix_millis' ? 1 : side.fn === 'unix_timestamp' ? 1000 : null));
  return units[0] !== null && units[0] === units[1] ? limit * units[0] : null;
}
