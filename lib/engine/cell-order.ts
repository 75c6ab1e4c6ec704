import { instantOf } from '@/lib/events/instant';

/**
 * A rank for every distinct text of a column, equal where they mean the same: as numbers (decimal or 0x…) if all are numbers, as
 * times if all are times, else as text in any case. Ranking the distinct values keeps a long column cheap to sort.
 */
export function rankTexts(texts: Iterable<string | null>): ReadonlyMap<string, number> {
  const distinct = new Set<string>();
  for (const text of texts) if (text !== null) distinct.add(text);
  const values = [...distinct];
  const numbers = values.map(numberOf);
  if (numbers.every((value) => value !== null)) return rank(values, numbers);
  const times = values.map(timeOf);
  if (times.every((value) => value !== null)) return rank(values, times);
  return rankByText(values);
}

const NUMBER = /^[+-]?\d+(\.\d+)?([eE][+-]?\d+)?$/;
const WHOLE = /^-?\d+$/;
const HEX = /^0x[0-9a-f]+$/i;

/** Whole numbers stay exact beyond 2^53. */
function numberOf(text: string): number | bigint | null {
  if (WHOLE.test(text) || HEX.test(text)) {
    const value = Number(text);
    return Number.isSafeInteger(value) ? value : BigInt(text);
  }
  return NUMBER.test(text) ? Number(text) : null;
}

function timeOf(text: string): number | null {
  const millis = instantOf(text);
  return Number.isNaN(millis) ? null : millis;
}

function rank(texts: readonly string[], values: readonly (number | bigint | null)[]): ReadonlyMap<string, number> {
  const order = texts.map((text, i) => ({ text, value: values[i] ?? 0 })).sort((a, b) => (a.value < b.value ? -1 : Number(a.value > b.value)));
  // In order, so not less is equal; a number and a bigint are never `===`.
  return ranks(order, (a, b) => !(a.value < b.value));
}

function rankByText(texts: readonly string[]): ReadonlyMap<string, number> {
  const order = texts.map((text) => ({ text, value: text.toLowerCase() })).sort((a, b) => (a.value < b.value ? -1 : Number(a.value > b.value)));
  return ranks(order, (a, b) => a.value === b.value);
}

function ranks<T extends { readonly text: string }>(order: readonly T[], same: (a: T, b: T) => boolean): ReadonlyMap<string, number> {
  const byText = new Map<string, number>();
  let current = 0;
  order.forEach((entry, i) => {
    if (i > 0 && !same(order[i - 1], entry)) current = i;
    byText.set(entry.text, current);
  });
  return byText;
}
