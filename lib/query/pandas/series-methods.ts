import type { Span } from '@/lib/base/span';
import type { Expr } from '@/lib/query/plan';
import { type CallArguments, scalarsOf } from './call-arguments';
import { CellError } from './cell-error';
import { TEXT, type Context } from './context';
import type { ColumnType } from './dtype';
import { comparable } from './frames';
import { isIn, isNull, maskSeries } from './masks';
import type { Series, Value } from './values';

/** pandas' order of the parameters, per method of a Series. */
export const SERIES_METHODS: ReadonlyMap<string, readonly string[]> = new Map([
  ['isin', ['values']],
  ['isnull', []],
  ['isna', []],
  ['notnull', []],
  ['notna', []],
  ['astype', ['dtype', 'copy', 'errors']],
  ['head', ['n']],
]);

/** Calls `series.<method>(…)`. */
export function callSeriesMethod(context: Context, series: Series, method: string, args: CallArguments): Value {
  const { span } = args;
  switch (method) {
    case 'isin':
      return { kind: 'series', series: isIn(series, scalarsOf(args.need('values'), '`values` of `.isin`'), span) };
    case 'isnull':
    case 'isna':
      return { kind: 'series', series: isNull(series, span) };
    case 'notnull':
    case 'notna':
      return { kind: 'series', series: maskSeries(series, { kind: 'not', operand: isNull(series, span).column.expr, span }) };
    case 'astype':
      return { kind: 'series', series: asType(context, series, args) };
    case 'head': {
      const count = args.integer('n') ?? 5;
      if (count < 0) throw new CellError('`.head` of a negative number is not supported', span);
      return { kind: 'series', series: { ...series, frame: { ...series.frame, head: Math.min(count, series.frame.head ?? count) } } };
    }
    default:
      throw new CellError(`\`.${method}\` is not supported`, span);
  }
}

/** To text or to numbers. */
function asType(context: Context, series: Series, args: CallArguments): Series {
  const { value, span: at } = args.need('dtype');
  args.ignore('copy');
  args.ignore('errors', 'raise');
  const name = value.kind === 'module' ? value.path : value.kind === 'scalar' ? String(value.value) : '';
  if (/^(builtins\.)?(str|string)$/.test(name)) return withType(series, asText(series, args.span), { ...TEXT, gaps: false });
  if (/^(builtins\.|numpy\.)?(int|int64|Int64)$/.test(name)) return withType(series, asNumber(context, series, 'bigint', args.span), WHOLE);
  if (/^(builtins\.|numpy\.)?(float|float64)$/.test(name)) return withType(series, asNumber(context, series, 'double', args.span), FRACTION);
  throw new CellError(`\`.astype\` to \`${context.text(at)}\` is not supported`, at);
}

const WHOLE: ColumnType = { dtype: { kind: 'number', whole: true, asText: false }, gaps: true };
const FRACTION: ColumnType = { dtype: { kind: 'number', whole: false, asText: false }, gaps: true };

function withType(series: Series, expr: Expr, type: ColumnType): Series {
  return { column: { name: series.column.name, expr, type: () => type }, frame: series.frame, conditions: [], span: expr.span };
}

/** As Python's str(): a missing value is the text 'nan', and a column of numbers with gaps prints 5140 as '5140.0'. */
function asText(series: Series, span: Span): Expr {
  const { dtype } = series.column.type();
  const literal = (value: string | number): Expr => ({ kind: 'literal', value, span });
  const number = comparable(series.column);
  const text: Expr = { kind: 'cast', operand: number, to: 'string', span };
  const isWhole: Expr = { kind: 'compare', op: '=', left: { kind: 'arithmetic', op: '%', left: number, right: literal(1), span }, right: literal(0), typing: 'strict', span };
  const fraction: Expr = { kind: 'case', branches: [{ when: isWhole, then: { kind: 'call', fn: 'concat', args: [text, literal('.0')], span } }], otherwise: text, span };
  const printed = dtype.kind === 'number' && !dtype.whole ? fraction : text;
  return { kind: 'call', fn: 'coalesce', args: [printed, literal('nan')], span };
}

/** pandas stops at a value that is no number, and at a gap where whole numbers are wanted; here it becomes missing. */
function asNumber(context: Context, series: Series, to: 'bigint' | 'double', span: Span): Expr {
  const { dtype, gaps } = series.column.type();
  if (dtype.kind === 'object') {
    context.warn('value-error', `ValueError: '${series.column.name}' is text, which may not convert to a number. pandas stops at what does not; it is read as missing`, span);
  } else if (to === 'bigint' && gaps) {
    context.warn('value-error', `IntCastingNaNError: '${series.column.name}' has gaps. pandas stops here; they are read as missing`, span);
  }
  return { kind: 'cast', operand: series.column.expr, to, span };
}
