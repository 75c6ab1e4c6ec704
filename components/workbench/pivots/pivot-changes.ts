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
export type PivotKind = 'host' | 'user' | 'session' | 'process' | 'process-number';

/** Names as lib/events/field-names.ts and Windows write them; a nested one by its last part. */
const HOST_FIELDS = ['hostname', 'computer', 'computername', 'computer_name', 'workstationname'];
const USER_FIELDS = ['subjectusername', 'targetusername', 'accountname', 'username', 'user'];

/** Exporters write the number of the process that logged an event as ProcessID. */
const PROCESS_NUMBERS = ['ProcessId', 'NewProcessId', 'ParentProcessId'];

/** Null for a value that names neither a host, an account, a logon session nor a process; 'process-number': only together with its event. */
export function pivotKind({ field, value }: PivotValue): PivotKind | null {
  if (value === '' || value === '-') return null;
  const bare = field.slice(field.lastIndexOf('.') + 1).toLowerCase();
  if (HOST_FIELDS.includes(bare)) return 'host';
  if (USER_FIELDS.includes(bare)) return 'user';
  if (bare.endsWith('processguid') && guidOf(value) !== null) return 'process';
  if (PROCESS_NUMBERS.includes(field.slice(field.lastIndexOf('.') + 1)) && Number(value) > 0) return 'process-number';
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

/** 'b34bc01c-3d7f-5f6a-b603-000000000900', as process trees have it; null if the value is no GUID, or the one of zeros. */
export function guidOf(value: string): string | null {
  const guid = value.trim().replace(/^\{|\}$/g, '').toLowerCase();
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(guid) && /[1-9a-f]/.test(guid) ? guid : null;
}
