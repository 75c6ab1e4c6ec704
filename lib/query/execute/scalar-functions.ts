import { assertNever } from '@/lib/base/assert-never';
import type { ScalarFunction } from '@/lib/query/plan';
import { convertBase, hexText } from './number-bases';
import { Timestamp, timestampDate, timestampText } from './timestamp';
import { type Value, numberOf, shrink, textOf, timestampOf, isList } from './value';

/** Functions of values alone; `coalesce` and those that take a pattern are evaluated where expressions are. */
export type PlainFunction = Exclude<ScalarFunction, 'coalesce' | 'regexp_extract' | 'regexp_replace'>;

/** What a function gives for its arguments. Missing in, missing out, but for `size` (-1, as Spark). */
export function plainFunction(fn: PlainFunction): (args: readonly Value[]) => Value {
  switch (fn) {
    case 'lower':
      return ofText((text) => text.toLowerCase());
    case 'upper':
      return ofText((text) => text.toUpperCase());
    case 'trim':
      return ofText((text) => text.replace(/^ +| +$/g, ''));
    case 'length':
      return ofText((text) => codePoints(text).length);
    case 'substring':
      return substring;
    case 'concat':
      return concat;
    case 'split':
      return ofTwoTexts((text, separator) => text.split(separator));
    case 'reverse':
      return ([value]) => (isList(value) ? [...value].reverse() : mapText(value, (text) => codePoints(text).reverse().join('')));
    case 'size':
      return ([value]) => (isList(value) ? value.length : value === null ? -1 : null);
    case 'element_at':
      return ([value, index]) => elementAt(value, numberOf(index));
    case 'hex':
      return ([value]) => hexText(value);
    case 'conv':
      return ([value, from, to]) => convertBase(textOf(value), numberOf(from), numberOf(to));
    case 'startswith':
      return ofTwoTexts((text, part) => text.startsWith(part));
    case 'endswith':
      return ofTwoTexts((text, part) => text.endsWith(part));
    case 'contains':
      return ofTwoTexts((text, part) => text.includes(part));
    case 'abs':
      return ([value]) => absolute(numberOf(value));
    case 'typeof':
      return ([value]) => typeName(value);
    case 'year':
      return ofTime((time) => timestampDate(time).getUTCFullYear());
    case 'month':
      return ofTime((time) => timestampDate(time).getUTCMonth() + 1);
    case 'day':
      return ofTime((time) => timestampDate(time).getUTCDate());
    case 'hour':
      return ofTime((time) => timestampDate(time).getUTCHours());
    case 'minute':
      return ofTime((time) => timestampDate(time).getUTCMinutes());
    case 'second':
      return ofTime((time) => timestampDate(time).getUTCSeconds());
    case 'date':
      return ofTime((time) => timestampText(time).slice(0, 10));
    case 'to_timestamp':
      return ([value]) => timestampOf(value);
    case 'unix_timestamp':
      return ofTime((time) => Math.floor(time.micros / 1e6));
    case 'unix_millis':
      return ofTime((time) => Math.floor(time.micros / 1000));
    default:
      return assertNever(fn);
  }
}

function mapText(value: Value, map: (text: string) => Value): Value {
  const text = textOf(value);
  return text === null ? null : map(text);
}

function ofText(map: (text: string) => Value): (args: readonly Value[]) => Value {
  return ([value]) => mapText(value, map);
}

function ofTwoTexts(map: (a: string, b: string) => Value): (args: readonly Value[]) => Value {
  return ([first, second]) => mapText(first, (a) => mapText(second, (b) => map(a, b)));
}

function ofTime(map: (time: Timestamp) => Value): (args: readonly Value[]) => Value {
  return ([value]) => {
    const time = timestampOf(value);
    return time === null ? null : map(time);
  };
}

function codePoints(text: string): string[] {
  return Array.from(text);
}

/** Counts from 1, from the end if negative; 0 counts as 1. */
function substring([value, from, count]: readonly Value[]): Value {
  const text = textOf(value);
  const start = numberOf(from);
  const length = count === undefined ? Infinity : numberOf(count);
  if (text === null || start === null || length === null) return null;
  const chars = codePoints(text);
  const first = Number(start) > 0 ? Number(start) - 1 : Number(start) < 0 ? chars.length + Number(start) : 0;
  return chars.slice(Math.max(0, first), Math.max(0, first + Number(length))).join('');
}

function concat(args: readonly Value[]): Value {
  if (args.some((arg) => arg === null)) return null;
  if (args.length > 0 && args.every((arg) => isList(arg))) return args.flat();
  return args.map(textOf).join('');
}

/** Counts from 1, from the end if negative; out of range is missing. */
function elementAt(value: Value, index: number | bigint | null): Value {
  if (!isList(value) || index === null || Number(index) === 0) return null;
  return value.at(Number(index) > 0 ? Number(index) - 1 : Number(index)) ?? null;
}

function absolute(value: number | bigint | null): Value {
  if (typeof value === 'bigint') return value < 0n ? shrink(-value) : value;
  return value === null ? null : Math.abs(value);
}

/** Spark's names, but every number is a 'double': what a JSON number is, its column decides. */
function typeName(value: Value): Value {
  if (value === null) return null;
  if (value instanceof Timestamp) return 'timestamp';
  if (isList(value)) return 'array';
  return typeof value === 'string' || typeof value === 'boolean' ? typeof value : 'double';
}
