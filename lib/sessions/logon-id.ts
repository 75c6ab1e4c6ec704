/**
 * Logon IDs of the service sessions that every Windows host has.
 * https://learn.microsoft.com/windows/win32/secauthn/ (SYSTEM_LUID, NETWORKSERVICE_LUID, LOCALSERVICE_LUID in winnt.h)
 */
const wellKnownSessions: ReadonlyMap<string, string> = new Map([
  ['0x3e7', 'SYSTEM'],
  ['0x3e4', 'NETWORK SERVICE'],
  ['0x3e5', 'LOCAL SERVICE'],
]);

export function wellKnownSession(logonId: string): string | null {
  return wellKnownSessions.get(logonId) ?? null;
}

/** Logon IDs compare as numbers, whatever their case and zeros: '0x4E13B2E' → '0x4e13b2e'. Null for 0 and for what is none. */
export function canonicalLogonId(text: string | null): string | null {
  if (text === null) return null;
  const trimmed = text.trim().toLowerCase();
  if (!/^(0x[0-9a-f]{1,16}|\d{1,20})$/.test(trimmed)) return null;
  const id = BigInt(trimmed);
  return id === 0n ? null : `0x${id.toString(16)}`;
}
