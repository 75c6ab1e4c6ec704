import { assertNever } from '@/lib/base/assert-never';
import type { Column } from '@/lib/events/event-table';

/**
 * What pandas would hold a column as, after `read_json(lines=True)`. A column whose every value is a number, or a string that
 * Python's float() reads, becomes a column of numbers as a whole; then `== '5140'` is False and `.str` is an error.
 * Columns that pandas takes for dates by their name (`timestamp…`, `…_at`, `…_time`, `date`, `datetime`, `modified`) become dates.
 */
export type Dtype =
  /** `whole`: int64, which has no gaps. `asText`: some values are strings or booleans in the file, so a comparison must cast. */
  | { readonly kind: 'number'; readonly whole: boolean; readonly asText: boolean }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'date' }
  | { readonly kind: 'list' }
  /** `strings`: whether nothing else is in it. */
  | { readonly kind: 'object'; readonly strings: boolean };

export interface ColumnType {
  readonly dtype: Dtype;
  /** Values are missing. */
  readonly gaps: boolean;
}

/** A column never changes, and looking through all its values takes time. */
const inferred = new WeakMap<Column, ColumnType>();

/** Of a column of the dataset. */
export function inferType(name: string, column: Column): ColumnType {
  const known = inferred.get(column);
  if (known !== undefined) return known;
  const type = lookThrough(name, column);
  inferred.set(column, type);
  return type;
}

function lookThrough(name: string, column: Column): ColumnType {
  const gaps = column.codes.includes(0) || kinds(column).has('null');
  return { dtype: inferDtype(name, column, gaps), gaps };
}

function inferDtype(name: string, column: Column, gaps: boolean): Dtype {
  const found = kinds(column);
  found.delete('null');
  if (found.size === 1 && found.has('boolean') && !gaps) return { kind: 'boolean' };
  if (isDateName(name) && found.size > 0 && everyValue(column, isDate)) return { kind: 'date' };
  if (everyValue(column, isNumeric)) {
    const whole = !gaps && everyValue(column, (value) => Number.isInteger(Number(value)));
    return { kind: 'number', whole, asText: found.has('string') || found.has('boolean') };
  }
  return { kind: 'object', strings: found.size === 1 && found.has('string') };
}

function kinds(column: Column): Set<string> {
  const found = new Set<string>();
  for (let code = 1; code < column.size; code++) found.add(column.kind(code));
  return found;
}

function everyValue(column: Column, test: (value: unknown) => boolean): boolean {
  for (let code = 1; code < column.size; code++) {
    if (column.kind(code) !== 'null' && !test(column.value(code))) return false;
  }
  return true;
}

/** What Python's float() reads, but for digit groups and digits of other scripts. */
function isNumeric(value: unknown): boolean {
  if (typeof value !== 'string') return typeof value === 'number' || typeof value === 'boolean';
  return /^\s*[+-]?(\d+\.?\d*(e[+-]?\d+)?|\.\d+(e[+-]?\d+)?|inf|infinity|nan)\s*$/i.test(value);
}

/** pandas/io/json/_json.py, `_try_convert_dates`. */
function isDateName(name: string): boolean {
  const lower = name.toLowerCase();
  return /_(at|time)$/.test(lower) || lower.startsWith('timestamp') || ['modified', 'date', 'datetime'].includes(lower);
}

function isDate(value: unknown): boolean {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?)?$/.test(value);
}

/** The name that pandas gives it. */
export function dtypeName(dtype: Dtype): string {
  switch (dtype.kind) {
    case 'number':
      return dtype.whole ? 'int64' : 'float64';
    case 'boolean':
      return 'bool';
    case 'date':
      return 'datetime64[ns]';
    case 'list':
    case 'object':
      return 'object';
    default:
      return assertNever(dtype);
  }
}
