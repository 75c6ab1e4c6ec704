import { type Argument, type CallArguments, scalarsOf } from './call-arguments';
import { CellError } from './cell-error';
import type { Context } from './context';
import { applied, asType } from './conversions';
import { keptRows } from './frames';
import { presence, valueCounts } from './group-methods';
import { between, filled, isIn, isNull, maskSeries } from './masks';
import type { Scalar } from './scalars';
import type { Series, Value } from './values';

/** pandas' order of the parameters, per method of a Series. */
export const SERIES_METHODS: ReadonlyMap<string, readonly string[]> = new Map([
  ['isin', ['values']],
  ['isnull', []],
  ['isna', []],
  ['notnull', []],
  ['notna', []],
  ['between', ['left', 'right', 'inclusive']],
  ['fillna', ['value', 'method', 'axis', 'inplace', 'limit', 'downcast']],
  ['astype', ['dtype', 'copy', 'errors']],
  ['apply', ['func', 'convert_dtype', 'args']],
  ['map', ['arg', 'na_action']],
  ['value_counts', ['normalize', 'sort', 'ascending', 'bins', 'dropna']],
  ['dropna', ['axis', 'inplace', 'how']],
  ['to_frame', ['name']],
  ['copy', ['deep']],
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
    case 'between':
      return { kind: 'series', series: between(context, series, operand(args, 'left'), operand(args, 'right'), inclusive(args), span) };
    case 'fillna':
      return { kind: 'series', series: filled(series, operand(args, 'value'), span) };
    case 'astype':
      return { kind: 'series', series: asType(context, series, args) };
    case 'apply':
      return { kind: 'series', series: applied(context, series, args.need('func'), args) };
    case 'map':
      return { kind: 'series', series: applied(context, series, args.need('arg'), args) };
    case 'value_counts': {
      const { frame, column } = series;
      return { kind: 'frame', box: { frame: valueCounts(context, frame, [column], { keys: ['index'], count: column.name }, args) } };
    }
    case 'dropna': {
      for (const name of ['axis', 'inplace', 'how']) args.ignore(name);
      return { kind: 'series', series: { ...series, frame: keptRows(series.frame, [presence(context, series.column)]), conditions: [] } };
    }
    case 'to_frame': {
      const name = args.text('name') ?? series.column.name;
      return { kind: 'frame', box: { frame: { ...series.frame, columns: [{ ...series.column, name }], dataset: null, indexColumns: 0 } } };
    }
    case 'copy':
      args.ignore('deep');
      return { kind: 'series', series };
    case 'head': {
      const count = args.integer('n') ?? 5;
      if (count < 0) throw new CellError('`.head` of a negative number is not supported', span);
      return { kind: 'series', series: { ...series, frame: { ...series.frame, head: Math.min(count, series.frame.head ?? count) } } };
    }
    default:
      throw new CellError(`\`.${method}\` is not supported`, span);
  }
}

/** A value of `.between` or `.fillna`. */
function operand(args: CallArguments, name: string): Argument & { readonly scalar: Scalar } {
  const argument = args.need(name);
  if (argument.value.kind === 'scalar') return { ...argument, scalar: argument.value.value };
  throw new CellError(`\`${name}\` of ${args.method} must be a string or a number`, argument.span);
}

/** Which of the two ends of `.between` count. */
function inclusive(args: CallArguments): readonly [boolean, boolean] {
  const argument = args.take('inclusive');
  if (argument === null) return [true, true];
  const value = argument.value.kind === 'scalar' ? argument.value.value : null;
  if (value === 'both' || value === true) return [true, true];
  if (value === 'neither' || value === false) return [false, false];
  if (value === 'left' || value === 'right') return [value === 'left', value === 'right'];
  throw new CellError("`inclusive` of `.between` must be 'both', 'neither', 'left' or 'right'", argument.span);
}
