import type { Span } from '@/lib/base/span';
import type { Expr, JoinPlan, Plan } from '@/lib/query/plan';
import { type Argument, type CallArguments, scalarsOf } from './call-arguments';
import { CellError } from './cell-error';
import type { Context } from './context';
import type { ColumnType } from './dtype';
import { comparable, settledPlan } from './frames';
import { mergedColumns } from './merge-columns';
import { type Keys, isThere, joinKey, keyColumns, keysOf, sharedNames, withoutIndex } from './merge-keys';
import { withOwnLegs } from './own-legs';
import type { Frame, FrameColumn } from './values';

type How = 'inner' | 'left' | 'right' | 'outer' | 'cross';

/** One merge: its sides, with legs of their own each time it is joined. */
interface Merge {
  readonly context: Context;
  readonly left: Frame;
  readonly right: Frame;
  readonly keys: Keys;
  readonly suffixes: readonly [string, string];
  readonly span: Span;
}

/**
 * `pd.merge(left, right, …)`: every pair of rows whose keys are equal, missing keys among them. Keys of one name give one
 * column; other columns of one name get the suffixes. `right` is a left join the other way round.
 */
export function mergeFrames(context: Context, left: Frame, rightArgument: Argument, args: CallArguments): Frame {
  if (rightArgument.value.kind !== 'frame') throw new CellError('Only a DataFrame can be merged', rightArgument.span);
  const right = rightArgument.value.box.frame;
  const how = mergeKind(args);
  const keys = how === 'cross' ? noKeys(args) : keysOf(left, right, args);
  const merge = { context, left, right, keys, suffixes: suffixesOf(args), span: args.span };
  for (const name of ['left_index', 'right_index', 'sort', 'indicator']) args.ignore(name, false);
  args.ignore('copy');
  return how === 'outer' ? outer(merge) : joined(merge, how === 'cross' ? 'inner' : how).frame;
}

interface Joined {
  readonly frame: Frame;
  /** How many of its columns come from the left. */
  readonly leftColumns: number;
  readonly keys: { readonly left: readonly FrameColumn[]; readonly right: readonly FrameColumn[] };
}

/** `'unmatched'`: the rows of the right side that have no partner. */
function joined(merge: Merge, how: 'inner' | 'left' | 'right' | 'unmatched'): Joined {
  const { context, span } = merge;
  const own = (frame: Frame): Frame => withOwnLegs(frame, () => context.newLeg(), true);
  const [left, right] = [own(merge.left), own(merge.right)];
  const keys = { left: keyColumns(context, left, merge.keys.left), right: keyColumns(context, right, merge.keys.right) };
  const met = keys.left.map((key, at) => joinKey(context, key, keys.right[at], span));
  const swapped = how === 'right' || how === 'unmatched';
  const plan: JoinPlan = {
    kind: 'join',
    how: how === 'inner' ? 'inner' : how === 'unmatched' ? 'anti' : 'left',
    left: settledPlan(swapped ? right : left),
    right: settledPlan(swapped ? left : right),
    keys: swapped ? met.map((key) => ({ ...key, left: key.right, right: key.left })) : met,
    residual: [],
    missingKeysMatch: met.every(isThere),
    text: context.text(span),
    span,
  };
  const shared = sharedNames(merge.keys);
  const sides = [withoutIndex(left, right, shared), withoutIndex(right, left, shared)] as const;
  const columns = mergedColumns(...sides, shared, merge.suffixes, how === 'unmatched' ? 'right' : how, span);
  return { frame: { rows: { takenFrom: null }, plan, columns, dataset: null, name: null, head: null, indexColumns: sides[0].indexColumns }, leftColumns: sides[0].columns.length, keys };
}

/**
 * Left rows with their partners or without, then right rows without one. pandas sorts an outer merge by its keys, which come last in the
 * columns of the union for that.
 */
function outer(merge: Merge): Frame {
  const { context, span } = merge;
  const [matched, rest] = [joined(merge, 'left'), joined(merge, 'unmatched')];
  const shared = sharedNames(merge.keys);
  const missing: Expr = { kind: 'literal', value: null, span };
  const leftCount = matched.leftColumns;
  const restColumns = rest.frame.columns.map((column, at) => (at < leftCount && !shared.includes(column.name) ? { ...column, expr: missing } : column));
  const parts = [[...matched.frame.columns, ...matched.keys.left], [...restColumns, ...rest.keys.right]];
  const leg = context.newLeg();
  const made = (index: number): Expr => ({ kind: 'made', leg, index, span });
  const union: Plan = {
    kind: 'union',
    inputs: [matched.frame.plan, rest.frame.plan],
    leg,
    columns: parts.map((columns) => columns.map(({ name, expr }) => ({ name, expr }))),
  };
  const columns = matched.frame.columns.map((column, at): FrameColumn => ({ ...column, expr: made(at), type: () => typeOfUnion(column) }));
  const by = matched.keys.left.map((key, at) => ({ expr: comparable({ ...key, expr: made(columns.length + at), type: () => typeOfUnion(key) }), descending: false, missing: 'last' }) as const);
  return { ...matched.frame, plan: { kind: 'sort', input: union, by }, columns };
}

/** Of a column that may come from either side: with gaps, and its numbers may be text in the file. */
function typeOfUnion(column: FrameColumn): ColumnType {
  const { dtype } = column.type();
  return { dtype: dtype.kind === 'number' ? { ...dtype, whole: false, asText: true } : dtype, gaps: true };
}

function mergeKind(args: CallArguments): How {
  const argument = args.take('how');
  if (argument === null) return 'inner';
  const how = argument.value.kind === 'scalar' ? argument.value.value : null;
  if (how === 'inner' || how === 'left' || how === 'right' || how === 'outer' || how === 'cross') return how;
  throw new CellError(`\`how=${JSON.stringify(how)}\` of a merge is not supported`, argument.span);
}

/** Every row with every row. */
function noKeys(args: CallArguments): Keys {
  for (const name of ['on', 'left_on', 'right_on']) {
    const argument = args.take(name);
    if (argument !== null) throw new CellError("MergeError: `how='cross'` takes no keys", argument.span);
  }
  return { left: [], right: [] };
}

function suffixesOf(args: CallArguments): readonly [string, string] {
  const argument = args.take('suffixes');
  if (argument === null) return ['_x', '_y'];
  const suffixes = scalarsOf(argument, '`suffixes`').map(({ value }) => (typeof value === 'string' ? value : ''));
  if (suffixes.length !== 2) throw new CellError('`suffixes` must be two strings', argument.span);
  return [suffixes[0], suffixes[1]];
}
