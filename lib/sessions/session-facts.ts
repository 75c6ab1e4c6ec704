import type { RowId } from '@/lib/base/row-id';
import { wellKnownSession } from '@/lib/base/well-known-session';
import { canonicalLogonId } from './logon-id';
import type { LogonSession, LogonSessionKey } from './logon-session';
import { logonTypeName } from './logon-types';
import type { SessionIndex } from './session-index';

export type SessionFacts = Pick<
  LogonSession,
  'account' | 'domain' | 'sid' | 'logonType' | 'authentication' | 'sourceAddress' | 'sourcePort' | 'privileges' | 'logon' | 'logoff' | 'elevated'
>;

/** Nobody in particular: many actors share a well-known session. */
const sharedByMany: SessionFacts = {
  account: null,
  domain: null,
  sid: null,
  logonType: null,
  authentication: null,
  sourceAddress: null,
  sourcePort: null,
  privileges: [],
  logon: null,
  logoff: null,
  elevated: null,
};

/**
 * Who, how and from where, as the events tell, the logon (4624) before all others: where it is not in the dataset, the account
 * comes from what the session did or how it ended, and the source from the shares it connected to (5140, 5145). `rows` in order.
 */
export function sessionFacts(index: SessionIndex, key: LogonSessionKey, rows: readonly RowId[]): SessionFacts {
  if (wellKnownSession(key.logonId) !== null) return sharedByMany;
  const { columns, types } = index;
  const isSecurity = (row: RowId) => types.provider(row) !== 'sysmon';
  const first = (...ids: readonly string[]) => {
    for (const id of ids) {
      const row = rows.find((candidate) => types.id(candidate) === id && isSecurity(candidate));
      if (row !== undefined) return row;
    }
    return null;
  };
  const text = (field: string, row: RowId | null) => (row === null ? null : columns.text(field, row));

  const logon = first('4624');
  const made = logon ?? first('4627');
  const logoff = first('4634', '4647');
  const connect = first('5140', '5145');
  const source = text('IpAddress', logon) === null ? connect : logon;
  const type = text('LogonType', made) ?? text('LogonType', logoff);
  const port = text('IpPort', source);
  return {
    ...account(),
    logonType: type === null ? null : logonTypeName(type),
    authentication: text('AuthenticationPackageName', logon),
    sourceAddress: text('IpAddress', source),
    sourcePort: port === '0' ? null : port,
    privileges: [...new Set(text('PrivilegeList', first('4672'))?.split(/\s+/).filter(Boolean))],
    logon,
    logoff,
    elevated: isElevated(text('ElevatedToken', logon)),
  };

  function account(): Pick<SessionFacts, 'account' | 'domain' | 'sid'> {
    const named = made ?? logoff;
    if (text('TargetUserName', named) !== null) {
      return { account: text('TargetUserName', named), domain: text('TargetDomainName', named), sid: text('TargetUserSid', named) };
    }
    const acting = rows.find((row) => isActing(row) && columns.text('SubjectUserName', row) !== null) ?? null;
    if (acting !== null) {
      return { account: text('SubjectUserName', acting), domain: text('SubjectDomainName', acting), sid: text('SubjectUserSid', acting) };
    }
    return sysmonUser();
  }

  /** Where the session is the target of an event, its subject is somebody else. */
  function isActing(row: RowId): boolean {
    return canonicalLogonId(columns.text('SubjectLogonId', row)) === key.logonId;
  }

  /** Sysmon writes `THESHIRE\pgustavo` into one field. */
  function sysmonUser(): Pick<SessionFacts, 'account' | 'domain' | 'sid'> {
    const row = rows.find((candidate) => columns.text('User', candidate) !== null) ?? null;
    const user = text('User', row);
    if (user === null) return { account: null, domain: null, sid: null };
    const slash = user.indexOf('\\');
    return { account: user.slice(slash + 1), domain: slash < 0 ? null : user.slice(0, slash), sid: null };
  }
}

/** "%%1842" is yes and "%%1843" no. https://learn.microsoft.com/windows/security/threat-protection/auditing/event-4624 ("Elevated Token") */
function isElevated(token: string | null): boolean | null {
  switch (token?.toLowerCase()) {
    case '%%1842':
    case 'yes':
      return true;
    case '%%1843':
    case 'no':
      return false;
    default:
      return null;
  }
}
