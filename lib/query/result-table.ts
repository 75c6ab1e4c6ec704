import type { RowId } from '@/lib/base/row-id';
import type { Span } from '@/lib/base/span';
import type { Leg, QueryWarning } from './plan';

/** The events behind one result row, for one leg. Several for a group, a DISTINCT or a semi join; none for an unmatched LEFT JOIN. */
export interface LineageLeg {
  readonly leg: Leg;
  readonly events: readonly RowId[];
}

/** The rows of one query. Rows keep their number under any sort and filter of a view over them. */
export interface ResultTable {
  readonly columns: readonly string[];
  readonly rowCount: number;
  /** Rows that the language itself would show (`.head()`). */
  readonly shown: number;
  /** Text as shown; null where the value is missing. */
  cell(row: number, column: number): string | null;
  /** In the order of `legs`. */
  lineage(row: number): readonly LineageLeg[];
  readonly legs: readonly Leg[];
  /** The keys of every join, in the order of `funnel.joins`, with the value that met in this row. */
  joinKeys(row: number): readonly JoinKeyMatch[];
  readonly funnel: Funnel;
  readonly warnings: readonly QueryWarning[];
}

/** One key of one join. `value` is null where nothing met (an unmatched LEFT JOIN); for a group it is that of the first event. */
export interface JoinKeyMatch {
  /** Index in `funnel.joins`. */
  readonly join: number;
  readonly text: string;
  /** The legs that each side of the key reads. */
  readonly leftLegs: readonly Leg[];
  readonly rightLegs: readonly Leg[];
  readonly value: string | null;
}

/** What was left after each step, in the order written: first the conditions of each leg, then joins and what follows them. */
export interface Funnel {
  readonly legs: readonly FunnelLeg[];
  readonly joins: readonly FunnelJoin[];
  /** Conditions on joined or grouped rows, DISTINCT, GROUP BY, LIMIT. */
  readonly after: readonly FunnelStep[];
}

export interface FunnelLeg {
  readonly leg: Leg;
  /** Events scanned. */
  readonly start: number;
  readonly steps: readonly FunnelStep[];
}

export interface FunnelStep {
  readonly text: string;
  readonly span: Span | null;
  /** Events (in a leg) or rows (after a join) left. */
  readonly left: number;
}

export interface FunnelJoin {
  readonly text: string;
  readonly span: Span | null;
  readonly leftLegs: readonly Leg[];
  readonly rightLegs: readonly Leg[];
  readonly leftRows: number;
  readonly rightRows: number;
  /** Rows that came out. */
  readonly pairs: number;
}
