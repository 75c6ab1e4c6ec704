import type { Span } from '@/lib/base/span';
import type { Expr, JoinKey } from '@/lib/query/plan';
import type { CallArguments } from './call-arguments';
import { CellError } from './cell-error';
import type { Context } from './context';
import { type Dtype, dtypeName } from './dtype';
import { columnOf, comparable } from './frames';
import type { Frame, FrameColumn } from './values';

type Names = readonly { readonly name: string; readonly span: Span }[];

/** The names of the keys, as many on either side. */
export interface Keys {
  readonly left: Names;
  readonly right: Names;
}

/** `on`, or `left_on` and `right_on`, or every column that both sides have. */
export function keysOf(left: Frame, right: Frame, args: CallArguments): Keys {
  const on = args.names('on');
  const leftOn = args.names('left_on');
  const rightOn = args.names('right_on');
  if (on !== null && (leftOn !== null || rightOn !== null)) throw new CellError('MergeError: a merge takes `on`, or `left_on` and `right_on`', args.span);
  if (on !== null) return { left: on, right: on };
  if (leftOn !== null && rightOn !== null && leftOn.length === rightOn.length) return { left: leftOn, right: rightOn };
  if (leftOn !== null || rightOn !== null) throw new CellError('MergeError: `left_on` and `right_on` must name as many columns each', args.span);
  const common = valuesOf(left).filter((column) => valuesOf(right).some((other) => other.name === column.name)).map(({ name }) => ({ name, span: args.span }));
  if (common.length === 0) throw new CellError('MergeError: no common columns to perform merge on', args.span);
  return { left: common, right: common };
}

function valuesOf(frame: Frame): readonly FrameColumn[] {
  return frame.columns.slice(frame.indexColumns);
}

/** The keys that both sides call the same. */
export function sharedNames(keys: Keys): readonly string[] {
  return keys.left.map(({ name }) => name).filter((name, at) => name === keys.right[at].name);
}

/** A key may also be a key of the groupby that made the frame (a level of its index). */
export function keyColumns(context: Context, frame: Frame, names: Names): readonly FrameColumn[] {
  return names.map(({ name, span }) => indexLevel(frame, name) ?? columnOf(context, frame, name, span));
}

function indexLevel(frame: Frame, name: string): FrameColumn | undefined {
  return frame.columns.slice(0, frame.indexColumns).find((column) => column.name === name);
}

/**
 * The frame as a merge takes it: of its index only the levels that are shared keys are left, as columns.
 * `indexColumns` still counts those that are levels on both sides, which stay the index of the result.
 */
export function withoutIndex(frame: Frame, other: Frame, shared: readonly string[]): Frame {
  const kept = frame.columns.slice(0, frame.indexColumns).filter(({ name }) => shared.includes(name));
  const onBoth = kept.filter(({ name }) => indexLevel(other, name) !== undefined);
  const onOne = kept.filter((column) => !onBoth.includes(column));
  const both = kept.length === shared.length && onOne.length === 0 ? onBoth.length : 0;
  return { ...frame, columns: [...onBoth, ...onOne, ...valuesOf(frame)], indexColumns: both };
}

export function joinKey(context: Context, left: FrameColumn, right: FrameColumn, span: Span): JoinKey {
  const [a, b] = [left.type().dtype, right.type().dtype];
  const types = `merging on ${dtypeName(a)} and ${dtypeName(b)} columns`;
  if (isThere({ left: left.expr, right: right.expr })) {
    if (textAgainstNumbers(a, b)) context.warn('value-error', `ValueError: ${types}. pandas stops here; nothing matches`, span);
    else if (mixedAgainstNumbers(a, b)) context.warn('value-error', `ValueError: ${types}. pandas stops here if only text is left in the one; its numbers may match`, span);
  }
  const text = left.name === right.name ? left.name : `${left.name} = ${right.name}`;
  // True == 1 in Python.
  const value = (column: FrameColumn, other: Dtype): Expr => {
    const expr = comparable(column);
    return column.type().dtype.kind === 'boolean' && other.kind === 'number' ? { kind: 'cast', operand: expr, to: 'double', span: expr.span } : expr;
  };
  return { left: value(left, b), right: value(right, a), typing: 'strict', text };
}

function textAgainstNumbers(a: Dtype, b: Dtype): boolean {
  return (a.kind === 'object' && a.strings && b.kind !== 'object') || (b.kind === 'object' && b.strings && a.kind !== 'object');
}

function mixedAgainstNumbers(a: Dtype, b: Dtype): boolean {
  return (a.kind === 'object') !== (b.kind === 'object') && a.kind !== 'date' && b.kind !== 'date';
}

/** A key that the dataset does not have is a KeyError: nothing meets on it, or all rows would. */
export function isThere({ left, right }: { readonly left: Expr; readonly right: Expr }): boolean {
  return [left, right].every((side) => side.kind !== 'literal' && (side.kind !== 'field' || side.found !== null));
}
