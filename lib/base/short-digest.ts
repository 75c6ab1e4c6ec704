/** Bytes that a short digest keeps of a longer one: 96 bits tell any two files that people have apart. */
const SHORT_BYTES = 12;

/** A digest in hex as base64url (RFC 4648, 5) without padding: 64 digits become 43 characters. */
export function base64url(hex: string): string {
  const bytes = (hex.match(/../g) ?? []).map((digits) => String.fromCharCode(Number.parseInt(digits, 16)));
  return btoa(bytes.join('')).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

/** The first 96 bits of a digest in hex, in 16 characters. */
export function shortDigest(hex: string): string {
  return base64url(hex.slice(0, 2 * SHORT_BYTES));
}
