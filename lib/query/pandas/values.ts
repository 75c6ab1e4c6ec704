import type { Span } from '@/lib/base/span';
import type { Condition, Expr, LegId, Plan } from '@/lib/query/plan';
import type { ColumnType } from './dtype';

/** What a name or an expression of a cell stands for while the plan is made. */
export type Value =
  | { readonly kind: 'frame'; readonly box: FrameBox }
  | { readonly kind: 'series'; readonly series: Series }
  /** `series.str` */
  | { readonly kind: 'str'; readonly series: Series }
  | { readonly kind: 'groups'; readonly groups: Groups }
  | { readonly kind: 'scalar'; readonly value: string | number | bigint | boolean | null }
  | { readonly kind: 'list'; readonly items: readonly { readonly value: Value; readonly span: Span }[] }
  | { readonly kind: 'dict'; readonly entries: readonly { readonly key: string; readonly value: string }[] }
  | { readonly kind: 'module'; readonly path: string }
  /** `frame.loc` */
  | { readonly kind: 'loc'; readonly frame: Frame }
  /** What cells compute to fetch and open their file, which is open here: never rows. */
  | { readonly kind: 'setup' };

/** A DataFrame as Python holds it: several names may share one, and `x['a'] = …` changes it for all of them. */
export interface FrameBox {
  frame: Frame;
}

/** The rows of a frame or series. Rows that a filter left know what they were taken from, as pandas does by their index labels. */
export interface RowSet {
  readonly takenFrom: RowSet | null;
}

export interface Frame {
  readonly rows: RowSet;
  readonly plan: Plan;
  readonly columns: readonly FrameColumn[];
  /** Set while every field of the dataset can be asked of it, by any name that it is known by. */
  readonly dataset: LegId | null;
  /** The variable that holds it, the latest if several did; null if none. */
  readonly name: string | null;
  /** `.head(n)`, which only shows less as long as no other step needs the rows. */
  readonly head: number | null;
  /** Leading columns that pandas has as the index (the keys of a groupby). */
  readonly indexColumns: number;
}

export interface FrameColumn {
  readonly name: string;
  readonly expr: Expr;
  /** Asked late: the answer may look through the dataset's column. */
  readonly type: () => ColumnType;
}

export interface Series {
  readonly column: FrameColumn;
  readonly frame: Frame;
  /** Of a mask: what `&` ties together, in the order written. */
  readonly conditions: readonly Condition[];
  readonly span: Span;
}

export interface Groups {
  readonly frame: Frame;
  readonly keys: readonly FrameColumn[];
  /** `groupby(…)['a']` or `[['a', 'b']]`; null: all other columns. */
  readonly selected: readonly FrameColumn[] | null;
  /** `selected` is one column, by its name alone. */
  readonly asOne: boolean;
  /** The keys become the index. */
  readonly asIndex: boolean;
  /** By the keys; else groups stand as they are met. */
  readonly sorted: boolean;
  /** Rows with a missing key belong to no group. */
  readonly dropMissing: boolean;
}

/** True if every row of `rows` is also a row of `of`, so that a series over `of` has a value for each. */
export function isTakenFrom(rows: RowSet, of: RowSet): boolean {
  for (let at: RowSet | null = rows; at !== null; at = at.takenFrom) {
    if (at === of) return true;
  }
  return false;
}
