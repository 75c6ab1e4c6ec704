import type { Span } from '@/lib/base/span';
import type { Expr } from '@/lib/query/plan';
import { CellError } from './cell-error';
import type { ColumnType } from './dtype';
import { firstLeg } from './plan-legs';
import type { Frame, FrameColumn } from './values';

/**
 * The columns of a merge. `shared` names the keys that both sides call the same, which give one column each; other columns of one name
 * get the suffixes. `how`: the side whose rows may stand without a partner; there the other side's columns are missing.
 */
export function mergedColumns(left: Frame, right: Frame, shared: readonly string[], suffixes: readonly [string, string], how: 'inner' | 'left' | 'right', span: Span): readonly FrameColumn[] {
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
