import type { Expr } from '@/lib/query/plan';

/** A field in a form that a detection language can compare. */
export interface ComparedField {
  /** As the query writes it. */
  readonly name: string;
  readonly fold: 'lower' | 'upper' | null;
  /** The value in place of a missing one (COALESCE); null: it stays missing. */
  readonly fallback: string | null;
  /** The number that is written in hex after '0x', compared in decimal. */
  readonly isHex: boolean;
}

/** Null for any other expression. */
export function comparedField(expr: Expr | undefined): ComparedField | null {
  switch (expr?.kind) {
    case 'field':
      return { name: expr.name, fold: null, fallback: null, isHex: false };
    case 'cast':
      // A number's text, or a text's number, is compared as it is written.
      return comparedField(expr.operand);
    case 'call': {
      const [first, second, third] = expr.args;
      const inner = comparedField(expr.fn === 'conv' ? hexDigitsOf(first) : first);
      if (inner === null || inner.isHex) return null;
      if ((expr.fn === 'lower' || expr.fn === 'upper') && expr.args.length === 1) return { ...inner, fold: expr.fn };
      if (expr.fn === 'coalesce' && expr.args.length === 2 && second.kind === 'literal' && typeof second.value === 'string') return { ...inner, fallback: second.value };
      if (expr.fn === 'conv' && isNumber(second, 16) && isNumber(third, 10) && inner.fallback === null) return { ...inner, isHex: true };
      return null;
    }
    default:
      return null;
  }
}

/** SUBSTRING(x, 3): what follows '0x'. */
function hexDigitsOf(expr: Expr | undefined): Expr | undefined {
  return expr?.kind === 'call' && expr.fn === 'substring' && expr.args.length === 2 && isNumber(expr.args[1], 3) ? expr.args[0] : undefined;
}

function isNumber(expr: Expr | undefined, value: number): boolean {
  return expr?.kind === 'literal' && Number(expr.value) === value;
}
