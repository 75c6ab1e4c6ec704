import { assertNever } from '@/lib/base/assert-never';
import type { Expr, LegId } from './plan';

/** The operands of a node, in the order written. */
export function operandsOf(expr: Expr): readonly Expr[] {
  switch (expr.kind) {
    case 'field':
    case 'made':
    case 'present':
    case 'literal':
      return [];
    case 'compare':
    case 'arithmetic':
      return [expr.left, expr.right];
    case 'and':
    case 'or':
      return expr.operands;
    case 'not':
    case 'ifMissing':
    case 'isNull':
    case 'cast':
      return [expr.operand];
    case 'like':
    case 'regex':
      return [expr.operand, expr.pattern];
    case 'in':
      return [expr.operand, ...expr.options];
    case 'case':
      return [...expr.branches.flatMap((branch) => [branch.when, branch.then]), expr.otherwise];
    case 'subscript':
      return [expr.operand, expr.index];
    case 'call':
      return expr.args;
    default:
      return assertNever(expr);
  }
}

/** The legs that an expression reads. */
export function legsOf(expr: Expr, into: Set<LegId> = new Set()): Set<LegId> {
  if (expr.kind === 'field' || expr.kind === 'made' || expr.kind === 'present') into.add(expr.leg);
  for (const operand of operandsOf(expr)) legsOf(operand, into);
  return into;
}

/** Whether two expressions mean the same, wherever they were written. */
export function sameExpr(a: Expr, b: Expr): boolean {
  return textOf(a, ['span']) === textOf(b, ['span']);
}

const meanings = new WeakMap<Expr, string>();

/** Equal for expressions that mean the same, whatever they call the one leg that they read. */
export function meaningOnLeg(expr: Expr): string {
  let meaning = meanings.get(expr);
  if (meaning === undefined) meanings.set(expr, (meaning = textOf(expr, ['span', 'leg', 'name'])));
  return meaning;
}

function textOf(expr: Expr, without: readonly string[]): string {
  return JSON.stringify(expr, (key, value: unknown) => {
    if (without.includes(key)) return undefined;
    // JSON has no word for these; as an object, for no literal is one.
    return typeof value === 'bigint' || (typeof value === 'number' && !Number.isFinite(value)) ? { number: String(value) } : value;
  });
}
