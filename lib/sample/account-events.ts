import { DC01, DNS_DOMAIN, DOMAIN, type Account, type Host } from './company';
import type { SampleLog } from './sample-log';

const ADMIN_PRIVILEGES = [
  'SeSecurityPrivilege',
  'SeBackupPrivilege',
  'SeRestorePrivilege',
  'SeTakeOwnershipPrivilege',
  'SeDebugPrivilege',
  'SeLoadDriverPrivilege',
  'SeImpersonatePrivilege',
].join('\r\n\t\t\t');

const NO_GUID = '{00000000-0000-0000-0000-000000000000}';

export interface Logon {
  readonly server: Host;
  readonly account: Account;
  readonly logonId: string;
  readonly from: string;
  readonly port: number;
  readonly type: 'network' | 'interactive';
}

const TYPES = {
  network: { LogonType: '3', LogonProcessName: 'Kerberos', AuthenticationPackageName: 'Kerberos' },
  interactive: { LogonType: '2', LogonProcessName: 'User32', AuthenticationPackageName: 'Negotiate' },
} as const;

/** Who acts: the fields of an event's subject. An account without a name stands for an export that lost it. */
export function subject({ name, sid }: Account, logonId: string) {
  return { SubjectUserSid: sid, SubjectUserName: name === '' ? undefined : name, SubjectDomainName: DOMAIN, SubjectLogonId: logonId };
}

export function logLogon(log: SampleLog, at: number, { server, account, logonId, from, port, type }: Logon): void {
  log.add('logon', server, at, {
    ...TYPES[type],
    SubjectUserSid: 'S-1-0-0',
    SubjectUserName: '-',
    SubjectDomainName: '-',
    SubjectLogonId: '0x0',
    TargetUserSid: account.sid,
    TargetUserName: account.name,
    TargetDomainName: DOMAIN,
    TargetLogonId: logonId,
    WorkstationName: '-',
    LogonGuid: NO_GUID,
    TransmittedServices: '-',
    LmPackageName: '-',
    KeyLength: '0',
    ProcessId: '0x0',
    ProcessName: '-',
    IpAddress: from,
    IpPort: String(port),
    ImpersonationLevel: '%%1833',
    RestrictedAdminMode: '-',
    TargetOutboundUserName: '-',
    TargetOutboundDomainName: '-',
    VirtualAccount: '%%1843',
    TargetLinkedLogonId: '0x0',
    ElevatedToken: '%%1842',
    ExecutionProcessID: server.lsassPid,
    Message: 'An account was logged on.',
  });
}

export function logLogoff(log: SampleLog, at: number, { server, account, logonId, type }: Omit<Logon, 'from' | 'port'>): void {
  log.add('logoff', server, at, {
    TargetUserSid: account.sid,
    TargetUserName: account.name,
    TargetDomainName: DOMAIN,
    TargetLogonId: logonId,
    LogonType: TYPES[type].LogonType,
    ExecutionProcessID: server.lsassPid,
    Message: 'An account was logged off.',
  });
}

/** Comes before the 4624 of the same logon, as on real hosts. */
export function logPrivileges(log: SampleLog, at: number, host: Host, account: Account, logonId: string): void {
  log.add('privileges', host, at, {
    ...subject(account, logonId),
    PrivilegeList: ADMIN_PRIVILEGES,
    ExecutionProcessID: host.lsassPid,
    Message: 'Special privileges were assigned to a new logon.',
  });
}

export function logTicket(log: SampleLog, at: number, account: Account, from: Host, to: Host, port: number): void {
  log.add('ticket', DC01, at, {
    TargetUserName: `${account.name}@${DNS_DOMAIN.toUpperCase()}`,
    TargetDomainName: DNS_DOMAIN.toUpperCase(),
    ServiceName: `${to.name}$`,
    ServiceSid: to.machineSid,
    IpAddress: `::ffff:${from.ip}`,
    IpPort: String(port),
    LogonGuid: NO_GUID,
    TicketOptions: '0x40810000',
    TicketEncryptionType: '0x12',
    Status: '0x0',
    TransmittedServices: '-',
    ExecutionProcessID: DC01.lsassPid,
    Message: 'A service ticket was requested.',
  });
}
