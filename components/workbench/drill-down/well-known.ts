import type { SessionKey } from '@/lib/engine/engine';

/** The sessions of Windows' own services, by logon ID (SYSTEM_LUID and its like in winnt.h). */
const names: ReadonlyMap<string, string> = new Map([
  ['0x3e7', 'SYSTEM'],
  ['0x3e4', 'NETWORK SERVICE'],
  ['0x3e5', 'LOCAL SERVICE'],
]);

export function wellKnownName({ logonId }: Pick<SessionKey, 'logonId'>): string | null {
  return names.get(logonId) ?? null;
}
