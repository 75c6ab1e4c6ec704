import type { Span } from '@/lib/base/span';
import type { Condition, Expr, Plan } from '@/lib/query/plan';
import { CellError } from './cell-error';
import { TEXT, UNKNOWN, type Context } from './context';
import type { ColumnType } from './dtype';
import { scalarDtype } from './scalars';
import { isTakenFrom, type Frame, type FrameBox, type FrameColumn, type RowSet, type Series, type Value } from './values';

/** The whole dataset, as `read_json` gives it: a column for each field. */
export function datasetFrame(context: Context, name: string): Frame {
  const leg = context.newLeg();
  const columns = context.schema.fields.map((field): FrameColumn => ({
    name: field.name,
    expr: { kind: 'field', leg, name: field.name, found: field.name, span: { start: 0, end: 0 } },
    type: () => context.fieldType(field.name),
  }));
  return {
    rows: { takenFrom: null },
    plan: { kind: 'scan', leg: { id: leg, alias: name, path: [name] } },
    columns,
    dataset: leg,
    name,
    head: null,
    indexColumns: 0,
  };
}

/** `frame['name']`. A column that is not there is a KeyError in pandas: said as a warning, and read as missing. */
export function columnOf(context: Context, frame: Frame, name: string, span: Span): FrameColumn {
  const named = frame.columns.slice(frame.indexColumns).filter((column) => column.name === name);
  if (named.length > 1) throw new CellError(`Several columns are named '${name}'`, span);
  if (named.length === 1) return { ...named[0], expr: { ...named[0].expr, span } };
  const field = frame.dataset === null ? null : context.schema.resolve(name);
  const found = field?.found ?? null;
  if (field === null || found === null) {
    context.warn('key-error', `KeyError: '${name}'. pandas stops here, for there is no such column; it is read as missing`, span);
  } else {
    const code = field.how === 'case' ? 'column-case' : 'column-synonym';
    context.warn(code, `KeyError: '${name}'. pandas stops here, for the dataset writes it '${found}'; that column is read instead`, span);
  }
  const expr: Expr = frame.dataset === null ? { kind: 'literal', value: null, span } : { kind: 'field', leg: frame.dataset, name, found, span };
  return { name, expr, type: () => (found === null ? UNKNOWN : context.fieldType(found)) };
}

export function seriesOf(frame: Frame, column: FrameColumn, span: Span): Series {
  return { column, frame, conditions: [], span };
}

/** The frame with other rows, for a step that needs them: a `.head(n)` that came before now limits for good. */
export function withRows(frame: Frame, rows: RowSet, plan: (input: Plan) => Plan): Frame {
  return { ...frame, rows, plan: plan(settledPlan(frame)), head: null };
}

export function settledPlan(frame: Frame): Plan {
  return frame.head === null ? frame.plan : { kind: 'limit', input: frame.plan, count: frame.head };
}

/** `frame[mask]` */
export function filtered(frame: Frame, mask: Series, conditions: readonly Condition[]): Frame {
  requireAligned(frame.rows, mask);
  return keptRows(frame, conditions);
}

/** The rows that meet the conditions. */
export function keptRows(frame: Frame, conditions: readonly Condition[]): Frame {
  return withRows(frame, { takenFrom: frame.rows }, (input) =>
    input.kind === 'filter'
      ? { kind: 'filter', input: input.input, conditions: [...input.conditions, ...conditions] }
      : { kind: 'filter', input, conditions },
  );
}

/** pandas aligns by index labels: a series must have a value for every row it is used on. */
export function requireAligned(rows: RowSet, series: Series): void {
  if (isTakenFrom(rows, series.frame.rows)) return;
  throw new CellError('This column comes from other rows than those it is used on', series.span);
}

/** `frame[['a', 'b']]` */
export function projected(context: Context, frame: Frame, names: readonly { readonly name: string; readonly span: Span }[]): Frame {
  const index = frame.columns.slice(0, frame.indexColumns);
  return { ...frame, columns: [...index, ...names.map(({ name, span }) => columnOf(context, frame, name, span))], dataset: null };
}

/** `frame['name'] = …`: in its place if the frame has it, else at the end. */
export function assigned(frame: Frame, column: FrameColumn): Frame {
  const at = frame.columns.findIndex((known, index) => index >= frame.indexColumns && known.name === column.name);
  const columns = at < 0 ? [...frame.columns, column] : frame.columns.map((known, index) => (index === at ? column : known));
  return { ...frame, columns };
}

/** The column that `frame['name'] = value` sets. */
export function assignedColumn(box: FrameBox, name: string, value: Value, span: Span): FrameColumn {
  if (value.kind === 'series') {
    requireAligned(box.frame.rows, { ...value.series, span });
    return { ...value.series.column, name };
  }
  if (value.kind === 'scalar') {
    const type: ColumnType = { dtype: scalarDtype(value.value) ?? TEXT.dtype, gaps: value.value === null };
    return { name, expr: { kind: 'literal', value: value.value, span }, type: () => type };
  }
  throw new CellError('Only a column or a value can be assigned to a column', span);
}

/** A value fit to be compared, sorted, grouped or joined: numbers that the file writes as text become numbers. */
export function comparable(column: FrameColumn): Expr {
  const { dtype } = column.type();
  const { expr } = column;
  if (dtype.kind === 'number' && dtype.asText) return { kind: 'cast', operand: expr, to: 'double', span: expr.span };
  return dtype.kind === 'date' ? { kind: 'cast', operand: expr, to: 'timestamp', span: expr.span } : expr;
}
