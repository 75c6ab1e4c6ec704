import { DNS_DOMAIN, DOMAIN, DC01, type Account, type Host } from './company';
import type { SampleLog } from './sample-log';

/** What a client does in a session, `after` milliseconds from its start. `logonId` is the session's own ID written another way. */
export type SmbStep =
  | { readonly kind: 'connect'; readonly after: number; readonly share: string; readonly logonId?: string }
  | { readonly kind: 'open'; readonly after: number; readonly share: string; readonly path: string; readonly mask: string; readonly logonId?: string }
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

export const ADMIN_PRIVILEGES = ['SeSecurityPrivilege', 'SeBackupPrivilege', 'SeRestorePrivilege', 'SeTakeOwnershipPrivilege', 'SeDebugPrivilege', 'SeLoadDriverPrivilege', 'SeImpersonatePrivilege'].join('\r\n\t\t\t');

/** Where a share lies on its server. */
const SHARE_PATHS: Readonly<Record<string, string>> = { 'C$': '\\??\\C:\\', 'ADMIN$': '\\??\\C:\\Windows', Projects: '\\??\\D:\\Shares\\Projects', 'DOC$': '\\??\\D:\\Doc', IPCAMERAS: '\\??\\D:\\Cameras', SYSVOL: '\\??\\C:\\Windows\\SYSVOL\\sysvol' };

const ACCESS_LISTS: Readonly<Record<string, string>> = {
  '0x1': '%%4416', '0x2': '%%4417', '0x80': '%%4423', '0x120089': '%%1538 %%1541 %%4416 %%4419 %%4423', '0x12019f': '%%1538 %%1541 %%4416 %%4417 %%4418 %%4419 %%4420 %%4423 %%4424',
  '0x17019f': '%%1537 %%1538 %%1539 %%1541 %%4416 %%4417 %%4418 %%4419 %%4420 %%4423 %%4424',
};

/** Logs all that a session over SMB leaves behind: on the domain controller, the client and the server. */
export function logSmbSession(log: SampleLog, session: SmbSession): void {
  const { at, client, server, account, logonId, port } = session;
  logSmbConnection(log, at, client, server, port);
  log.add('ticket', DC01, at, {
    TargetUserName: `${account.name}@${DNS_DOMAIN.toUpperCase()}`, TargetDomainName: DNS_DOMAIN.toUpperCase(), ServiceName: `${server.name}$`, ServiceSid: server.machineSid,
    IpAddress: `::ffff:${client.ip}`, IpPort: String(port + 1), LogonGuid: '{00000000-0000-0000-0000-000000000000}', TicketOptions: '0x40810000', TicketEncryptionType: '0x12',
    Status: '0x0', TransmittedServices: '-', ExecutionProcessID: DC01.lsassPid, Message: 'A service ticket was requested.',
  });
  if (session.administrator) logPrivileges(log, at + 2, server, account, logonId);
  logLogon(log, at + 2, { server, account, logonId, from: client.ip, port });
  logSmbSteps(log, session);
  if (session.logoffAfter !== null) logLogoff(log, at + session.logoffAfter, server, account, logonId);
}

/** The TCP connection as both ends' firewalls and Sysmons saw it. */
export function logSmbConnection(log: SampleLog, at: number, client: Host, server: Host, port: number): void {
  const filtered = { Application: 'System', ProcessId: '4', Protocol: '6', SourcePort: String(port) };
  log.add('bind', client, at - 2, { ...filtered, SourceAddress: '0.0.0.0', FilterRTID: '0', LayerRTID: '36', LayerName: '%%14608', Message: 'A bind to a local port was permitted.' });
  const flow = { ...filtered, SourceAddress: client.ip, DestAddress: server.ip, DestPort: '445', RemoteUserID: 'S-1-0-0', RemoteMachineID: 'S-1-0-0', Message: 'A connection was permitted.' };
  log.add('connection', client, at - 1, { ...flow, Direction: '%%14593', FilterRTID: '79456', LayerRTID: '48', LayerName: '%%14611' });
  log.add('connection', server, at, { ...flow, Direction: '%%14592', FilterRTID: '79935', LayerRTID: '44', LayerName: '%%14610' });
  for (const host of [client, server]) {
    log.add('sysmonConnection', host, at + 700, {
      ProcessGuid: `{${host.guid}-0c11-69ae-0100-000000000700}`, ProcessId: '4', Image: 'System', User: 'NT AUTHORITY\\SYSTEM', Protocol: 'tcp', Initiated: String(host === client),
      SourceIsIpv6: 'false', SourceIp: client.ip, SourceHostname: '-', SourcePort: String(port), SourcePortName: '-',
      DestinationIsIpv6: 'false', DestinationIp: server.ip, DestinationHostname: '-', DestinationPort: '445', DestinationPortName: '-',
    });
  }
}

export function logPrivileges(log: SampleLog, at: number, host: Host, account: Account, logonId: string): void {
  log.add('privileges', host, at, { ...subject(account, logonId), PrivilegeList: ADMIN_PRIVILEGES, ExecutionProcessID: host.lsassPid, Message: 'Special privileges were assigned to a new logon.' });
}

export function logLogon(log: SampleLog, at: number, logon: { server: Host; account: Account; logonId: string; from: string; port: number; type?: string }): void {
  const type = logon.type ?? '3';
  log.add('logon', logon.server, at, {
    SubjectUserSid: 'S-1-0-0', SubjectUserName: '-', SubjectDomainName: '-', SubjectLogonId: '0x0', TargetUserSid: logon.account.sid, TargetUserName: logon.account.name, TargetDomainName: DOMAIN,
    TargetLogonId: logon.logonId, LogonType: type, LogonProcessName: type === '3' ? 'Kerberos' : 'User32', AuthenticationPackageName: type === '3' ? 'Kerberos' : 'Negotiate', WorkstationName: '-', LogonGuid: '{00000000-0000-0000-0000-000000000000}',
    TransmittedServices: '-', LmPackageName: '-', KeyLength: '0', ProcessId: '0x0', ProcessName: '-', IpAddress: logon.from, IpPort: String(logon.port), ImpersonationLevel: '%%1833',
    RestrictedAdminMode: '-', TargetOutboundUserName: '-', TargetOutboundDomainName: '-', VirtualAccount: '%%1843', TargetLinkedLogonId: '0x0', ElevatedToken: '%%1842',
    ExecutionProcessID: logon.server.lsassPid, Message: 'An account was logged on.',
  });
}

export function logLogoff(log: SampleLog, at: number, host: Host, account: Account, logonId: string, type = '3'): void {
  log.add('logoff', host, at, { TargetUserSid: account.sid, TargetUserName: account.name, TargetDomainName: DOMAIN, TargetLogonId: logonId, LogonType: type, ExecutionProcessID: host.lsassPid, Message: 'An account was logged off.' });
}

export function logFileCreate(log: SampleLog, at: number, host: Host, path: string, by: { image: string; guid: string; pid: string }): void {
  log.add('fileCreate', host, at, { Image: by.image, ProcessGuid: by.guid, ProcessId: by.pid, TargetFilename: path, CreationUtcTime: new Date(at).toISOString().replace('T', ' ').slice(0, 23) });
}

/** Who acts: the fields of an event's subject. An account without a name stands for an export that lost it. */
export function subject(account: Account, logonId: string): { SubjectUserSid: string; SubjectUserName: string | undefined; SubjectDomainName: string; SubjectLogonId: string } {
  return { SubjectUserSid: account.sid, SubjectUserName: account.name === '' ? undefined : account.name, SubjectDomainName: DOMAIN, SubjectLogonId: logonId };
}

export function logSmbSteps(log: SampleLog, session: SmbSteps): void {
  for (const step of session.steps) logStep(log, session, step);
}

function logStep(log: SampleLog, session: SmbSteps, step: SmbStep): void {
  const at = session.at + step.after;
  const { server, client, account } = session;
  if (step.kind === 'created') {
    logFileCreate(log, at, server, step.path, { image: step.by, guid: `{${server.guid}-0c11-69ae-0100-000000000700}`, pid: '4' });
    return;
  }
  const access = (mask: string) => `${(ACCESS_LISTS[mask] ?? '%%4416').replaceAll(' ', '\r\n\t\t\t\t')}\r\n\t\t\t\t`;
  const common = { ...subject(account, step.logonId ?? session.logonId), ObjectType: 'File', IpAddress: client.ip, IpPort: String(session.port), ShareName: `\\\\*\\${step.share}`, ShareLocalPath: SHARE_PATHS[step.share] };
  if (step.kind === 'connect') log.add('shareConnect', server, at, { ...common, AccessMask: '0x1', AccessList: access('0x1'), Message: 'A network share was accessed.' });
  else log.add('shareAccess', server, at, { ...common, RelativeTargetName: step.path, AccessMask: step.mask, AccessList: access(step.mask), AccessReason: '-', Message: 'Access to a network share object was checked.' });
}
