import type { SessionKey } from '@/lib/engine/engine';
import type { ViewState } from '@/lib/url/view-state';
import { closed } from '@/components/workbench/drill-down/layers';

/** A value, and the field it stands in. */
export interface PivotValue {
  /** As the dataset or a query's column names it. */
  readonly field: string;
  readonly value: string;
}

/** What a value may name besides itself. */
export type PivotKind = 'host' | 'user' | 'session';

/** Names as lib/events/field-names.ts and Windows write them; a nested one by its last part. */
const HOST_FIELDS = ['hostname', 'computer', 'computername', 'computer_name', 'workstationname'];
const USER_FIELDS = ['subjectusername', 'targetusername', 'accountname', 'username', 'user'];

/** Null for a value that names neither a host, an account nor a logon session. */
export function pivotKind({ field, value }: PivotValue): PivotKind | null {
  if (value === '' || value === '-') return null;
  const bare = field.slice(field.lastIndexOf('.') + 1).toLowerCase();
  if (HOST_FIELDS.includes(bare)) return 'host';
  if (USER_FIELDS.includes(bare)) return 'user';
  return bare.endsWith('logonid') && logonIdOf(value) !== null ? 'session' : null;
}

/** '0x4e13b2e', as session keys have it; null if the value is no logon ID. */
export function logonIdOf(value: string): string | null {
  if (!/^(?:0x[0-9a-f]{1,16}|\d{1,20})$/i.test(value)) return null;
  return `0x${BigInt(value).toString(16)}`;
}

/** The sessions on a host or of an account, which may be written 'DOMAIN\\name'. */
export function sessionsOf(kind: 'host' | 'user', value: string): Partial<ViewState> {
  const user = value.slice(value.lastIndexOf('\\') + 1);
  return { ...closed, section: 'sessions', sessionsFilter: kind === 'host' ? { host: value, user: null } : { host: null, user } };
}

/** The only session of that logon ID; where several hosts or boots have one, all sessions. */
export function openedSession(logonId: string, sessions: readonly SessionKey[]): Partial<ViewState> {
  const alike = sessions.filter((session) => session.logonId === logonId);
  if (alike.length !== 1) return { ...closed, section: 'sessions', sessionsFilter: { host: null, user: null } };
  const [{ host, boot }] = alike;
  return { session: { host, logonId, boot }, event: null };
}
