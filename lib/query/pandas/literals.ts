import { CellError } from './cell-error';

/**
 * The text that one Python string literal stands for (Python reference, "String and Bytes literals"): `source` has prefix
 * and quotes, `at` is its place for errors. An escape that Python does not know keeps its backslash (`'\C$'`), as in Python.
 * @throws CellError for bytes, for escapes that Python refuses, and for `\N{…}` outside ASCII
 */
export function readString(source: string, at: number): string {
  const whole = { start: at, end: at + source.length };
  const opening = /^([A-Za-z]*)('''|"""|'|")/.exec(source);
  const quote = opening?.[2] ?? '';
  const body = opening === null ? '' : source.slice(opening[0].length);
  if (opening === null || !body.endsWith(quote)) throw new CellError('SyntaxError: this string has no end', whole);
  if (/b/i.test(opening[1])) throw new CellError('Bytes literals are not supported', whole);
  const inner = body.slice(0, body.length - quote.length);
  if (/r/i.test(opening[1])) return inner.replace(/\r\n?/g, '\n');
  return inner.replace(ESCAPE, (escape: string, offset: number) => unescape(escape, whole.start + opening[0].length + offset));
}

/** One escape; or a line end, which Python reads as \n whatever the file has. Hex forms are checked for their length after. */
const ESCAPE = /\\(?:\r\n|x[0-9a-fA-F]{0,2}|u[0-9a-fA-F]{0,4}|U[0-9a-fA-F]{0,8}|N(?:\{[^}]*\})?|[0-7]{1,3}|[\s\S])|\r\n?/g;

const SIMPLE: ReadonlyMap<string, string> = new Map([
  ['\n', ''], ['\r', ''], ['\r\n', ''], ['\\', '\\'], ["'", "'"], ['"', '"'],
  ['a', '\x07'], ['b', '\b'], ['f', '\f'], ['n', '\n'], ['r', '\r'], ['t', '\t'], ['v', '\v'],
]);

const HEX_LENGTH: ReadonlyMap<string, number> = new Map([['x', 2], ['u', 4], ['U', 8]]);

function unescape(escape: string, at: number): string {
  if (!escape.startsWith('\\')) return '\n';
  const code = escape.slice(1);
  const simple = SIMPLE.get(code);
  if (simple !== undefined) return simple;
  if (/^[0-7]/.test(code)) return String.fromCharCode(parseInt(code, 8));
  const length = HEX_LENGTH.get(code[0]);
  if (length !== undefined) return fromHex(code.slice(1), length, escape, at);
  if (code === 'N') throw new CellError('SyntaxError: Python reads \\N as the beginning of \\N{…}, the name of a character; a backslash is written \\\\', { start: at, end: at + 2 });
  return code[0] === 'N' ? fromName(code.slice(2, -1), escape, at) : escape;
}

function fromHex(digits: string, length: number, escape: string, at: number): string {
  const point = parseInt(digits, 16);
  if (digits.length !== length || point > 0x10ffff) {
    throw new CellError(`SyntaxError: Python reads ${escape} as the beginning of a character's code, which is not whole; a backslash is written \\\\`, { start: at, end: at + escape.length });
  }
  return String.fromCodePoint(point);
}

/** Unicode's names of ASCII punctuation, from U+0020 on; letters and digits follow a rule. */
const PUNCTUATION_NAMES: ReadonlyMap<string, string> = new Map([
  ['SPACE', ' '], ['EXCLAMATION MARK', '!'], ['QUOTATION MARK', '"'], ['NUMBER SIGN', '#'], ['DOLLAR SIGN', '$'],
  ['PERCENT SIGN', '%'], ['AMPERSAND', '&'], ['APOSTROPHE', "'"], ['LEFT PARENTHESIS', '('], ['RIGHT PARENTHESIS', ')'],
  ['ASTERISK', '*'], ['PLUS SIGN', '+'], ['COMMA', ','], ['HYPHEN-MINUS', '-'], ['FULL STOP', '.'], ['SOLIDUS', '/'],
  ['COLON', ':'], ['SEMICOLON', ';'], ['LESS-THAN SIGN', '<'], ['EQUALS SIGN', '='], ['GREATER-THAN SIGN', '>'],
  ['QUESTION MARK', '?'], ['COMMERCIAL AT', '@'], ['LEFT SQUARE BRACKET', '['], ['REVERSE SOLIDUS', '\\'],
  ['RIGHT SQUARE BRACKET', ']'], ['CIRCUMFLEX ACCENT', '^'], ['LOW LINE', '_'], ['GRAVE ACCENT', '`'],
  ['LEFT CURLY BRACKET', '{'], ['VERTICAL LINE', '|'], ['RIGHT CURLY BRACKET', '}'], ['TILDE', '~'],
]);
const DIGIT_NAMES = ['ZERO', 'ONE', 'TWO', 'THREE', 'FOUR', 'FIVE', 'SIX', 'SEVEN', 'EIGHT', 'NINE'];

/** ASCII only: all of Unicode's names would weigh more than the rest of the page. */
function fromName(written: string, escape: string, at: number): string {
  const name = written.toUpperCase();
  const letter = /^LATIN (SMALL|CAPITAL) LETTER ([A-Z])$/.exec(name);
  if (letter !== null) return letter[1] === 'SMALL' ? letter[2].toLowerCase() : letter[2];
  const digit = DIGIT_NAMES.indexOf(name.replace(/^DIGIT /, ''));
  const character = name.startsWith('DIGIT ') && digit >= 0 ? String(digit) : PUNCTUATION_NAMES.get(name);
  if (character === undefined) {
    throw new CellError(`\`${escape}\` is not supported: only ASCII characters are known by name`, { start: at, end: at + escape.length });
  }
  return character;
}

/**
 * Whole numbers past 2^53 come as bigint.
 * @throws CellError for complex numbers and for what Python does not read as a number
 */
export function readNumber(source: string, at: number): number | bigint {
  const digits = source.replace(/_/g, '');
  // Python refuses leading zeros in whole numbers ("use an 0o prefix for octal integers").
  const value = /^0+[1-9]\d*$|__|_$/.test(source) ? NaN : Number(digits);
  if (Number.isNaN(value)) {
    throw new CellError(`\`${source}\` is not supported as a number`, { start: at, end: at + source.length });
  }
  const whole = /^(\d+|0[xob][\da-f]+)$/i.test(digits);
  return whole && !Number.isSafeInteger(value) ? BigInt(digits) : value;
}
