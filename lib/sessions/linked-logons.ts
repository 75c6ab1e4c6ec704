import { rowId } from '@/lib/base/row-id';
import { canonicalLogonId } from './logon-id';
import type { LinkedLogon } from './logon-session';
import type { IndexedSession, SessionIndex } from './session-index';

/** Which sessions came of one logon. */
export type LinkedLogons = (session: IndexedSession) => LinkedLogon | null;

/**
 * Where an administrator logs on under User Account Control, Windows makes two sessions, with the elevated token and without, and
 * the 4624 of each names the other in TargetLinkedLogonId. One of the two events is enough.
 * https://learn.microsoft.com/windows/security/threat-protection/auditing/event-4624 ("Linked Logon ID")
 */
export function linkedLogons(index: SessionIndex, rowCount: number): LinkedLogons {
  const linkedId = index.columns.derived('TargetLinkedLogonId', canonicalLogonId);
  const partners = new Map<IndexedSession, string>();
  for (let i = 0; i < rowCount; i++) {
    const row = rowId(i);
    const logonId = linkedId(row);
    if (logonId === null || index.types.id(row) !== '4624' || index.types.provider(row) !== 'security') continue;
    for (const session of index.ofEvent(row)) {
      partners.set(session, logonId);
      const partner = index.find({ ...session.key, logonId });
      if (partner && !partners.has(partner)) partners.set(partner, session.key.logonId);
    }
  }
  return (session) => {
    const logonId = partners.get(session);
    return logonId === undefined ? null : { logonId, isHere: index.find({ ...session.key, logonId }) !== null };
  };
}
