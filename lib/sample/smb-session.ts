import { logLogoff, logLogon, logPrivileges, logTicket, subject } from './account-events';
import type { Account, Host } from './company';
import { logIncoming, logOutgoing } from './connection-events';
import { kernel, logFileCreate } from './processes';
import type { SampleLog } from './sample-log';

/** What a client does in a session, `after` milliseconds from its start. `logonId` is the session's own ID written another way. */
export type SmbStep =
  | { readonly kind: 'connect'; readonly after: number; readonly share: string; readonly logonId?: string }
  | {
      readonly kind: 'open';
      readonly after: number;
      readonly share: string;
      readonly path: string;
      readonly mask: string;
      readonly logonId?: string;
    }
  /** The server's file-create event. `by` is the process as Sysmon writes it. */
  | { readonly kind: 'created'; readonly after: number; readonly path: string; readonly by: string };

/** Steps of a session whose start is not in the log. */
export interface SmbSteps {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly client: Host;
  readonly server: Host;
  readonly account: Account;
  /** As its 4624 writes it: '0x5a1c3e'. */
  readonly logonId: string;
  /** The client's port. */
  readonly port: number;
  readonly steps: readonly SmbStep[];
}

export interface SmbSession extends SmbSteps {
  readonly administrator: boolean;
  /** Milliseconds from the logon; null: the log ends before the session does. */
  readonly logoffAfter: number | null;
}

/** Where a share lies on its server; IPC$ lies nowhere. */
const SHARE_PATHS: Readonly<Record<string, string>> = {
  C$: '\\??\\C:\\',
  ADMIN$: '\\??\\C:\\Windows',
  Projects: '\\??\\D:\\Shares\\Projects',
  DOC$: '\\??\\D:\\Doc',
  IPCAMERAS: '\\??\\D:\\Cameras',
  SYSVOL: '\\??\\C:\\Windows\\SYSVOL\\sysvol',
};

/** The rights that a mask holds, as Windows lists them. */
const ACCESS_LISTS: Readonly<Record<string, readonly string[]>> = {
  '0x1': ['%%4416'],
  '0x2': ['%%4417'],
  '0x80': ['%%4423'],
  '0x120089': ['%%1538', '%%1541', '%%4416', '%%4419', '%%4423'],
  '0x12019f': ['%%1538', '%%1541', '%%4416', '%%4417', '%%4418', '%%4419', '%%4420', '%%4423', '%%4424'],
  '0x17019f': ['%%1537', '%%1538', '%%1539', '%%1541', '%%4416', '%%4417', '%%4418', '%%4419', '%%4420', '%%4423', '%%4424'],
};

/** Logs all that a session over SMB leaves behind: on the domain controller, the client and the server. */
export function logSmbSession(log: SampleLog, session: SmbSession): void {
  const { at, client, server, account, logonId, port } = session;
  const connection = { client, port, process: kernel(client), application: 'System', to: { ip: server.ip, port: '445' } };
  logOutgoing(log, at, connection);
  logIncoming(log, at, server, kernel(server), connection);
  logTicket(log, at, account, client, server, port + 1);
  if (session.administrator) logPrivileges(log, at + 2, server, account, logonId);
  logLogon(log, at + 2, { server, account, logonId, from: client.ip, port, type: 'network' });
  logSmbSteps(log, session);
  if (session.logoffAfter !== null) logLogoff(log, at + session.logoffAfter, { server, account, logonId, type: 'network' });
}

export function logSmbSteps(log: SampleLog, session: SmbSteps): void {
  for (const step of session.steps) logStep(log, session, step);
}

function logStep(log: SampleLog, session: SmbSteps, step: SmbStep): void {
  const at = session.at + step.after;
  const { server, client, account } = session;
  if (step.kind === 'created') {
    logFileCreate(log, at, server, { ...kernel(server), image: step.by }, step.path);
    return;
  }
  const common = {
    ...subject(account, step.logonId ?? session.logonId),
    ObjectType: 'File',
    IpAddress: client.ip,
    IpPort: String(session.port),
    ShareName: `\\\\*\\${step.share}`,
    ShareLocalPath: SHARE_PATHS[step.share],
  };
  if (step.kind === 'connect') {
    log.add('shareConnect', server, at, { ...common, ...access('0x1'), Message: 'A network share was accessed.' });
  } else {
    const asked = { RelativeTargetName: step.path, AccessReason: '-', Message: 'Access to a network share object was checked.' };
    log.add('shareAccess', server, at, { ...common, ...access(step.mask), ...asked });
  }
}

function access(mask: string): { AccessMask: string; AccessList: string } {
  return { AccessMask: mask, AccessList: (ACCESS_LISTS[mask] ?? []).map((right) => `${right}\r\n\t\t\t\t`).join('') };
}
