/** Logon IDs compare as numbers, whatever their case and zeros: '0x4E13B2E' → '0x4e13b2e'. Null for 0 and for what is none. */
export function canonicalLogonId(text: string | null): string | null {
  const id = text === null ? null : logonIdNumber(text);
  return id === null || id === 0n ? null : `0x${id.toString(16)}`;
}

/** What a logon ID is as a number: some log writers write it in hex, others in decimal. Null for what is none. */
export function logonIdNumber(text: string): bigint | null {
  const trimmed = text.trim().toLowerCase();
  return /^(0x[0-9a-f]{1,16}|\d{1,20})$/.test(trimmed) ? BigInt(trimmed) : null;
}
