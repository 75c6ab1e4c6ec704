import type { Context } from './context';

/** Names of the characters that escapes stand for and that are hardly ever meant in an event's text. */
const CONTROLS: Readonly<Record<string, string>> = {
  a: 'a bell', b: 'a backspace', f: 'a form feed', v: 'a vertical tab', t: 'a tab', n: 'a line end', r: 'a carriage return',
};

/** The escapes that Python knows, by what follows the backslash. */
const KNOWN: ReadonlySet<string> = new Set(['\r\n', ...'\\\'"\r\n01234567abfnrtvxuUN']);

/**
 * Says what Python makes of a text whose author hardly meant it: `\v` in a path is a vertical tab, `\w` keeps its backslash (of which
 * there may then be two in a row). `source` has prefix and quotes.
 */
export function warnOfEscapes(context: Context, source: string, value: string, at: number): void {
  const opening = /^([A-Za-z]*)('''|"""|'|")/.exec(source);
  if (opening === null || /r/i.test(opening[1])) return;
  const path = value.includes('\\') || /^[A-Za-z]:/.test(value);
  for (const found of source.matchAll(/\\(\\|\r\n|[^])/g)) {
    const [escape, letter] = found;
    const next = source.charAt(found.index + escape.length);
    const span = { start: at + found.index, end: at + found.index + escape.length };
    const stands = `this text stands for ${shown(value)}. A backslash is written \\\\`;
    const control = CONTROLS[letter];
    if (control !== undefined && ('abfv'.includes(letter) || (path && /\w/.test(next)))) {
      context.warn('escape-read', `Python reads ${escape} as ${control}: ${stands}`, span);
      continue;
    }
    if (KNOWN.has(letter)) continue;
    const doubled = source.slice(0, found.index).endsWith('\\\\');
    // Those of regular expressions (\d, \.) are meant as they are kept.
    if (doubled || (/[a-z89]/i.test(letter) && !/[dDsSwWABZ]/.test(letter))) {
      const how = doubled ? 'after another backslash, so there are two in a row' : 'and keeps its backslash';
      context.warn('escape-kept', `Python knows no escape ${escape} ${how}: ${stands}`, span);
    }
  }
}

/** With a picture for each control character. */
function shown(text: string): string {
  const visible = Array.from(text, (char) => (char < ' ' ? String.fromCharCode(0x2400 + char.charCodeAt(0)) : char)).join('');
  return visible.length > 80 ? `${visible.slice(0, 80)}…` : visible;
}
