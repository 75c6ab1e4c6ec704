import type { Dtype } from './dtype';

/** A value written in a cell, and None. */
export type Scalar = string | number | bigint | boolean | null;

/** Null for None, which equals nothing. */
export function scalarDtype(scalar: Scalar): Dtype | null {
  switch (typeof scalar) {
    case 'string':
      return { kind: 'object', strings: true };
    case 'boolean':
      return { kind: 'boolean' };
    case 'number':
    case 'bigint':
      return { kind: 'number', whole: true, asText: false };
    default:
      return null;
  }
}
