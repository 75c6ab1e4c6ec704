/*
 * JSON's tokens over UTF-8 bytes. Every function takes the index where the token begins and returns the index after it, or -1
 * where JSON.parse would refuse. Bytes of 0x80 and above are legal inside strings whatever they are (a decoder makes U+FFFD of the
 * bad ones) and nowhere else. Callers see to it that a '\n' follows the token somewhere, and 8 more bytes follow that: '\n' ends
 * every scan, since no token may hold it, and whole words may then be read past it.
 */
export const NEWLINE = 0x0a;
export const CARRIAGE_RETURN = 0x0d;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** 1: a character that may follow a backslash; 2: `u`, which wants four hex digits. */
const ESCAPE = new Uint8Array(256);
for (const character of '"\\/bfnrt') ESCAPE[character.charCodeAt(0)] = 1;
ESCAPE['u'.charCodeAt(0)] = 2;

const HEX = new Uint8Array(256);
for (const character of '0123456789abcdefABCDEF') HEX[character.charCodeAt(0)] = 1;

/**
 * `start` is after the opening quote. Four bytes at a time: the high bit of a byte in `stop` is set if the byte is a quote, a
 * backslash or a control character. A borrow can set bits above a true one by mistake, so only the lowest is read.
 * (Sean Anderson, Bit Twiddling Hacks, "Determine if a word has a byte less than n".)
 */
export function endOfString(bytes: Uint8Array, view: DataView, start: number): number {
  let at = start;
  for (;;) {
    let stop = 0;
    for (;;) {
      const word = view.getInt32(at, true);
      const quotes = word ^ 0x22222222;
      const backslashes = word ^ 0x5c5c5c5c;
      stop =
        (((quotes - 0x01010101) & ~quotes) | ((backslashes - 0x01010101) & ~backslashes) | ((word - 0x20202020) & ~word)) & 0x80808080;
      if (stop !== 0) break;
      at += 4;
    }
    at += (31 - Math.clz32(stop & -stop)) >> 3;
    const byte = bytes[at];
    if (byte === QUOTE) return at + 1;
    if (byte !== BACKSLASH) return -1;
    const escape = ESCAPE[bytes[at + 1]];
    if (escape === 1) at += 2;
    else if (escape === 2 && HEX[bytes[at + 2]] & HEX[bytes[at + 3]] & HEX[bytes[at + 4]] & HEX[bytes[at + 5]]) at += 6;
    else return -1;
  }
}

function isDigit(byte: number): boolean {
  return byte >= 0x30 && byte <= 0x39;
}

function endOfDigits(bytes: Uint8Array, start: number): number {
  let at = start;
  while (isDigit(bytes[at])) at++;
  return at === start ? -1 : at;
}

/** `-? (0 | [1-9] digits) (. digits)? ([eE] [+-]? digits)?` */
export function endOfNumber(bytes: Uint8Array, start: number): number {
  let at = bytes[start] === 0x2d ? start + 1 : start;
  at = bytes[at] === 0x30 ? at + 1 : endOfDigits(bytes, at);
  if (at < 0) return -1;
  if (bytes[at] === 0x2e) {
    at = endOfDigits(bytes, at + 1);
    if (at < 0) return -1;
  }
  if (bytes[at] === 0x65 || bytes[at] === 0x45) {
    at++;
    if (bytes[at] === 0x2b || bytes[at] === 0x2d) at++;
    at = endOfDigits(bytes, at);
  }
  return at;
}

const TRUE = 'true';
const FALSE = 'false';
const NULL = 'null';

function endOfWord(bytes: Uint8Array, start: number, word: string): number {
  for (let i = 0; i < word.length; i++) if (bytes[start + i] !== word.charCodeAt(i)) return -1;
  return start + word.length;
}

/** A string, number, true, false or null. */
export function endOfScalar(bytes: Uint8Array, view: DataView, start: number): number {
  switch (bytes[start]) {
    case QUOTE:
      return endOfString(bytes, view, start + 1);
    case 0x74:
      return endOfWord(bytes, start, TRUE);
    case 0x66:
      return endOfWord(bytes, start, FALSE);
    case 0x6e:
      return endOfWord(bytes, start, NULL);
    default:
      return endOfNumber(bytes, start);
  }
}

/** White space as JSON has it, but for '\n', which ends a line. */
export function skipSpace(bytes: Uint8Array, start: number): number {
  let at = start;
  while (bytes[at] === 0x20 || bytes[at] === 0x09 || bytes[at] === CARRIAGE_RETURN) at++;
  return at;
}

/** After the colon of `"key" :`, which begins at `start`. */
function endOfKey(bytes: Uint8Array, view: DataView, start: number): number {
  if (bytes[start] !== QUOTE) return -1;
  const end = endOfString(bytes, view, start + 1);
  if (end < 0) return -1;
  const colon = skipSpace(bytes, end);
  return bytes[colon] === 0x3a ? colon + 1 : -1;
}

/** What closes each open bracket, for all but the deepest values. */
const FEW_CLOSERS = new Uint8Array(1_024);

/** Any value, as deep as it likes: it keeps its own stack, so that depth costs no call. */
export function endOfValue(bytes: Uint8Array, view: DataView, start: number): number {
  let closers = FEW_CLOSERS;
  let depth = 0;
  let at = start;
  for (;;) {
    at = skipSpace(bytes, at);
    const byte = bytes[at];
    if (byte === 0x5b || byte === 0x7b) {
      const closer = byte + 2;
      at = skipSpace(bytes, at + 1);
      if (bytes[at] !== closer) {
        if (depth === closers.length) closers = twiceAsLong(closers);
        closers[depth++] = closer;
        if (closer === 0x7d) at = endOfKey(bytes, view, at);
        if (at < 0) return -1;
        continue;
      }
      at++;
    } else {
      at = endOfScalar(bytes, view, at);
      if (at < 0) return -1;
    }
    for (;;) {
      if (depth === 0) return at;
      at = skipSpace(bytes, at);
      const closer = closers[depth - 1];
      if (bytes[at] === 0x2c) {
        at++;
        if (closer === 0x7d) at = endOfKey(bytes, view, skipSpace(bytes, at));
        if (at < 0) return -1;
        break;
      }
      if (bytes[at] !== closer) return -1;
      depth--;
      at++;
    }
  }
}

function twiceAsLong(closers: Uint8Array<ArrayBuffer>): Uint8Array<ArrayBuffer> {
  const longer = new Uint8Array(2 * closers.length);
  longer.set(closers);
  return longer;
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** UTF-8 as the web decodes it: bad bytes become U+FFFD. */
export function decodeBytes(bytes: Uint8Array, start: number, end: number): string {
  return decoder.decode(bytes.subarray(start, end));
}
