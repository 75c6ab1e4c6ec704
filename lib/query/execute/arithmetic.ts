import { assertNever } from '@/lib/base/assert-never';
import type { ArithmeticOperator } from '@/lib/query/plan';
import { type Value, numberOf, shrink } from './value';

/** Missing where an operand is missing or no number, and for division by zero. `/` gives a fraction, as in Spark. */
export function arithmetic(op: ArithmeticOperator): (a: Value, b: Value) => Value {
  return (a, b) => {
    const left = numberOf(a);
    const right = numberOf(b);
    if (left === null || right === null) return null;
    switch (op) {
      case '+':
        return whole(left, right, Number(left) + Number(right), (x, y) => x + y);
      case '-':
        return whole(left, right, Number(left) - Number(right), (x, y) => x - y);
      case '*':
        return whole(left, right, Number(left) * Number(right), (x, y) => x * y);
      case '/':
        return Number(right) === 0 ? null : Number(left) / Number(right);
      case '%':
        return Number(right) === 0 ? null : whole(left, right, Number(left) % Number(right), (x, y) => x % y);
      case '&':
        return bits(left, right, (x, y) => x & y);
      case '|':
        return bits(left, right, (x, y) => x | y);
      case '^':
        return bits(left, right, (x, y) => x ^ y);
      default:
        return assertNever(op);
    }
  };
}

/** The near result where it is exact, or both are not whole; else the exact one. */
function whole(a: number | bigint, b: number | bigint, near: number, exact: (x: bigint, y: bigint) => bigint): Value {
  if (typeof a === 'number' && typeof b === 'number' && Number.isSafeInteger(near)) return near;
  const [x, y] = [wholeOf(a), wholeOf(b)];
  return x === null || y === null ? near : shrink(exact(x, y));
}

function bits(a: number | bigint, b: number | bigint, exact: (x: bigint, y: bigint) => bigint): Value {
  const [x, y] = [wholeOf(a), wholeOf(b)];
  return x === null || y === null ? null : shrink(exact(x, y));
}

function wholeOf(value: number | bigint): bigint | null {
  if (typeof value === 'bigint') return value;
  return Number.isInteger(value) ? BigInt(value) : null;
}
