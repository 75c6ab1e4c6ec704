import type { Span } from '@/lib/base/span';
import type { FieldValues } from '@/lib/events/event-table';

/**
 * The one plan that both front ends (SQL, pandas) become. Names are resolved when it is made, so the executor knows neither
 * language: a `field` names an occurrence of the dataset (a leg) and the dataset's own field, or null where it has none.
 *
 *   FROM t b JOIN (SELECT id FROM t WHERE …) a ON b.id = a.id        leg 0 = b, leg 1 = a
 *
 *   project ─ join ─┬─ filter ─ scan leg 0 "b"
 *                   └─ filter ─ scan leg 1 "a"
 *
 * Projections are inlined (a sub-query's column is the expression behind it), so only what changes rows stands in the tree.
 */
export type LegId = number;

export type Plan =
  | { readonly kind: 'scan'; readonly leg: Leg }
  | { readonly kind: 'filter'; readonly input: Plan; readonly conditions: readonly Condition[] }
  | JoinPlan
  | { readonly kind: 'distinct'; readonly input: Plan; readonly by: readonly Expr[] }
  | AggregatePlan
  | { readonly kind: 'sort'; readonly input: Plan; readonly by: readonly SortKey[] }
  | { readonly kind: 'limit'; readonly input: Plan; readonly count: number }
  | { readonly kind: 'union'; readonly inputs: readonly Plan[]; readonly leg: LegId; readonly columns: readonly (readonly OutputColumn[])[] };

/** An occurrence of the dataset, or (for 'group' and 'union') of rows made by the plan, that expressions refer to. */
export interface Leg {
  readonly id: LegId;
  /** The alias in SQL, the variable in pandas; the table's own name where there is neither. */
  readonly alias: string;
  /** Aliases from the outside in: ['c', 'b'] is b inside the sub-query c. Ends with `alias`. */
  readonly path: readonly string[];
}

/** A condition of a filter, one per AND (`&`) operand, in the order written. `text` is its source. */
export interface Condition {
  readonly expr: Expr;
  readonly text: string;
  readonly span: Span;
}

export interface JoinPlan {
  readonly kind: 'join';
  /** 'semi' and 'anti' keep left rows with and without a partner, each once; a semi join's lineage holds all its partners. */
  readonly how: 'inner' | 'left' | 'semi' | 'anti';
  readonly left: Plan;
  readonly right: Plan;
  readonly keys: readonly JoinKey[];
  /** What else a pair must meet (over fields of both sides). */
  readonly residual: readonly Condition[];
  /** pandas merges missing keys with each other; SQL never. */
  readonly missingKeysMatch: boolean;
  readonly text: string;
  readonly span: Span;
}

export interface JoinKey {
  readonly left: Expr;
  readonly right: Expr;
  /** 'cast': a side of numbers is compared with a side of strings as numbers (SQL). 'strict': never (pandas). */
  readonly typing: Typing;
  /** As written, for people. */
  readonly text: string;
}

/** What a comparison does with operands of different types. */
export type Typing = 'cast' | 'strict';

export interface AggregatePlan {
  readonly kind: 'aggregate';
  readonly input: Plan;
  /** Groups are a leg of their own: `{ kind: 'made', leg, index }` reads keys first, then aggregates. */
  readonly leg: LegId;
  readonly keys: readonly Expr[];
  readonly aggregates: readonly AggregateCall[];
}

export interface AggregateCall {
  readonly fn: 'count' | 'sum' | 'min' | 'max' | 'avg' | 'collect_list' | 'collect_set';
  /** Null: COUNT(*). */
  readonly of: Expr | null;
  readonly distinct: boolean;
}

export interface SortKey {
  readonly expr: Expr;
  readonly descending: boolean;
  /** Where missing values go: Spark first when ascending, last when descending; pandas always last. */
  readonly missing: 'first' | 'last';
}

export interface OutputColumn {
  readonly name: string;
  readonly expr: Expr;
}

/** A whole query: its rows (plan) and what is shown of each (columns). */
export interface Query {
  readonly plan: Plan;
  readonly columns: readonly OutputColumn[];
  /** Rows that the language itself would show (`.head()`); null: all. */
  readonly shown: number | null;
  readonly warnings: readonly QueryWarning[];
}

/** 'column-absent', 'column-synonym', 'column-case', 'ambiguous-name', 'string-not-column', 'repaired', 'mask-with-gaps', … */
export interface QueryWarning {
  readonly code: string;
  readonly message: string;
  readonly span: Span | null;
}

export interface QueryError {
  readonly message: string;
  readonly span: Span;
}

/** What a front end may know of the dataset: its field names and how they are met. EventTable is one. */
export interface Schema {
  readonly fields: readonly { readonly name: string }[];
  resolve(wanted: string): { readonly found: string | null; readonly how: 'exact' | 'case' | 'synonym' | 'absent'; readonly alsoByCase: readonly string[] };
  /** What a field holds, for a language whose meaning hangs on a column's type (pandas). Without it that may be anything. */
  values?(found: string): FieldValues | null;
}

export type CompareOperator = '=' | '!=' | '<' | '<=' | '>' | '>=';
export type ArithmeticOperator = '+' | '-' | '*' | '/' | '%' | '&' | '|' | '^';

/**
 * Expressions are three-valued: missing is null. pandas' two-valued masks are written with `ifMissing`.
 * `typing` of a comparison: 'cast' casts the string against a number (SQL), 'strict' never equates different types (pandas): '='
 * is then false, '!=' true, and an order missing. Whole numbers past 2^53 are bigints.
 */
export type Expr =
  | { readonly kind: 'field'; readonly leg: LegId; readonly name: string; readonly found: string | null; readonly span: Span }
  | { readonly kind: 'made'; readonly leg: LegId; readonly index: number; readonly span: Span }
  | { readonly kind: 'literal'; readonly value: string | number | bigint | boolean | null; readonly span: Span }
  | { readonly kind: 'compare'; readonly op: CompareOperator; readonly left: Expr; readonly right: Expr; readonly typing: Typing; readonly span: Span }
  | { readonly kind: 'and' | 'or'; readonly operands: readonly Expr[]; readonly span: Span }
  | { readonly kind: 'not'; readonly operand: Expr; readonly span: Span }
  /** `operand`, or `value` where it is missing. */
  | { readonly kind: 'ifMissing'; readonly operand: Expr; readonly value: boolean; readonly span: Span }
  | { readonly kind: 'isNull'; readonly operand: Expr; readonly span: Span }
  /** Whether the leg has a row here: false on the missing side of a LEFT JOIN, where computed columns of that side must be missing, too. */
  | { readonly kind: 'present'; readonly leg: LegId; readonly span: Span }
  /** Anchored; `%` any run, `_` any one character, `\\` before `%`, `_` or itself takes it literally and is itself elsewhere. */
  | { readonly kind: 'like'; readonly operand: Expr; readonly pattern: Expr; readonly span: Span }
  /** `pattern` finds anywhere in the text. `dialect` says whose regular expressions they are. */
  | { readonly kind: 'regex'; readonly operand: Expr; readonly pattern: Expr; readonly dialect: 'java' | 'python'; readonly span: Span }
  | { readonly kind: 'in'; readonly operand: Expr; readonly options: readonly Expr[]; readonly typing: Typing; readonly span: Span }
  | { readonly kind: 'case'; readonly branches: readonly { readonly when: Expr; readonly then: Expr }[]; readonly otherwise: Expr; readonly span: Span }
  | { readonly kind: 'cast'; readonly operand: Expr; readonly to: 'string' | 'int' | 'bigint' | 'double' | 'boolean' | 'timestamp'; readonly span: Span }
  | { readonly kind: 'arithmetic'; readonly op: ArithmeticOperator; readonly left: Expr; readonly right: Expr; readonly span: Span }
  /** Of an array, or a character of a string. Counts from 0, from the end if negative; out of range is missing. */
  | { readonly kind: 'subscript'; readonly operand: Expr; readonly index: Expr; readonly span: Span }
  | { readonly kind: 'call'; readonly fn: ScalarFunction; readonly args: readonly Expr[]; readonly span: Span };

/** Spark's names and meanings (hunt-semantics.md); `startswith`, `endswith` and `contains` are literal, not patterns; `typeof` of a missing value is missing. */
export type ScalarFunction =
  | 'lower' | 'upper' | 'trim' | 'length' | 'substring' | 'concat' | 'split' | 'reverse' | 'size' | 'element_at' | 'hex' | 'conv'
  | 'regexp_extract' | 'regexp_replace' | 'coalesce' | 'startswith' | 'endswith' | 'contains' | 'abs' | 'typeof'
  | 'year' | 'month' | 'day' | 'hour' | 'minute' | 'second' | 'date' | 'to_timestamp' | 'unix_timestamp' | 'unix_millis';
