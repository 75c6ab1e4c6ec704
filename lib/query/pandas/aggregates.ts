import type { Span } from '@/lib/base/span';
import type { AggregateCall, Expr } from '@/lib/query/plan';
import { CellError } from './cell-error';
import { type Context, UNKNOWN } from './context';
import { dtypeName, type ColumnType } from './dtype';
import { comparable } from './frames';
import type { FrameColumn } from './values';

/** A column that a groupby computes. */
export interface Aggregate {
  readonly name: string;
  readonly call: AggregateCall;
  readonly type: ColumnType;
  /** What pandas makes of the plan's value: it sums nothing to 0. */
  readonly finished: (value: Expr) => Expr;
}

const COUNT: ColumnType = { dtype: { kind: 'number', whole: true, asText: false }, gaps: false };
const NUMBER: ColumnType = { dtype: { kind: 'number', whole: false, asText: false }, gaps: true };

const same = (value: Expr): Expr => value;

/** @throws CellError for functions outside the subset, and for sums of text, which pandas strings together */
export function aggregateOf(context: Context | null, fn: string, column: FrameColumn | null, name: string, at: { readonly span: Span } | null): Aggregate {
  if (fn === 'size' || column === null) return { name, call: { fn: 'count', of: null, distinct: false }, type: COUNT, finished: same };
  const of = asItIs(column);
  const span = at?.span ?? of.span;
  switch (fn) {
    case 'count':
    case 'nunique':
      return { name, call: { fn: 'count', of, distinct: fn === 'nunique' }, type: COUNT, finished: same };
    case 'sum':
      requireNumbers(fn, column, span);
      return { name, call: { fn, of, distinct: false }, type: NUMBER, finished: (value) => ({ kind: 'call', fn: 'coalesce', args: [value, { kind: 'literal', value: 0, span }], span }) };
    case 'mean':
      requireNumbers(fn, column, span);
      return { name, call: { fn: 'avg', of, distinct: false }, type: NUMBER, finished: same };
    case 'min':
    case 'max': {
      const { dtype, gaps } = column.type();
      if (dtype.kind === 'object' && (gaps || !dtype.strings)) {
        context?.warn('type-error', `TypeError: '${column.name}' has gaps or values of several types, which have no order. pandas stops where a group mixes them; its gaps are passed over here`, span);
      }
      const type = dtype.kind === 'number' ? { dtype: { ...dtype, asText: false }, gaps: true } : dtype.kind === 'list' ? UNKNOWN : { dtype, gaps: true };
      return { name, call: { fn, of, distinct: false }, type, finished: same };
    }
    default:
      throw new CellError(`\`${fn}\` of a groupby is not supported`, span);
  }
}

/** SQL takes a field that holds text and numbers for one of text; here 5140 and '5140' stay two values, so it is no plain field. */
function asItIs(column: FrameColumn): Expr {
  const { dtype } = column.type();
  const value = comparable(column);
  return dtype.kind === 'object' && !dtype.strings ? { kind: 'call', fn: 'coalesce', args: [value], span: value.span } : value;
}

function requireNumbers(fn: string, column: FrameColumn, span: Span): void {
  const { dtype, gaps } = column.type();
  if (dtype.kind === 'number' || (dtype.kind === 'boolean' && !gaps)) return;
  throw new CellError(`\`${fn}\` of a groupby is supported for numbers; '${column.name}' is a column of ${dtypeName(dtype)}`, span);
}
