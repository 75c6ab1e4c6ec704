import { type Value } from './value';

/** Spark's `hex`: of a whole number (two's complement in 64 bits), or of the bytes of a text. */
export function hexText(value: Value): string | null {
  if (typeof value === 'string') return [...new TextEncoder().encode(value)].map((byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join('');
  if (typeof value !== 'number' && typeof value !== 'bigint') return null;
  if (typeof value === 'number' && !Number.isFinite(value)) return null;
  const whole = typeof value === 'bigint' ? value : BigInt(Math.trunc(value));
  return BigInt.asUintN(64, whole).toString(16).toUpperCase();
}

/**
 * Spark's `conv` (NumberConverter.scala): reads digits of base `from` until one does not fit, in 64 bits; a negative target base
 * gives a signed result. Missing for bases outside 2 to 36 and for empty text.
 */
export function convertBase(text: string | null, from: number | bigint | null, to: number | bigint | null): string | null {
  if (text === null || from === null || to === null) return null;
  const [base, target] = [Number(from), Number(to)];
  if (base < 2 || base > 36 || Math.abs(target) < 2 || Math.abs(target) > 36) return null;
  const trimmed = text.trim();
  if (trimmed === '') return null;
  const negative = trimmed.startsWith('-');
  let value = 0n;
  for (const char of negative ? trimmed.slice(1) : trimmed) {
    const digit = digitOf(char);
    if (digit >= base) break;
    value = value * BigInt(base) + BigInt(digit);
    if (value > MAX_UNSIGNED) {
      value = MAX_UNSIGNED;
      break;
    }
  }
  const bits = BigInt.asUintN(64, negative ? -value : value);
  return (target < 0 ? BigInt.asIntN(64, bits) : bits).toString(Math.abs(target)).toUpperCase();
}

const MAX_UNSIGNED = 0xffff_ffff_ffff_ffffn;

function digitOf(char: string): number {
  const at = '0123456789abcdefghijklmnopqrstuvwxyz'.indexOf(char.toLowerCase());
  return at === -1 || char === '' ? 99 : at;
}
