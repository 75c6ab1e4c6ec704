/** Logon IDs compare as numbers, whatever their case and zeros: '0x4E13B2E' → '0x4e13b2e'. Null for 0 and for what is none. */
export function canonicalLogonId(text: string | null): string | null {
  if (text === null) return null;
  const trimmed = text.trim().toLowerCase();
  if (!/^(0x[0-9a-f]{1,16}|\d{1,20})$/.test(trimmed)) return null;
  const id = BigInt(trimmed);
  return id === 0n ? null : `0x${id.toString(16)}`;
}
