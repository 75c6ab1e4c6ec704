import type { CodedValues } from '@/lib/events/event-table';
import { numberFromText } from '@/lib/query/number-text';
import { Timestamp, parseTimestamp, timestampText } from './timestamp';

/** A value while a query runs. Missing is null. Whole numbers past 2^53 are bigints, all other numbers are not. */
export type Value = null | string | number | bigint | boolean | Timestamp | readonly Value[];

/** The value of a code. Objects count as their JSON text. */
export function cellValue(column: CodedValues, code: number): Value {
  const kind = column.kind(code);
  if (kind === 'absent' || kind === 'null') return null;
  const text = column.text(code);
  if (kind === 'string' || kind === 'object') return text;
  if (kind === 'number') return numberFromText(text ?? '');
  return fromJson(column.value(code));
}

function fromJson(json: unknown): Value {
  if (json === null || json === undefined) return null;
  if (typeof json === 'string' || typeof json === 'boolean' || typeof json === 'number') return json;
  if (Array.isArray(json)) return json.map(fromJson);
  return JSON.stringify(json);
}

/** Makes a bigint a number again where a number can hold it. */
export function shrink(value: bigint): number | bigint {
  const near = Number(value);
  return Number.isSafeInteger(near) ? near : value;
}

export function numberOf(value: Value): number | bigint | null {
  if (typeof value === 'number' || typeof value === 'bigint') return value;
  if (typeof value === 'string') return numberFromText(value);
  if (typeof value === 'boolean') return value ? 1 : 0;
  if (value instanceof Timestamp) return value.micros / 1e6;
  return null;
}

export function booleanOf(value: Value): boolean | null {
  if (typeof value === 'boolean') return value;
  if (typeof value === 'number' || typeof value === 'bigint') return Number(value) !== 0;
  if (typeof value !== 'string') return null;
  // The words that Spark's cast knows.
  if (/^(t|true|y|yes|1)$/i.test(value.trim())) return true;
  return /^(f|false|n|no|0)$/i.test(value.trim()) ? false : null;
}

export function timestampOf(value: Value): Timestamp | null {
  if (value instanceof Timestamp) return value;
  if (typeof value === 'string') return parseTimestamp(value);
  return typeof value === 'number' ? new Timestamp(Math.round(value * 1e6)) : null;
}

/** Array.isArray that keeps the elements' type. */
export function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

/** A value as shown: arrays as JSON, moments as Spark shows them. */
export function textOf(value: Value): string | null {
  if (value === null || typeof value === 'string') return value;
  if (value instanceof Timestamp) return timestampText(value);
  if (isList(value)) return `[${value.map(elementText).join(',')}]`;
  return String(value);
}

function elementText(value: Value): string {
  return typeof value === 'string' || value instanceof Timestamp ? JSON.stringify(textOf(value)) : (textOf(value) ?? 'null');
}
