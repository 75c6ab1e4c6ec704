import { assertNever } from '@/lib/base/assert-never';
import type { FieldValues } from '@/lib/events/event-table';

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

/** A field never changes, and looking through all its values takes time. */
const inferred = new WeakMap<FieldValues, ColumnType>();

/** Of a field of the dataset. Most fields are told by the kinds of their values alone, or by the first that is no number. */
export function inferType(name: string, values: FieldValues): ColumnType {
  const known = inferred.get(values);
  if (known !== undefined) return known;
  const gaps = values.kinds.has('absent') || values.kinds.has('null');
  const type = { dtype: inferDtype(name, values, gaps), gaps };
  inferred.set(values, type);
  return type;
}

function inferDtype(name: string, values: FieldValues, gaps: boolean): Dtype {
  const kinds = new Set(values.kinds);
  kinds.delete('absent');
  kinds.delete('null');
  const only = kinds.size === 1 ? [...kinds][0] : null;
  if (only === 'boolean' && !gaps) return { kind: 'boolean' };
  if (only === 'string' && isDateName(name) && values.every(isDate)) return { kind: 'date' };
  if (!kinds.has('array') && !kinds.has('object') && (!kinds.has('string') || values.every(isNumeric))) {
    const whole = !gaps && values.every((value) => Number.isInteger(Number(value)));
    return { kind: 'number', whole, asText: kinds.has('string') || kinds.has('boolean') };
  }
  return { kind: 'object', strings: only === 'string' };
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
