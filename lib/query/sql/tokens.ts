import type { Span } from '@/lib/base/span';
import { closesString } from './backslashes';

/** `raw` is a string's or a quoted name's inside as written; everything else reads `text`. */
export interface Token extends Span {
  readonly kind: 'word' | 'quoted-name' | 'string' | 'number' | 'symbol' | 'comment' | 'unknown' | 'end';
  readonly text: string;
  readonly raw: string;
  /** A string or name that the text's end cut off. */
  readonly open: boolean;
}

const SYMBOLS = ['<=>', '<>', '!=', '>=', '<=', '==', '||', '(', ')', '[', ']', ',', '.', ';', '=', '<', '>', '+', '-', '*', '/', '%', '&', '|', '^', '~', '!', ':', '{', '}', '?', '@'];

const WORD = /[\p{L}_$][\p{L}\p{N}_$]*/uy;
/** Spark reads a digit followed by letters as a name, so `0x2` is none of its numbers; `10L` and `1.5D` are. */
const NUMBER = /(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?[\p{L}_\d]*/uy;
const SPACE = /\s+/uy;
const COMMENT = /--[^\n]*|\/\*(?:[^*]|\*(?!\/))*(?:\*\/|$)/uy;

/** Cuts any text into tokens, comments included; the last is 'end'. What fits nowhere is 'unknown': it never throws. */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  const push = (kind: Token['kind'], end: number, raw = text.slice(at, end), open = false): void => {
    tokens.push({ kind, text: text.slice(at, end), raw, open, start: at, end });
    at = end;
  };
  while (at < text.length) {
    const space = matchEnd(SPACE, text, at);
    if (space !== null) {
      at = space;
      continue;
    }
    const comment = matchEnd(COMMENT, text, at);
    if (comment !== null) {
      push('comment', comment);
      continue;
    }
    const char = text[at];
    if (char === "'" || char === '"' || char === '`') {
      const close = char === '`' ? closingBacktick(text, at + 1) : closingQuote(text, at + 1, char);
      const kind = char === '`' ? 'quoted-name' : 'string';
      if (close === null) push(kind, text.length, text.slice(at + 1), true);
      else push(kind, close + 1, text.slice(at + 1, close));
      continue;
    }
    const number = matchEnd(NUMBER, text, at);
    if (number !== null) {
      push('number', number);
      continue;
    }
    const word = matchEnd(WORD, text, at);
    if (word !== null) {
      push('word', word);
      continue;
    }
    const symbol = SYMBOLS.find((candidate) => text.startsWith(candidate, at));
    if (symbol !== undefined) push('symbol', at + symbol.length);
    else push('unknown', at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1));
  }
  push('end', text.length);
  return tokens;
}

function matchEnd(regex: RegExp, text: string, at: number): number | null {
  regex.lastIndex = at;
  return regex.test(text) ? regex.lastIndex : null;
}

/** A doubled backtick is one inside the name. */
function closingBacktick(text: string, from: number): number | null {
  for (let at = from; at < text.length; at++) {
    if (text[at] !== '`') continue;
    if (text[at + 1] !== '`') return at;
    at++;
  }
  return null;
}

/** A doubled quote is one inside the string; so is one after a backslash, unless the string evidently ends there (backslashes.ts). */
function closingQuote(text: string, from: number, quote: string): number | null {
  for (let at = from; at < text.length; at++) {
    if (text[at] !== quote) continue;
    if (text[at - 1] === '\\' && at > from) {
      if (closesString(text, from, at)) return at;
      continue;
    }
    if (text[at + 1] !== quote) return at;
    at++;
  }
  return null;
}
