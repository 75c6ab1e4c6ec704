import type { AggregateCall, Condition, Expr } from '@/lib/query/plan';
import type { CallArguments } from './call-arguments';
import { namesOf, type Argument } from './call-arguments';
import { CellError } from './cell-error';
import { TEXT, type Context } from './context';
import type { ColumnType } from './dtype';
import { columnOf, comparable, settledPlan } from './frames';
import type { Frame, FrameColumn, Groups } from './values';

export const GROUP_METHODS: ReadonlyMap<string, readonly string[]> = new Map([
  ['size', []],
  ['count', []],
  ['nunique', ['dropna']],
  ['min', ['numeric_only', 'min_count']],
  ['max', ['numeric_only', 'min_count']],
]);

const COUNT: ColumnType = { dtype: { kind: 'number', whole: true, asText: false }, gaps: false };

/** `frame.groupby('a')` or `(['a', 'b'])`. */
export function groupBy(context: Context, frame: Frame, args: CallArguments): Groups {
  const by = args.names('by');
  if (by === null) throw new CellError('`.groupby` needs the names of columns', args.span);
  const asIndex = args.flag('as_index') ?? true;
  args.ignore('axis', 0);
  args.ignore('sort', true);
  args.ignore('dropna', true);
  args.ignore('observed');
  args.ignore('group_keys');
  return { frame, keys: by.map(({ name, span }) => columnOf(context, frame, name, span)), selected: null, asIndex };
}

/** `groups['a']` or `groups[['a', 'b']]` */
export function selectOfGroups(context: Context, groups: Groups, index: Argument): Groups {
  return { ...groups, selected: namesOf(index, 'The column').map(({ name, span }) => columnOf(context, groups.frame, name, span)) };
}

/**
 * One row a group, in the order of the keys; rows with a missing key belong to no group.
 * The keys are the index, unless `as_index=False`. `.size()` has no name of its own; `.reset_index()` calls it 0, `as_index=False` size.
 */
export function aggregate(context: Context, groups: Groups, method: string, args: CallArguments): Frame {
  args.ignore('dropna', true);
  args.ignore('numeric_only', false);
  const { frame, keys } = groups;
  const leg = context.newLeg();
  const results = method === 'size' ? [sizeColumn(groups)] : aggregatedColumns(groups, method, args);
  const made = (index: number): Expr => ({ kind: 'made', leg, index, span: args.span });
  const columns = [
    ...keys.map((key, at): FrameColumn => ({ ...key, expr: made(at) })),
    ...results.map(({ name, type }, at): FrameColumn => ({ name, expr: made(keys.length + at), type: () => type })),
  ];
  const grouped = {
    kind: 'aggregate',
    input: { kind: 'filter', input: settledPlan(frame), conditions: keys.map((key) => presence(context, key)) },
    leg,
    keys: keys.map(comparable),
    aggregates: results.map(({ call }) => call),
  } as const;
  const by = keys.map((_, at) => ({ expr: made(at), descending: false, missing: 'last' }) as const);
  return {
    rows: { takenFrom: null },
    plan: { kind: 'sort', input: grouped, by },
    columns,
    dataset: null,
    name: frame.name,
    head: null,
    indexColumns: groups.asIndex ? keys.length : 0,
  };
}

interface AggregatedColumn {
  readonly name: string;
  readonly call: AggregateCall;
  readonly type: ColumnType;
}

function sizeColumn(groups: Groups): AggregatedColumn {
  return { name: groups.asIndex ? '0' : 'size', call: { fn: 'count', of: null, distinct: false }, type: COUNT };
}

function aggregatedColumns({ frame, keys, selected }: Groups, method: string, args: CallArguments): readonly AggregatedColumn[] {
  const others = frame.columns.slice(frame.indexColumns).filter((column) => !keys.some((key) => key.name === column.name));
  return (selected ?? others).map((column): AggregatedColumn => {
    const of = comparable(column);
    switch (method) {
      case 'count':
        return { name: column.name, call: { fn: 'count', of, distinct: false }, type: COUNT };
      case 'nunique':
        return { name: column.name, call: { fn: 'count', of, distinct: true }, type: COUNT };
      case 'min':
      case 'max':
        return { name: column.name, call: { fn: method, of, distinct: false }, type: TEXT };
      default:
        throw new CellError(`\`.${method}\` of a groupby is not supported`, args.span);
    }
  });
}

function presence(context: Context, key: FrameColumn): Condition {
  const { span } = key.expr;
  return { expr: { kind: 'not', operand: { kind: 'isNull', operand: key.expr, span }, span }, text: `${context.text(span)} is there`, span };
}
