/*
 * A query's text in an address: what an address may hold stays as it is, a space becomes '_', a line end '.', and other marks that
 * queries are full of become '-' and a letter. Percent-encoded they would make the link half as long again, and nobody could read it.
 *
 *   SELECT Hostname,_COUNT-o-s-c_n.FROM_t
 */
const PLAIN: ReadonlyMap<string, string> = new Map([
  [' ', '_'],
  ['\n', '.'],
]);

const MARKS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '-': '-', _: 'u', '.': 'd', "'": 'q', '"': 'Q', '`': 'b', '(': 'o', ')': 'c', '[': 'O', ']': 'C', '=': 'e', '!': 'n', '<': 'l', '>': 'g',
    '%': 'p', '*': 's', '\\': 'B', '&': 'a', '|': 'v', '~': 't', '$': 'D', '#': 'h', '+': 'P', ';': 'S', '?': 'w', '{': 'r', '}': 'R', '^': 'x',
  }),
);

const MARK_OF: ReadonlyMap<string, string> = new Map([...MARKS].map(([char, letter]) => [letter, char]));

export function writeQueryText(text: string): string {
  return text.replace(/[^A-Za-z0-9,/:@]/gu, (char) => PLAIN.get(char) ?? (MARKS.has(char) ? `-${MARKS.get(char)}` : char));
}

/** Null for what `writeQueryText` does not write. */
export function readQueryText(written: string): string | null {
  let text = '';
  for (let at = 0; at < written.length; at++) {
    const char = written[at];
    if (char === '-') {
      const mark = MARK_OF.get(written[++at] ?? '');
      if (mark === undefined) return null;
      text += mark;
    } else text += char === '_' ? ' ' : char === '.' ? '\n' : char;
  }
  return text;
}
