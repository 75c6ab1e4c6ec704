import type { JoinKey, Typing } from '@/lib/query/plan';
import type { Environment } from './environment';
import { isMixedField } from './mixed-field';
import { mapKey, nodeValues } from './node-values';
import type { Node } from './relation';
import { Timestamp } from './timestamp';
import { type Value, booleanOf, numberOf, textOf, timestampOf } from './value';

/** Rows of two nodes by the value of their join keys: rows with one group number meet; -1 meets nothing. */
export interface KeyGroups {
  readonly left: Int32Array;
  readonly right: Int32Array;
  readonly count: number;
  /** No value had to be cast, so the two sides of a key are one value wherever they meet. */
  readonly sameTypes: boolean;
}

export function keyGroups(left: Node, right: Node, keys: readonly JoinKey[], missingMatch: boolean, environment: Environment): KeyGroups {
  let groups: KeyGroups = { left: new Int32Array(left.size), right: new Int32Array(right.size), count: 1, sameTypes: true };
  for (const key of keys) {
    const one = groupsOfKey(left, right, key, missingMatch, environment);
    groups = key === keys[0] ? one : combine(groups, one);
  }
  return groups;
}

function groupsOfKey(left: Node, right: Node, key: JoinKey, missingMatch: boolean, environment: Environment): KeyGroups {
  const leftValues = nodeValues(left, key.left, environment);
  const rightValues = nodeValues(right, key.right, environment);
  const leftTypes = typesOf(leftValues.values, isMixedField(key.left, environment));
  const rightTypes = typesOf(rightValues.values, isMixedField(key.right, environment));
  const normal = normalForm(leftTypes, rightTypes, key.typing);
  const numbers = new Map<unknown, number>();
  const numberOfValue = (value: Value): number => {
    const normalized = normal === null || value === null ? value : normal(value);
    if (normalized === null && !(value === null && missingMatch)) return -1;
    const mapped = mapKey(normalized);
    let number = numbers.get(mapped);
    if (number === undefined) numbers.set(mapped, (number = numbers.size));
    return number;
  };
  const numbered = (values: typeof leftValues): Int32Array => {
    const groupOf = values.values.map(numberOfValue);
    const missing = missingMatch ? numberOfValue(null) : -1;
    return values.index.map((at) => (at < 0 ? missing : groupOf[at]));
  };
  return { left: numbered(leftValues), right: numbered(rightValues), count: numbers.size, sameTypes: normal === null };
}

type ValueType = 'string' | 'number' | 'boolean' | 'time' | 'array';

/** `mixed`: some of the column's values are text, if none of these. */
function typesOf(values: readonly Value[], mixed: boolean): ReadonlySet<ValueType> {
  const types = new Set<ValueType>(mixed ? ['string'] : []);
  for (const value of values) {
    if (typeof value === 'string') types.add('string');
    else if (typeof value === 'number' || typeof value === 'bigint') types.add('number');
    else if (typeof value === 'boolean') types.add('boolean');
    else types.add(value instanceof Timestamp ? 'time' : 'array');
  }
  return types;
}

/**
 * What both sides are cast to before they are compared; null: nothing. A side has one type, as a Spark column has: text as soon as one
 * of its values is text. Two sides of text compare as text, text against numbers as numbers.
 */
function normalForm(left: ReadonlySet<ValueType>, right: ReadonlySet<ValueType>, typing: Typing): ((value: Value) => Value) | null {
  const all = new Set([...left, ...right]);
  if (typing === 'strict' || all.size <= 1) return null;
  if (all.has('time')) return timestampOf;
  if (left.has('string') && right.has('string')) return textOf;
  return all.has('number') ? numberOf : booleanOf;
}

/** Rows meet if they meet by both. */
function combine(a: KeyGroups, b: KeyGroups): KeyGroups {
  const numbers = new Map<number, number>();
  const numbered = (first: Int32Array, second: Int32Array): Int32Array =>
    first.map((group, row) => {
      if (group < 0 || second[row] < 0) return -1;
      const pair = group * b.count + second[row];
      let number = numbers.get(pair);
      if (number === undefined) numbers.set(pair, (number = numbers.size));
      return number;
    });
  const left = numbered(a.left, b.left);
  const right = numbered(a.right, b.right);
  return { left, right, count: numbers.size, sameTypes: a.sameTypes && b.sameTypes };
}
