const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i;

/** The number that a text spells, exactly where it is whole; null if it spells none. */
export function numberFromText(text: string): number | bigint | null {
  const trimmed = text.trim();
  if (!NUMBER.test(trimmed)) return null;
  const near = Number(trimmed);
  if (Number.isSafeInteger(near) || !Number.isInteger(near)) return near;
  return /^[+-]?\d+$/.test(trimmed) ? BigInt(trimmed.replace('+', '')) : near;
}
