import type { Span } from '@/lib/base/span';
import type { Expr, JoinKey, JoinPlan, LegId } from '@/lib/query/plan';
import { type Argument, type CallArguments, scalarsOf } from './call-arguments';
import { CellError } from './cell-error';
import type { Context } from './context';
import { type ColumnType, type Dtype, dtypeName } from './dtype';
import { columnOf, comparable, settledPlan } from './frames';
import { countScans, firstLeg } from './plan-legs';
import { LegRenaming } from './rename-legs';
import type { Frame, FrameColumn } from './values';

type Names = readonly { readonly name: string; readonly span: Span }[];

interface Keys {
  readonly left: Names;
  readonly right: Names;
}

/**
 * `pd.merge(left, right, …)`: every pair of rows whose keys are equal, missing keys among them. Keys of one name give one
 * column; other columns of one name get the suffixes. `right` is a left join the other way round.
 */
export function mergeFrames(context: Context, leftFrame: Frame, rightArgument: Argument, args: CallArguments): Frame {
  if (rightArgument.value.kind !== 'frame') throw new CellError('Only a DataFrame can be merged', rightArgument.span);
  const left = operandOfMerge(context, leftFrame, args.span);
  const right = operandOfMerge(context, rightArgument.value.box.frame, rightArgument.span);
  const how = mergeKind(args);
  const keys = keysOf(left, right, args);
  const suffixes = suffixesOf(args);
  for (const name of ['left_index', 'right_index', 'sort', 'indicator']) args.ignore(name, false);
  args.ignore('copy');

  const leftKeys = keys.left.map(({ name, span }) => columnOf(context, left, name, span));
  const rightKeys = keys.right.map(({ name, span }) => columnOf(context, right, name, span));
  const met = leftKeys.map((key, at) => joinKey(context, key, rightKeys[at], args.span));
  const swapped = how === 'right';
  const plan: JoinPlan = {
    kind: 'join',
    how: how === 'inner' ? 'inner' : 'left',
    left: settledPlan(swapped ? right : left),
    right: settledPlan(swapped ? left : right),
    keys: swapped ? met.map((key) => ({ ...key, left: key.right, right: key.left })) : met,
    residual: [],
    missingKeysMatch: met.every(isThere),
    text: context.text(args.span),
    span: args.span,
  };
  const columns = mergedColumns(left, right, keys, suffixes, how, args.span);
  return { rows: { takenFrom: null }, plan, columns, dataset: null, name: null, head: null, indexColumns: 0 };
}

/** Legs of its own for each side, named by the variable that holds it: a frame may be merged with itself. */
function operandOfMerge(context: Context, frame: Frame, span: Span): Frame {
  if (frame.indexColumns > 0) throw new CellError('Merging the result of a groupby is supported after `.reset_index()` only', span);
  return withOwnLegs(frame, () => context.newLeg(), true);
}

/** `nested`: several legs are also named by the frame that they are part of. */
export function withOwnLegs(frame: Frame, newLeg: () => LegId, nested: boolean): Frame {
  const { name } = frame;
  const single = countScans(frame.plan) === 1;
  const renaming = new LegRenaming(newLeg, (leg) => {
    if (name === null || (!single && !nested)) return leg;
    return single ? { ...leg, alias: name, path: [name] } : { ...leg, path: [name, ...leg.path] };
  });
  const plan = renaming.plan(frame.plan);
  return { ...frame, plan, columns: frame.columns.map((column) => ({ ...column, expr: renaming.expr(column.expr) })), dataset: frame.dataset === null ? null : renaming.id(frame.dataset) };
}

function mergeKind(args: CallArguments): 'inner' | 'left' | 'right' {
  const argument = args.take('how');
  if (argument === null) return 'inner';
  const how = argument.value.kind === 'scalar' ? argument.value.value : null;
  if (how === 'inner' || how === 'left' || how === 'right') return how;
  throw new CellError(`\`how=${JSON.stringify(how)}\` of a merge is not supported`, argument.span);
}

/** `on`, or `left_on` and `right_on`, or every column that both sides have. */
function keysOf(left: Frame, right: Frame, args: CallArguments): Keys {
  const on = args.names('on');
  const leftOn = args.names('left_on');
  const rightOn = args.names('right_on');
  if (on !== null && (leftOn !== null || rightOn !== null)) throw new CellError('MergeError: a merge takes `on`, or `left_on` and `right_on`', args.span);
  if (on !== null) return { left: on, right: on };
  if (leftOn !== null && rightOn !== null && leftOn.length === rightOn.length) return { left: leftOn, right: rightOn };
  if (leftOn !== null || rightOn !== null) throw new CellError('MergeError: `left_on` and `right_on` must name as many columns each', args.span);
  const common = left.columns.filter((column) => right.columns.some((other) => other.name === column.name)).map(({ name }) => ({ name, span: args.span }));
  if (common.length === 0) throw new CellError('MergeError: no common columns to perform merge on', args.span);
  return { left: common, right: common };
}

function suffixesOf(args: CallArguments): readonly [string, string] {
  const argument = args.take('suffixes');
  if (argument === null) return ['_x', '_y'];
  const suffixes = scalarsOf(argument, '`suffixes`').map(({ value }) => (typeof value === 'string' ? value : ''));
  if (suffixes.length !== 2) throw new CellError('`suffixes` must be two strings', argument.span);
  return [suffixes[0], suffixes[1]];
}

function joinKey(context: Context, left: FrameColumn, right: FrameColumn, span: Span): JoinKey {
  const [a, b] = [left.type().dtype, right.type().dtype];
  if (isThere({ left: left.expr, right: right.expr }) && textAgainstNumbers(a, b)) {
    context.warn('value-error', `ValueError: merging on ${dtypeName(a)} and ${dtypeName(b)} columns. pandas stops here; nothing matches`, span);
  }
  const text = left.name === right.name ? left.name : `${left.name} = ${right.name}`;
  return { left: comparable(left), right: comparable(right), typing: 'strict', text };
}

function textAgainstNumbers(a: Dtype, b: Dtype): boolean {
  return (a.kind === 'object' && a.strings && b.kind !== 'object') || (b.kind === 'object' && b.strings && a.kind !== 'object');
}

/** A key that the dataset does not have is a KeyError: nothing meets on it, or all rows would. */
function isThere({ left, right }: { readonly left: Expr; readonly right: Expr }): boolean {
  return [left, right].every((side) => side.kind !== 'literal' && (side.kind !== 'field' || side.found !== null));
}

function mergedColumns(left: Frame, right: Frame, keys: Keys, suffixes: readonly [string, string], how: 'inner' | 'left' | 'right', span: Span): readonly FrameColumn[] {
  const shared = keys.left.map(({ name }) => name).filter((name, at) => name === keys.right[at].name);
  const fromRight = right.columns.filter((column) => !shared.includes(column.name));
  const overlap = new Set(left.columns.map(({ name }) => name).filter((name) => fromRight.some((column) => column.name === name)));
  if (overlap.size > 0 && suffixes[0] === '' && suffixes[1] === '') {
    throw new CellError(`ValueError: columns overlap but no suffix specified: ${[...overlap].join(', ')}`, span);
  }
  const suffixed = (column: FrameColumn, suffix: string): string => (overlap.has(column.name) ? column.name + suffix : column.name);
  const leftColumns = left.columns.map((column): FrameColumn => {
    if (how !== 'right') return { ...column, name: suffixed(column, suffixes[0]) };
    const key = shared.includes(column.name) ? right.columns.find((other) => other.name === column.name) : undefined;
    return key ?? { ...unmatched(column, left, span), name: suffixed(column, suffixes[0]) };
  });
  const rightColumns = fromRight.map((column) => ({ ...(how === 'left' ? unmatched(column, right, span) : column), name: suffixed(column, suffixes[1]) }));
  return [...leftColumns, ...rightColumns];
}

/** A column of the side that may have no partner, and is missing there, also where it is computed. */
function unmatched(column: FrameColumn, side: Frame, span: Span): FrameColumn {
  const { expr } = column;
  const present: Expr = { kind: 'present', leg: firstLeg(side.plan), span };
  const computed: Expr = { kind: 'case', branches: [{ when: present, then: expr }], otherwise: { kind: 'literal', value: null, span }, span };
  return { ...column, expr: expr.kind === 'field' || expr.kind === 'made' ? expr : computed, type: () => withGaps(column) };
}

function withGaps(column: FrameColumn): ColumnType {
  const { dtype } = column.type();
  return { dtype: dtype.kind === 'number' ? { ...dtype, whole: false } : dtype, gaps: true };
}
