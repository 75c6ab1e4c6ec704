import { assertNever } from '@/lib/base/assert-never';
import type { Span } from '@/lib/base/span';
import { parseTimestamp } from '@/lib/query/execute/timestamp';
import type { CompareOperator, Condition, Expr } from '@/lib/query/plan';
import type { PythonComparison } from './ast';
import { CellError } from './cell-error';
import type { Context } from './context';
import { dtypeName, type ColumnType, type Dtype } from './dtype';
import { comparable } from './frames';
import { type Scalar, scalarDtype } from './scalars';
import type { Series } from './values';

const MASK: ColumnType = { dtype: { kind: 'boolean' }, gaps: false };

/** A column of truth values made from `from`, over the same rows. `gaps`: it may hold missing values. */
export function maskSeries(from: Series, expr: Expr, gaps = false): Series {
  const type = gaps ? { ...MASK, gaps } : MASK;
  return { column: { name: from.column.name, expr, type: () => type }, frame: from.frame, conditions: [], span: expr.span };
}

/** What a mask asks, `&` by `&`. Missing counts as False, which pandas does not always do: said as a warning. */
export function conditionsOf(context: Context, mask: Series, use: 'mask' | 'left of |' = 'mask'): readonly Condition[] {
  if (mask.conditions.length > 0) return mask.conditions;
  return [{ expr: truth(context, mask, use), text: context.text(mask.span), span: mask.span }];
}

function truth(context: Context, mask: Series, use: 'mask' | 'left of |'): Expr {
  const { dtype, gaps } = mask.column.type();
  const { expr } = mask.column;
  if (dtype.kind !== 'boolean') throw new CellError(`A mask holds True and False; this is a column of ${dtypeName(dtype)}`, mask.span);
  if (!gaps) return expr;
  const otherwise = use === 'mask' ? 'where pandas may raise an error' : 'where pandas 1.5 leaves such an event out even if what follows `|` is True';
  context.warn('mask-with-gaps', `\`${context.text(mask.span)}\` is missing for some events; missing counts as False, ${otherwise}. Say \`na=False\` or \`na=True\``, mask.span);
  return { kind: 'ifMissing', operand: expr, value: false, span: mask.span };
}

export function invert(context: Context, mask: Series, span: Span): Series {
  return maskSeries(mask, { kind: 'not', operand: conjunction(conditionsOf(context, mask), mask.span), span });
}

function conjunction(conditions: readonly Condition[], span: Span): Expr {
  return conditions.length === 1 ? conditions[0].expr : { kind: 'and', operands: conditions.map((condition) => condition.expr), span };
}

export function combine(context: Context, op: '&' | '|', left: Series, right: Series, span: Span): Series {
  requireSameRows(left, right, span);
  if (op === '&') {
    const conditions = [...conditionsOf(context, left), ...conditionsOf(context, right)];
    return { ...maskSeries(left, conjunction(conditions, span)), conditions };
  }
  const operands = [left, right].flatMap((mask) => {
    const expr = conjunction(conditionsOf(context, mask, mask === left ? 'left of |' : 'mask'), mask.span);
    return expr.kind === 'or' ? expr.operands : [expr];
  });
  return maskSeries(left, { kind: 'or', operands, span });
}

function requireSameRows(left: Series, right: Series, span: Span): void {
  if (left.frame.rows !== right.frame.rows) throw new CellError('These two columns do not have the same rows', span);
}

const OPERATORS: Readonly<Record<PythonComparison, CompareOperator>> = { '==': '=', '!=': '!=', '<': '<', '<=': '<=', '>': '>', '>=': '>=' };

/** `series == other`. A missing value is unequal to everything, and neither smaller nor greater. */
export function compare(context: Context, op: PythonComparison, left: Series, right: Series | { readonly scalar: Scalar; readonly span: Span }, span: Span): Series {
  const { dtype } = left.column.type();
  const otherDtype = 'scalar' in right ? scalarDtype(right.scalar) : right.column.type().dtype;
  if (!('scalar' in right)) requireSameRows(left, right, span);
  if (otherDtype === null || !canBeEqual(dtype, otherDtype)) return maskSeries(left, unequal(context, op, dtype, otherDtype, span));
  if (!isEquality(op) && mayMixTypes(dtype, otherDtype)) warnOfOrder(context, op, dtype, otherDtype, span);
  if (!isEquality(op) && dtype.kind === 'date' && 'scalar' in right && typeof right.scalar === 'string' && parseTimestamp(right.scalar) === null) {
    context.warn('type-error', `TypeError: '${right.scalar}' is no date, which '${op}' needs beside a column of datetime64[ns]. pandas stops here; such events are left out`, span);
  }
  const [leftExpr, rightExpr] = operands(left, right, dtype, otherDtype);
  const comparison: Expr = { kind: 'compare', op: OPERATORS[op], left: leftExpr, right: rightExpr, typing: 'strict', span };
  return maskSeries(left, { kind: 'ifMissing', operand: comparison, value: op === '!=', span });
}

function canBeEqual(a: Dtype, b: Dtype): boolean {
  switch (a.kind) {
    case 'number':
    case 'boolean':
      return b.kind === 'number' || b.kind === 'boolean' || (b.kind === 'object' && !b.strings);
    case 'date':
      return b.kind === 'date' || b.kind === 'object';
    case 'object':
      return b.kind === 'object' || (b.kind === 'date' ? true : !a.strings && b.kind !== 'list');
    case 'list':
      return false;
    default:
      return assertNever(a);
  }
}

function mayMixTypes(a: Dtype, b: Dtype): boolean {
  return [a, b].some((dtype) => dtype.kind === 'object' && !dtype.strings);
}

function isEquality(op: PythonComparison): boolean {
  return op === '==' || op === '!=';
}

/** Two types that are never equal: pandas says so for `==` and `!=`, and has no order for them. */
function unequal(context: Context, op: PythonComparison, a: Dtype, b: Dtype | null, span: Span): Expr {
  if (!isEquality(op)) warnOfOrder(context, op, a, b, span);
  return { kind: 'literal', value: op === '!=', span };
}

function warnOfOrder(context: Context, op: PythonComparison, a: Dtype, b: Dtype | null, span: Span): void {
  const other = b === null ? 'None' : dtypeName(b);
  context.warn('type-error', `TypeError: '${op}' has no meaning between ${dtypeName(a)} and ${other}. pandas stops here; such events are left out`, span);
}

function operands(left: Series, right: Series | { readonly scalar: Scalar; readonly span: Span }, a: Dtype, b: Dtype): readonly [Expr, Expr] {
  const rightExpr: Expr = 'scalar' in right ? { kind: 'literal', value: right.scalar, span: right.span } : comparable(right.column);
  const both = [comparable(left.column), rightExpr] as const;
  // True == 1 in Python.
  if (a.kind === 'number' && b.kind === 'boolean') return [both[0], asNumber(both[1])];
  if (a.kind === 'boolean' && b.kind === 'number') return [asNumber(both[0]), both[1]];
  if (a.kind === 'date' && b.kind === 'object') return [both[0], { kind: 'cast', operand: both[1], to: 'timestamp', span: both[1].span }];
  if (a.kind === 'object' && b.kind === 'date') return [{ kind: 'cast', operand: both[0], to: 'timestamp', span: both[0].span }, both[1]];
  return both;
}

function asNumber(expr: Expr): Expr {
  if (expr.kind === 'literal') return { ...expr, value: Number(expr.value) };
  return { kind: 'cast', operand: expr, to: 'double', span: expr.span };
}

interface Given {
  readonly scalar: Scalar;
  readonly span: Span;
}

/** `series.between(left, right)`: both comparisons at once, so a missing value lies in no range. */
export function between(context: Context, series: Series, left: Given, right: Given, [withLeft, withRight]: readonly [boolean, boolean], span: Span): Series {
  const ends = [compare(context, withLeft ? '>=' : '>', series, left, span), compare(context, withRight ? '<=' : '<', series, right, span)];
  return maskSeries(series, { kind: 'and', operands: ends.map((end) => end.column.expr), span });
}

/** `series.fillna(value)` */
export function filled(series: Series, { scalar, span: at }: Given, span: Span): Series {
  if (scalar === null) throw new CellError('`.fillna` needs a value', at);
  const type = (): ColumnType => ({ dtype: filledDtype(series.column.type(), scalar), gaps: false });
  if (typeof scalar === 'boolean' && series.column.type().dtype.kind === 'boolean') return maskSeries(series, { kind: 'ifMissing', operand: series.column.expr, value: scalar, span });
  const expr: Expr = { kind: 'call', fn: 'coalesce', args: [comparable(series.column), { kind: 'literal', value: scalar, span: at }], span };
  return { column: { name: series.column.name, expr, type }, frame: series.frame, conditions: [], span };
}

/** What a column is after its gaps got the value: of mixed types where that is of another one. */
function filledDtype({ dtype, gaps }: ColumnType, scalar: Scalar): Dtype {
  const other = scalarDtype(scalar);
  if (dtype.kind === 'number' && other?.kind === 'number') return { kind: 'number', whole: dtype.whole, asText: false };
  if (!gaps) return dtype.kind === 'number' ? { ...dtype, asText: false } : dtype;
  return { kind: 'object', strings: dtype.kind === 'object' && dtype.strings && typeof scalar === 'string' };
}

/** `series.isin([…])`; a missing value is in no list. */
export function isIn(series: Series, options: readonly { readonly value: Scalar; readonly span: Span }[], span: Span): Series {
  const { dtype } = series.column.type();
  const none = options.find(({ value }) => value === null);
  // pandas tells None (a JSON null) from NaN (no such field) here, which a plan does not.
  if (none !== undefined) throw new CellError('None in `.isin` is not supported: ask with `.isnull()`', none.span);
  const possible = options.filter(({ value }) => {
    const other = scalarDtype(value);
    return other !== null && dtype.kind !== 'date' && canBeEqual(dtype, other);
  });
  const literals = possible.map(({ value, span: at }): Expr => {
    const literal: Expr = { kind: 'literal', value, span: at };
    return dtype.kind === 'number' && typeof value === 'boolean' ? asNumber(literal) : literal;
  });
  const operand = dtype.kind === 'boolean' && possible.some(({ value }) => typeof value === 'number') ? asNumber(series.column.expr) : comparable(series.column);
  const found: Expr = { kind: 'in', operand, options: literals, typing: 'strict', span };
  return maskSeries(series, { kind: 'ifMissing', operand: found, value: false, span });
}

export function isNull(series: Series, span: Span): Series {
  return maskSeries(series, { kind: 'isNull', operand: series.column.expr, span });
}
