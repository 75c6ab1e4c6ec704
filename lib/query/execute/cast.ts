import { assertNever } from '@/lib/base/assert-never';
import type { Expr } from '@/lib/query/plan';
import { type Value, booleanOf, numberOf, shrink, textOf, timestampOf } from './value';

type CastTarget = Extract<Expr, { kind: 'cast' }>['to'];

/** What does not cast is missing, never an error. A fraction is cut, not rounded. */
export function castTo(to: CastTarget): (value: Value) => Value {
  switch (to) {
    case 'string':
      return textOf;
    case 'int':
      return (value) => wholeWithin(value, 32);
    case 'bigint':
      return (value) => wholeWithin(value, 64);
    case 'double':
      return (value) => {
        const number = numberOf(value);
        return number === null ? null : Number(number);
      };
    case 'boolean':
      return booleanOf;
    case 'timestamp':
      return timestampOf;
    default:
      return assertNever(to);
  }
}

function wholeWithin(value: Value, bits: number): Value {
  const number = numberOf(value);
  if (number === null || (typeof number === 'number' && !Number.isFinite(number))) return null;
  const whole = typeof number === 'bigint' ? number : BigInt(Math.trunc(number));
  return BigInt.asIntN(bits, whole) === whole ? shrink(whole) : null;
}
