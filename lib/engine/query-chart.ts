import { operandsOf } from '@/lib/query/expr-tree';
import type { Expr, LegId, Plan, Query } from '@/lib/query/plan';
import type { ResultTable } from '@/lib/query/result-table';
import type { QueryChart } from './query-shapes';

const MOST_BARS = 30;
/** A chart of more groups says nothing, and to read them all takes long. */
const MOST_GROUPS = 100_000;
const MOST_TIMES = 120;
const NUMBER = /^-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?$/;

const TIME = /^\d{4}-\d\d-\d\d(?:[ T]\d\d:\d\d.*)?$/;
/** Down to the minute; what is behind that, seconds or an offset, the query has in order. */
const TIME_LENGTH = 16;

/** The groups of a query by the first of its aggregates that gives numbers; null where it does not group or gives none. */
export function queryChart({ plan, columns }: Query, table: ResultTable): QueryChart | null {
  const keyCounts = groupLegs(plan);
  if (keyCounts.size === 0 || table.rowCount < 2 || table.rowCount > MOST_GROUPS) return null;
  const isAggregate = columns.map(({ expr }) => readsAggregate(expr, keyCounts));
  const labels = columns.flatMap((_, column) => (isAggregate[column] ? [] : [column]));
  const value = columns.findIndex((_, column) => isAggregate[column] && isNumeric(table, column));
  if (value < 0 || labels.length === 0) return null;
  const rows = Array.from({ length: table.rowCount }, (_, row) => ({ row, value: Number(table.cell(row, value) ?? Number.NaN) }));
  const numbers = rows.filter((bar) => !Number.isNaN(bar.value));
  const isOfTimes = labels.length === 1 && table.rowCount <= MOST_TIMES && numbers.every(({ row }) => TIME.test(table.cell(row, labels[0]) ?? ''));
  const text = (row: number): string => table.cell(row, labels[0]) ?? '';
  // A time may stand there twice, where the clocks go back: in the order of the query then.
  if (isOfTimes) numbers.sort((a, b) => text(a.row).slice(0, TIME_LENGTH).localeCompare(text(b.row).slice(0, TIME_LENGTH)) || a.row - b.row);
  else numbers.sort((a, b) => b.value - a.value || a.row - b.row).splice(MOST_BARS);
  const bars = numbers.map((bar) => ({
    ...bar,
    label: labels.map((column) => table.cell(bar.row, column) ?? 'missing').join(' · '),
    names: labels.length === 1 ? { column: columns[labels[0]].name, cell: table.cell(bar.row, labels[0]) } : null,
  }));
  return { value: columns[value].name, label: labels.map((column) => columns[column].name).join(' · '), bars, groups: table.rowCount };
}

/** The legs of groups, with how many keys each has. */
function groupLegs(plan: Plan, into: Map<LegId, number> = new Map()): ReadonlyMap<LegId, number> {
  if (plan.kind === 'aggregate') into.set(plan.leg, plan.keys.length);
  const inputs = plan.kind === 'scan' ? [] : plan.kind === 'join' ? [plan.left, plan.right] : plan.kind === 'union' ? plan.inputs : [plan.input];
  for (const input of inputs) groupLegs(input, into);
  return into;
}

function readsAggregate(expr: Expr, keyCounts: ReadonlyMap<LegId, number>): boolean {
  if (expr.kind === 'made') return expr.index >= (keyCounts.get(expr.leg) ?? Infinity);
  return operandsOf(expr).some((operand) => readsAggregate(operand, keyCounts));
}

function isNumeric(table: ResultTable, column: number): boolean {
  let found = false;
  for (let row = 0; row < table.rowCount; row++) {
    const text = table.cell(row, column);
    if (text === null) continue;
    if (!NUMBER.test(text)) return false;
    found = true;
  }
  return found;
}
