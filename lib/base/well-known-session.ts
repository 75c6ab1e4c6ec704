/**
 * Logon IDs of the service sessions that every Windows host has: SYSTEM_LUID, NETWORKSERVICE_LUID and LOCALSERVICE_LUID in
 * the Windows SDK's winnt.h.
 */
const names: ReadonlyMap<string, string> = new Map([
  ['0x3e7', 'SYSTEM'],
  ['0x3e4', 'NETWORK SERVICE'],
  ['0x3e5', 'LOCAL SERVICE'],
]);

/** Whose session a logon ID ('0x3e7') is on every host; null for one that was given out at a logon. */
export function wellKnownSession(logonId: string): string | null {
  return names.get(logonId) ?? null;
}
