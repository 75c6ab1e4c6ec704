import type { CompareOperator, Typing } from '@/lib/query/plan';
import { assertNever } from '@/lib/base/assert-never';
import { Timestamp } from './timestamp';
import { type Value, booleanOf, numberOf, timestampOf, isList } from './value';

/** Negative, 0 or positive; null where either is missing or the two cannot be compared. */
export function compareValues(a: Value, b: Value, typing: Typing): number | null {
  if (a === null || b === null) return null;
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : a > b ? 1 : 0;
  if (isNumber(a) && isNumber(b)) return order(a, b);
  if (isList(a) && isList(b)) return compareArrays(a, b, typing);
  if (isList(a) || isList(b)) return null;
  if (a instanceof Timestamp && b instanceof Timestamp) return order(a.micros, b.micros);
  if (typeof a === 'boolean' && typeof b === 'boolean') return order(Number(a), Number(b));
  if (typing === 'strict') return null;
  if (a instanceof Timestamp || b instanceof Timestamp) return orderOrNull(timestampOf(a)?.micros ?? null, timestampOf(b)?.micros ?? null);
  if (isNumber(a) || isNumber(b)) return orderOrNull(numberOf(a), numberOf(b));
  const [left, right] = [booleanOf(a), booleanOf(b)];
  return left === null || right === null ? null : order(Number(left), Number(right));
}

/** Three-valued; under 'strict' values of different types are unequal and have no order. */
export function comparison(op: CompareOperator, typing: Typing): (a: Value, b: Value) => boolean | null {
  const holds = sign(op);
  return (a, b) => {
    const compared = compareValues(a, b, typing);
    if (compared !== null) return holds(compared);
    if (typing === 'cast' || a === null || b === null) return null;
    if (op === '=') return false;
    return op === '!=' ? true : null;
  };
}

function sign(op: CompareOperator): (compared: number) => boolean {
  switch (op) {
    case '=':
      return (compared) => compared === 0;
    case '!=':
      return (compared) => compared !== 0;
    case '<':
      return (compared) => compared < 0;
    case '<=':
      return (compared) => compared <= 0;
    case '>':
      return (compared) => compared > 0;
    case '>=':
      return (compared) => compared >= 0;
    default:
      return assertNever(op);
  }
}

function isNumber(value: Value): value is number | bigint {
  return typeof value === 'number' || typeof value === 'bigint';
}

function order(a: number | bigint, b: number | bigint): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function orderOrNull(a: number | bigint | null, b: number | bigint | null): number | null {
  return a === null || b === null ? null : order(a, b);
}

function compareArrays(a: readonly Value[], b: readonly Value[], typing: Typing): number | null {
  for (let at = 0; at < a.length && at < b.length; at++) {
    const compared = compareValues(a[at], b[at], typing);
    if (compared !== 0) return compared;
  }
  return a.length - b.length;
}
