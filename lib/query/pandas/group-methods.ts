import type { Condition, Expr, Plan } from '@/lib/query/plan';
import { type Aggregate, aggregateOf } from './aggregates';
import type { Argument, CallArguments } from './call-arguments';
import { namesOf, textOf } from './call-arguments';
import { CellError } from './cell-error';
import type { Context } from './context';
import { columnOf, comparable, settledPlan } from './frames';
import type { Frame, FrameColumn, Groups } from './values';

export const GROUP_METHODS: ReadonlyMap<string, readonly string[]> = new Map([
  ['size', []],
  ['count', []],
  ['nunique', ['dropna']],
  ['sum', ['numeric_only', 'min_count']],
  ['mean', ['numeric_only']],
  ['min', ['numeric_only', 'min_count']],
  ['max', ['numeric_only', 'min_count']],
  ['value_counts', ['normalize', 'sort', 'ascending', 'bins', 'dropna']],
  ['agg', ['func']],
  ['aggregate', ['func']],
]);

/** `frame.groupby('a')` or `(['a', 'b'])`. */
export function groupBy(context: Context, frame: Frame, args: CallArguments): Groups {
  const by = args.names('by');
  if (by === null) throw new CellError('`.groupby` needs the names of columns', args.span);
  const asIndex = args.flag('as_index') ?? true;
  const sorted = args.flag('sort') ?? true;
  const dropMissing = args.flag('dropna') ?? true;
  args.ignore('axis', 0);
  args.ignore('observed');
  args.ignore('group_keys');
  return { frame, keys: by.map(({ name, span }) => columnOf(context, frame, name, span)), selected: null, asOne: false, asIndex, sorted, dropMissing };
}

/** `groups['a']` or `groups[['a', 'b']]` */
export function selectOfGroups(context: Context, groups: Groups, index: Argument): Groups {
  const selected = namesOf(index, 'The column').map(({ name, span }) => columnOf(context, groups.frame, name, span));
  return { ...groups, selected, asOne: index.value.kind === 'scalar' };
}

/** Calls `groups.<method>(…)`. */
export function callGroupMethod(context: Context, groups: Groups, method: string, args: CallArguments): Frame {
  switch (method) {
    case 'agg':
    case 'aggregate':
      return aggregate(context, groups, chosenAggregates(context, groups, args), args);
    case 'size':
      return aggregate(context, groups, [sizeOf(groups)], args);
    case 'value_counts':
      return countValues(context, groups, args);
    default:
      args.ignore('dropna', true);
      args.ignore('numeric_only', false);
      args.ignore('min_count', -1, 0);
      return aggregate(context, groups, valuesOf(groups).map((column) => aggregateOf(context, method, column, column.name, args)), args);
  }
}

function sizeOf(groups: Groups): Aggregate {
  // `.size()` has no name of its own; `.reset_index()` calls it 0, `as_index=False` size.
  return aggregateOf(null, 'size', null, groups.asIndex ? '0' : 'size', null);
}

function valuesOf({ frame, keys, selected }: Groups): readonly FrameColumn[] {
  return selected ?? frame.columns.slice(frame.indexColumns).filter((column) => !keys.some((key) => key.name === column.name));
}

/** What `.agg(…)` names: one function for all, several for one column, `{column: function}`, or `new=(column, function)`. */
function chosenAggregates(context: Context, groups: Groups, args: CallArguments): readonly Aggregate[] {
  const func = args.take('func');
  const column = (name: string, at: Argument): FrameColumn => valuesOf(groups).find((known) => known.name === name) ?? columnOf(context, groups.frame, name, at.span);
  const named = args.rest().map(([name, argument]) => {
    const one = groups.asOne ? valuesOf(groups)[0] : null;
    if (one !== null) return aggregateOf(context, textOf(argument, 'A function'), one, name, args);
    if (argument.value.kind !== 'list' || argument.value.items.length !== 2) throw new CellError("`.agg` takes `new=('column', 'function')`", argument.span);
    const [of, fn] = argument.value.items.map((item) => textOf(item, "A column's or function's name"));
    return aggregateOf(context, fn, column(of, argument), name, args);
  });
  if (func === null) return named;
  const { value, span } = func;
  if (value.kind === 'dict') return value.entries.map(({ key, value: fn }) => aggregateOf(context, fn, column(key, func), key, args));
  if (value.kind !== 'list') return valuesOf(groups).map((of) => aggregateOf(context, textOf(func, 'The function of `.agg`'), of, of.name, args));
  if (!groups.asOne) throw new CellError('Several functions are supported for one column only: choose it by `[…]` first', span);
  return value.items.map((item) => {
    const fn = textOf(item, 'A function');
    return aggregateOf(context, fn, valuesOf(groups)[0], fn, args);
  });
}

/** `groups['a'].value_counts()`: how often each value is there in each group, the most frequent first. */
function countValues(context: Context, groups: Groups, args: CallArguments): Frame {
  for (const name of ['normalize', 'ascending']) args.ignore(name, false);
  args.ignore('sort', true);
  args.ignore('dropna', true);
  if (!groups.asOne) throw new CellError('`.value_counts` of a groupby is supported for one column', args.span);
  const [column] = valuesOf(groups);
  const counted = aggregate(context, { ...groups, keys: [...groups.keys, column], asIndex: true }, [aggregateOf(null, 'size', null, column.name, null)], args);
  const by = counted.columns.map(({ expr }, at) => ({ expr, descending: at === counted.columns.length - 1, missing: 'last' }) as const);
  return { ...counted, plan: { kind: 'sort', input: counted.plan, by: [...by.slice(0, groups.keys.length), by[by.length - 1]] } };
}

/** `frame.value_counts()` or of a series (whose index has no name; `.reset_index()` calls it index). The most frequent values come first. */
export function valueCounts(context: Context, frame: Frame, columns: readonly FrameColumn[], names: { readonly keys: readonly string[]; readonly count: string }, args: CallArguments): Frame {
  args.ignore('normalize', false);
  args.ignore('sort', true);
  const ascending = args.flag('ascending') ?? false;
  const dropMissing = args.flag('dropna') ?? true;
  const keys = columns.map((column, at) => ({ ...column, name: names.keys[at] }));
  const groups = { frame, keys, selected: [], asOne: false, asIndex: true, sorted: false, dropMissing };
  const counted = aggregate(context, groups, [aggregateOf(null, 'size', null, names.count, null)], args);
  return { ...counted, plan: { kind: 'sort', input: counted.plan, by: [{ expr: counted.columns[keys.length].expr, descending: !ascending, missing: 'last' }] } };
}

/** One row a group, in the order of the keys; rows with a missing key belong to no group. The keys are the index, unless `as_index=False`. */
function aggregate(context: Context, groups: Groups, results: readonly Aggregate[], args: CallArguments): Frame {
  const { frame, keys } = groups;
  const leg = context.newLeg();
  const made = (index: number): Expr => ({ kind: 'made', leg, index, span: args.span });
  const columns = [
    ...keys.map((key, at): FrameColumn => ({ ...key, expr: made(at) })),
    ...results.map(({ name, type, finished }, at): FrameColumn => ({ name, expr: finished(made(keys.length + at)), type: () => type })),
  ];
  const present = groups.dropMissing ? keys.map((key) => presence(context, key)) : [];
  const input = settledPlan(frame);
  const grouped: Plan = {
    kind: 'aggregate',
    input: present.length === 0 ? input : { kind: 'filter', input, conditions: present },
    leg,
    keys: keys.map(comparable),
    aggregates: results.map(({ call }) => call),
  };
  const by = keys.map((_, at) => ({ expr: made(at), descending: false, missing: 'last' }) as const);
  return {
    rows: { takenFrom: null },
    plan: groups.sorted ? { kind: 'sort', input: grouped, by } : grouped,
    columns,
    dataset: null,
    name: frame.name,
    head: null,
    indexColumns: groups.asIndex ? keys.length : 0,
  };
}

export function presence(context: Context, key: FrameColumn): Condition {
  const { span } = key.expr;
  return { expr: { kind: 'not', operand: { kind: 'isNull', operand: key.expr, span }, span }, text: `${context.text(span)} is there`, span };
}
