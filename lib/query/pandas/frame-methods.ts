import type { Expr, SortKey } from '@/lib/query/plan';
import type { CallArguments } from './call-arguments';
import { namesOf } from './call-arguments';
import { CellError } from './cell-error';
import type { Context } from './context';
import { assigned, assignedColumn, columnOf, comparable, keptRows, withRows } from './frames';
import { groupBy, presence, valueCounts } from './group-methods';
import { mergeFrames } from './merge';
import type { Frame, FrameBox, FrameColumn, Value } from './values';

/** pandas' order of the parameters, per method of a DataFrame. */
export const FRAME_METHODS: ReadonlyMap<string, readonly string[]> = new Map([
  ['merge', ['right', 'how', 'on', 'left_on', 'right_on', 'left_index', 'right_index', 'sort', 'suffixes', 'copy', 'indicator', 'validate']],
  ['head', ['n']],
  ['sort_values', ['by', 'axis', 'ascending', 'inplace', 'kind', 'na_position', 'ignore_index', 'key']],
  ['drop_duplicates', ['subset', 'keep', 'inplace', 'ignore_index']],
  ['rename', ['mapper', 'index', 'columns', 'axis', 'copy', 'inplace', 'level', 'errors']],
  ['reset_index', ['level', 'drop', 'inplace', 'col_level', 'col_fill', 'allow_duplicates', 'names']],
  ['groupby', ['by', 'axis', 'level', 'as_index', 'sort', 'group_keys', 'squeeze', 'observed', 'dropna']],
  ['dropna', ['axis', 'how', 'thresh', 'subset', 'inplace']],
  ['drop', ['labels', 'axis', 'index', 'columns', 'level', 'inplace', 'errors']],
  ['assign', []],
  ['value_counts', ['subset', 'normalize', 'sort', 'ascending', 'dropna']],
  ['to_frame', ['name']],
  ['copy', ['deep']],
]);

/** Calls `frame.<method>(…)`. */
export function callFrameMethod(context: Context, frame: Frame, method: string, args: CallArguments): Value {
  switch (method) {
    case 'merge':
      return framed(mergeFrames(context, frame, args.need('right'), args));
    case 'head':
      return framed(head(frame, args));
    case 'sort_values':
      return framed(sortValues(context, frame, args));
    case 'drop_duplicates':
      return framed(dropDuplicates(context, frame, args));
    case 'rename':
      return framed(rename(frame, args));
    case 'reset_index':
      return framed(resetIndex(context, frame, args));
    case 'groupby':
      return { kind: 'groups', groups: groupBy(context, frame, args) };
    case 'dropna':
      return framed(dropMissing(context, frame, args));
    case 'drop':
      return framed(drop(context, frame, args));
    case 'assign':
      return framed(assign(frame, args));
    case 'value_counts': {
      const subset = args.names('subset');
      const columns = subset === null ? frame.columns.slice(frame.indexColumns) : subset.map(({ name, span }) => columnOf(context, frame, name, span));
      return framed(valueCounts(context, frame, columns, { keys: columns.map(({ name }) => name), count: '0' }, args));
    }
    case 'to_frame':
      return framed(toFrame(frame, args));
    case 'copy':
      args.ignore('deep');
      return framed(frame);
    default:
      throw new CellError(`\`.${method}\` is not supported`, args.span);
  }
}

function framed(frame: Frame): Value {
  return { kind: 'frame', box: { frame } };
}

/** Only shows less, as long as no other step needs the rows (`withRows`). */
function head(frame: Frame, args: CallArguments): Frame {
  const count = args.integer('n') ?? 5;
  if (count < 0) throw new CellError('`.head` of a negative number is not supported', args.span);
  return { ...frame, head: Math.min(count, frame.head ?? count) };
}

/** Ties keep their order, which pandas promises only for `kind='stable'`. */
function sortValues(context: Context, frame: Frame, args: CallArguments): Frame {
  const columns = sortColumns(context, frame, args);
  const ascending = args.take('ascending');
  const orders = ascending === null ? [] : ascending.value.kind === 'list' ? ascending.value.items : [ascending];
  const descending = orders.map(({ value, span }) => {
    if (value.kind === 'scalar' && (typeof value.value === 'boolean' || typeof value.value === 'number')) return !value.value;
    throw new CellError('`ascending` must be True or False', span);
  });
  if (descending.length > 1 && descending.length !== columns.length) throw new CellError('`ascending` must have one entry for each column', args.span);
  const missing = args.text('na_position') === 'first' ? 'first' : 'last';
  args.ignore('axis', 0, 'index');
  args.ignore('inplace', false);
  args.ignore('kind');
  args.ignore('ignore_index', false);
  const by = columns.map((column, at): SortKey => ({ expr: comparable(column), descending: descending[descending.length > 1 ? at : 0] ?? false, missing }));
  return withRows(frame, frame.rows, (input) => ({ kind: 'sort', input, by }));
}

/** The counts of a groupby are a series, which is sorted without naming it. */
function sortColumns(context: Context, frame: Frame, args: CallArguments): readonly FrameColumn[] {
  const by = args.names('by');
  if (by !== null) return by.map(({ name, span }) => frame.columns.slice(0, frame.indexColumns).find((column) => column.name === name) ?? columnOf(context, frame, name, span));
  const values = frame.columns.slice(frame.indexColumns);
  if (frame.indexColumns > 0 && values.length === 1) return values;
  throw new CellError('`.sort_values` needs `by`', args.span);
}

function dropDuplicates(context: Context, frame: Frame, args: CallArguments): Frame {
  const subset = args.names('subset');
  args.ignore('keep', 'first');
  args.ignore('inplace', false);
  args.ignore('ignore_index', false);
  const columns = subset === null ? frame.columns.slice(frame.indexColumns) : subset.map(({ name, span }) => columnOf(context, frame, name, span));
  return withRows(frame, { takenFrom: frame.rows }, (input) => ({ kind: 'distinct', input, by: columns.flatMap(identity) }));
}

/** What a groupby counted is a series in pandas, and a frame of one column here. */
function toFrame(frame: Frame, args: CallArguments): Frame {
  const values = frame.columns.slice(frame.indexColumns);
  if (frame.indexColumns === 0 || values.length !== 1) throw new CellError("AttributeError: 'DataFrame' object has no attribute 'to_frame'", args.span);
  const name = args.text('name') ?? values[0].name;
  return { ...frame, columns: [...frame.columns.slice(0, frame.indexColumns), { ...values[0], name }] };
}

/** Rows whose columns (all, or those of `subset`) are there. */
function dropMissing(context: Context, frame: Frame, args: CallArguments): Frame {
  args.ignore('axis', 0, 'index');
  args.ignore('thresh', null);
  args.ignore('inplace', false);
  const how = args.text('how') ?? 'any';
  if (how !== 'any' && how !== 'all') throw new CellError("`how` of `.dropna` must be 'any' or 'all'", args.span);
  const subset = args.names('subset');
  const columns = subset === null ? frame.columns.slice(frame.indexColumns) : subset.map(({ name, span }) => columnOf(context, frame, name, span));
  const conditions = columns.map((column) => presence(context, column));
  if (how === 'any' || conditions.length < 2) return keptRows(frame, conditions);
  const { span } = args;
  return keptRows(frame, [{ expr: { kind: 'or', operands: conditions.map(({ expr }) => expr), span }, text: context.text(span), span }]);
}

/** Without the named columns. */
function drop(context: Context, frame: Frame, args: CallArguments): Frame {
  const axis = args.take('axis');
  const labels = args.names('labels');
  const byAxis = axis !== null && axis.value.kind === 'scalar' && (axis.value.value === 1 || axis.value.value === 'columns');
  if (labels !== null && !byAxis) throw new CellError('Dropping rows by their labels is not supported', args.span);
  const names = args.names('columns') ?? labels ?? [];
  args.ignore('inplace', false);
  args.ignore('errors', 'raise', 'ignore');
  for (const { name, span } of names) {
    if (!frame.columns.some((column) => column.name === name)) context.warn('key-error', `KeyError: '${name}'. pandas stops here, for there is no such column to drop`, span);
  }
  const columns = frame.columns.filter((column, at) => at < frame.indexColumns || !names.some(({ name }) => name === column.name));
  return { ...frame, columns, dataset: names.length === 0 ? frame.dataset : null };
}

/** A copy with columns added or set. */
function assign(frame: Frame, args: CallArguments): Frame {
  const box: FrameBox = { frame };
  for (const [name, { value, span }] of args.rest()) box.frame = assigned(box.frame, assignedColumn(box, name, value, span));
  return box.frame;
}

/** Names that no column has are passed over, as in pandas. */
function rename(frame: Frame, args: CallArguments): Frame {
  const { value, span } = args.need('columns');
  if (value.kind !== 'dict') throw new CellError('`columns` of `.rename` must be a dictionary of names', span);
  args.ignore('inplace', false);
  args.ignore('copy');
  args.ignore('errors', 'ignore');
  const names = new Map(value.entries.map(({ key, value: name }) => [key, name]));
  const columns = frame.columns.map((column, at) => (at < frame.indexColumns ? column : { ...column, name: names.get(column.name) ?? column.name }));
  return { ...frame, columns, dataset: value.entries.length === 0 ? frame.dataset : null };
}

/** Rows get new labels. The keys of a groupby become columns; `names`/`name` names the counts of `.size()`. */
function resetIndex(context: Context, frame: Frame, args: CallArguments): Frame {
  const drop = args.flag('drop') ?? false;
  const name = args.take('name');
  args.ignore('inplace', false);
  const index = frame.columns.slice(0, frame.indexColumns);
  const values = frame.columns.slice(frame.indexColumns);
  if (!drop && index.length === 0) context.warn('index-left-out', 'The column `index` that `.reset_index()` adds is left out', args.span);
  const clash = drop ? undefined : index.find((key) => values.some((column) => column.name === key.name));
  if (clash !== undefined && name === null) throw new CellError(`ValueError: cannot insert ${clash.name}, already exists`, args.span);
  if (name !== null && (index.length === 0 || values.length !== 1)) throw new CellError('`name` of `.reset_index` is for the one column of a groupby', name.span);
  const named = name === null ? values : [{ ...values[0], name: namesOf(name, '`name`')[0].name }];
  return { ...frame, rows: { takenFrom: null }, columns: drop ? values : [...index, ...named], indexColumns: 0 };
}

/** What tells two values apart: 5140 and '5140' are two in a column that mixes them. */
function identity(column: FrameColumn): readonly Expr[] {
  const { dtype } = column.type();
  const value = comparable(column);
  if (dtype.kind !== 'object' || dtype.strings) return [value];
  return [{ kind: 'call', fn: 'typeof', args: [value], span: value.span }, value];
}
