/**
 * How well a command fits what is typed, from 0 (not at all) to 1: every word typed must stand in its texts; a whole word counts most,
 * then the beginning of one. Letter case does not count.
 */
export function rank(typed: string, texts: readonly string[]): number {
  const text = texts.join(' ').toLowerCase();
  const words = text.split(/[^\p{L}\p{N}]+/u);
  const wanted = typed.toLowerCase().split(/\s+/).filter((word) => word !== '');
  const fits = wanted.map((word) => (words.includes(word) ? 1 : words.some((other) => other.startsWith(word)) ? 0.8 : text.includes(word) ? 0.5 : 0));
  return fits.includes(0) ? 0 : fits.reduce<number>((product, fit) => product * fit, 1);
}
