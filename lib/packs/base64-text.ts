/** Long enough to hold more than a word. */
export const SHORTEST_BASE64 = 16;
/** Base64 inside of Base64 is read this often. */
export const DEEPEST_BASE64 = 3;
/** Runs of Base64 (RFC 4648, 4). */
export const BASE64 = new RegExp(`(?<![A-Za-z0-9+/])[A-Za-z0-9+/]{${SHORTEST_BASE64},}={0,2}`, 'g');

/** Text in Base64, which can be written again in the same way. */
export interface Base64Text {
  readonly text: string;
  readonly write: (text: string) => string;
}

/**
 * UTF-16 without a byte order, as PowerShell takes it for -EncodedCommand, or UTF-8. Null where a run is neither, byte for byte: a name in it
 * could not be replaced without harm to the rest.
 */
export function readBase64(run: string): Base64Text | null {
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
  return bytes && Array.from(bytes, (byte) => (byte === 0 ? '' : String.fromCharCode(byte))).join('');
}

function bytesOf(run: string): Uint8Array | null {
  const body = run.replace(/=+$/, '');
  if (body.length % 4 === 1) return null;
  return Uint8Array.from(atob(body), (letter) => letter.charCodeAt(0));
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
  const text = btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''));
  return isPadded ? text : text.replace(/=+$/, '');
}
