/*
 * Texts in Base64 (RFC 4648, 4), as PowerShell takes its -EncodedCommand. Half of a log's bytes are looked at for them, so that whatever is
 * none must be told by few of its letters.
 */

/** Long enough to hold more than a word. */
const SHORTEST = 16;
/** Base64 inside of Base64 is read this often. */
export const DEEPEST_BASE64 = 3;

/** Six bits of each letter; -1: none of the alphabet. */
const BITS = new Int8Array(128).fill(-1);
for (const [bits, letter] of [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/'].entries()) BITS[letter.charCodeAt(0)] = bits;

/** Text in Base64, which can be written again in the same way. */
export interface Base64Text {
  readonly text: string;
  readonly write: (text: string) => string;
}

/** Runs of the alphabet with their padding, each where it begins. */
export function* base64Runs(text: string): Generator<{ readonly start: number; readonly run: string }> {
  for (let start = 0; start + SHORTEST <= text.length; ) {
    // The last place that a run from here on must reach, then back.
    let from = start + SHORTEST;
    while (from > start && isLetter(text, from - 1)) from--;
    if (from > start) {
      start = from;
      continue;
    }
    let end = start + SHORTEST;
    while (end < text.length && isLetter(text, end)) end++;
    for (let padding = 0; padding < 2 && text[end] === '='; padding++) end++;
    yield { start, run: text.slice(start, end) };
    start = end;
  }
}

/**
 * UTF-16 without a byte order, or UTF-8. Null where a run is neither, byte for byte: a name in it could not be replaced without harm to the
 * rest.
 */
export function readBase64(run: string): Base64Text | null {
  if (!beginsAsText(run)) return null;
  const bytes = bytesOf(run);
  if (bytes === null) return null;
  const isUtf16 = bytes.includes(0) && bytes.length % 2 === 0;
  const text = isUtf16 ? utf16(bytes) : utf8(bytes);
  if (text === null) return null;
  const isPadded = run.endsWith('=') || run.length % 4 === 0;
  return { text, write: (changed) => base64(isUtf16 ? utf16Bytes(changed) : new TextEncoder().encode(changed), isPadded) };
}

/** Whatever a run holds, without its zero bytes, so that UTF-16 reads like UTF-8; null where it is no Base64. */
export function looseText(run: string): string | null {
  const bytes = bytesOf(run);
  return bytes && latin1(bytes.filter((byte) => byte !== 0));
}

function isLetter(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return code < 128 && BITS[code] >= 0;
}

/** By its first bytes: no control characters, or half of them zero, as UTF-16 of Latin letters has it. A word or a hash soon fails. */
function beginsAsText(run: string): boolean {
  let isText = true;
  let isWide = false;
  for (let byte = 0; byte < (SHORTEST / 4) * 3; byte++) {
    const letter = Math.floor(byte / 3) * 4 + (byte % 3);
    const value = ((bitsAt(run, letter) << (2 + 2 * (byte % 3))) | (bitsAt(run, letter + 1) >> (4 - 2 * (byte % 3)))) & 255;
    if (value === 0 && byte % 2 === 1) isWide = true;
    else if (value === 0) return false;
    else if (value < 32 && value !== 9 && value !== 10 && value !== 13) isText = false;
    else if (value === 127) isText = false;
  }
  return isText || isWide;
}

function bitsAt(run: string, letter: number): number {
  return BITS[run.charCodeAt(letter)];
}

function bytesOf(run: string): Uint8Array | null {
  const body = run.replace(/=+$/, '');
  if (body.length % 4 === 1) return null;
  const letters = atob(body);
  const bytes = new Uint8Array(letters.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = letters.charCodeAt(at);
  return bytes;
}

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function utf8(bytes: Uint8Array): string | null {
  try {
    return strict.decode(bytes);
  } catch {
    return null;
  }
}

function utf16(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += 2) text += String.fromCharCode(bytes[at] | (bytes[at + 1] << 8));
  return text;
}

function utf16Bytes(text: string): Uint8Array {
  return Uint8Array.from({ length: 2 * text.length }, (_, at) => (text.charCodeAt(at >> 1) >>> (8 * (at & 1))) & 255);
}

function base64(bytes: Uint8Array, isPadded: boolean): string {
  const text = btoa(latin1(bytes));
  return isPadded ? text : text.replace(/=+$/, '');
}

function latin1(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
