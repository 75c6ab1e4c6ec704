import { assertNever } from '@/lib/base/assert-never';
import type { Expr } from '@/lib/query/plan';

/** The expression as it would be if letter case said nothing: to see whether case alone decides. The same for the same expression. */
export function withoutCase(expr: Expr): Expr {
  return remembered(caseless, expr, foldCase);
}

const caseless = new WeakMap<Expr, Expr>();
const lenient = new WeakMap<Expr, Expr>();

/** Whoever evaluates an expression compiles it once, and knows it by its identity. */
function remembered(known: WeakMap<Expr, Expr>, expr: Expr, make: (expr: Expr) => Expr): Expr {
  const made = known.get(expr) ?? make(expr);
  known.set(expr, made);
  return made;
}

function foldCase(expr: Expr): Expr {
  switch (expr.kind) {
    case 'field':
      return lowerText(expr);
    case 'literal':
      return typeof expr.value === 'string' ? { ...expr, value: expr.value.toLowerCase() } : expr;
    case 'regex':
      return { ...expr, operand: withoutCase(expr.operand), pattern: anyCase(expr.pattern) };
    case 'call':
      return (expr.fn === 'lower' || expr.fn === 'upper') && expr.args.length === 1 ? withoutCase(expr.args[0]) : mapped(expr, withoutCase);
    default:
      return mapped(expr, withoutCase);
  }
}

/** Lower case where it is text; numbers stay numbers. */
function lowerText(field: Expr): Expr {
  const { span } = field;
  const isText: Expr = {
    kind: 'compare', op: '=', typing: 'strict', span,
    left: { kind: 'call', fn: 'typeof', args: [field], span },
    right: { kind: 'literal', value: 'string', span },
  };
  return { kind: 'case', branches: [{ when: isText, then: { kind: 'call', fn: 'lower', args: [field], span } }], otherwise: field, span };
}

/** A pattern's letters mean something beside themselves (`\S` and `\s`), so it is told to take any case instead. */
function anyCase(pattern: Expr): Expr {
  if (pattern.kind !== 'literal' || typeof pattern.value !== 'string' || pattern.value.startsWith('(?')) return pattern;
  return { ...pattern, value: `(?i)${pattern.value}` };
}

/** The expression as it would be if text and numbers were compared as numbers: to see whether a type alone decides. */
export function withCasts(expr: Expr): Expr {
  return remembered(lenient, expr, castAll);
}

function castAll(expr: Expr): Expr {
  const cast = mapped(expr, withCasts);
  return cast.kind === 'compare' || cast.kind === 'in' ? { ...cast, typing: 'cast' } : cast;
}

/** The expression with each of its operands replaced. */
function mapped(expr: Expr, change: (operand: Expr) => Expr): Expr {
  switch (expr.kind) {
    case 'field':
    case 'made':
    case 'present':
    case 'literal':
      return expr;
    case 'compare':
    case 'arithmetic':
      return { ...expr, left: change(expr.left), right: change(expr.right) };
    case 'and':
    case 'or':
      return { ...expr, operands: expr.operands.map(change) };
    case 'not':
    case 'ifMissing':
    case 'isNull':
    case 'cast':
      return { ...expr, operand: change(expr.operand) };
    case 'like':
    case 'regex':
      return { ...expr, operand: change(expr.operand), pattern: change(expr.pattern) };
    case 'in':
      return { ...expr, operand: change(expr.operand), options: expr.options.map(change) };
    case 'case':
      return { ...expr, branches: expr.branches.map(({ when, then }) => ({ when: change(when), then: change(then) })), otherwise: change(expr.otherwise) };
    case 'subscript':
      return { ...expr, operand: change(expr.operand), index: change(expr.index) };
    case 'call':
      return { ...expr, args: expr.args.map(change) };
    default:
      return assertNever(expr);
  }
}
