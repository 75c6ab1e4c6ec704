import type { Span } from '@/lib/base/span';
import type { Expr } from '@/lib/query/plan';
import type { Argument, CallArguments } from './call-arguments';
import { CellError } from './cell-error';
import { TEXT, type Context } from './context';
import { dtypeName, type ColumnType } from './dtype';
import { comparable } from './frames';
import type { Series } from './values';

/** To text or to numbers. */
export function asType(context: Context, series: Series, args: CallArguments): Series {
  const { value, span: at } = args.need('dtype');
  args.ignore('copy');
  args.ignore('errors', 'raise');
  const name = value.kind === 'module' ? value.path : value.kind === 'scalar' ? String(value.value) : '';
  if (/^(builtins\.)?(str|string)$/.test(name)) return withType(series, asText(series, args.span), { ...TEXT, gaps: false });
  if (/^(builtins\.|numpy\.)?(int|int64|Int64)$/.test(name)) return withType(series, asNumber(context, series, 'bigint', args.span), WHOLE);
  if (/^(builtins\.|numpy\.)?(float|float64)$/.test(name)) return withType(series, asNumber(context, series, 'double', args.span), FRACTION);
  throw new CellError(`\`.astype\` to \`${context.text(at)}\` is not supported`, at);
}

/** `.apply(int)` and the like: Python's own functions of one value. Others are named in the error. */
export function applied(context: Context, series: Series, { value, span: at }: Argument, args: CallArguments): Series {
  args.ignore('convert_dtype');
  args.ignore('na_action', null);
  const name = value.kind === 'module' ? value.path.replace(/^builtins\./, '') : '';
  const { span } = args;
  switch (name) {
    case 'str':
      return withType(series, asText(series, span), { ...TEXT, gaps: false });
    case 'int':
      return withType(series, asNumber(context, series, 'bigint', span, 'ValueError'), WHOLE);
    case 'float':
      return withType(series, asNumber(context, series, 'double', span), FRACTION);
    case 'hex':
      return withType(series, asHex(context, series, span), TEXT);
    default:
      throw new CellError(`${args.method} is supported with str, int, float and hex only`, at);
  }
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
  const spelled = dtype.kind === 'boolean' || (dtype.kind === 'object' && !dtype.strings) ? booleansSpelled(series.column.expr, printed, span) : printed;
  return { kind: 'call', fn: 'coalesce', args: [spelled, literal('nan')], span };
}

/** Python writes True and False. */
function booleansSpelled(value: Expr, otherwise: Expr, span: Span): Expr {
  const is = (truth: boolean): Expr => ({ kind: 'compare', op: '=', left: value, right: { kind: 'literal', value: truth, span }, typing: 'strict', span });
  const branches = [true, false].map((truth) => ({ when: is(truth), then: { kind: 'literal', value: truth ? 'True' : 'False', span } }) as const);
  return { kind: 'case', branches, otherwise, span };
}

/** pandas stops at a value that is no number, and at a gap where whole numbers are wanted; here it becomes missing. */
function asNumber(context: Context, series: Series, to: 'bigint' | 'double', span: Span, atGaps = 'IntCastingNaNError'): Expr {
  const { dtype, gaps } = series.column.type();
  if (dtype.kind === 'object') {
    context.warn('value-error', `ValueError: '${series.column.name}' is text, which may not convert to a number. pandas stops at what does not; it is read as missing`, span);
  } else if (to === 'bigint' && gaps) {
    context.warn('value-error', `${atGaps}: '${series.column.name}' has gaps. pandas stops here; they are read as missing`, span);
  }
  return { kind: 'cast', operand: series.column.expr, to, span };
}

/** Python's hex() of a whole number: '0x1f', '-0x1f'. It raises an error for anything else, a gap too. */
function asHex(context: Context, series: Series, span: Span): Expr {
  const { dtype } = series.column.type();
  if (dtype.kind !== 'number' || !dtype.whole) {
    context.warn('type-error', `TypeError: hex() takes whole numbers, and '${series.column.name}' is a column of ${dtypeName(dtype)}. pandas stops at what is none; it is read as missing`, span);
  }
  const literal = (value: string | number): Expr => ({ kind: 'literal', value, span });
  const call = (fn: 'concat' | 'lower' | 'hex' | 'abs', ...args: Expr[]): Expr => ({ kind: 'call', fn, args, span });
  const number: Expr = { kind: 'cast', operand: comparable(series.column), to: 'bigint', span };
  const negative: Expr = { kind: 'compare', op: '<', left: number, right: literal(0), typing: 'strict', span };
  const sign: Expr = { kind: 'case', branches: [{ when: negative, then: literal('-0x') }], otherwise: literal('0x'), span };
  return call('concat', sign, call('lower', call('hex', call('abs', number))));
}
