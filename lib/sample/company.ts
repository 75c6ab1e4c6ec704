/** Brightwater Ceramics, a company that does not exist: a domain controller and four hosts. */
export interface Host {
  readonly name: string;
  readonly fqdn: string;
  readonly ip: string;
  /** How its agent writes the security channel: real exports hold both. */
  readonly securityChannel: 'Security' | 'security';
  readonly lsassPid: number;
  readonly sysmonPid: number;
  /** The first part of Sysmon's process GUIDs: the machine. */
  readonly guid: string;
  /** Milliseconds from an event to its arrival at the collector. */
  readonly lag: number;
  readonly machineSid: string;
}

export interface Account {
  readonly name: string;
  readonly sid: string;
}

export const DOMAIN = 'BRIGHTWATER';
export const DNS_DOMAIN = 'brightwater.example';
export const COLLECTOR = 'collector.brightwater.example';
const DOMAIN_SID = 'S-1-5-21-3182547790-2210986645-1407719562';

function host(
  name: string,
  ip: string,
  securityChannel: Host['securityChannel'],
  lsassPid: number,
  sysmonPid: number,
  guid: string,
  lag: number,
  rid: number,
): Host {
  return { name, fqdn: `${name}.${DNS_DOMAIN}`, ip, securityChannel, lsassPid, sysmonPid, guid, lag, machineSid: `${DOMAIN_SID}-${rid}` };
}

export const DC01 = host('DC01', '10.44.10.5', 'Security', 668, 2904, '5c1d0a31', 1900, 1000);
export const FS01 = host('FS01', '10.44.10.20', 'Security', 712, 3016, '7be2915f', 1700, 1108);
export const BK01 = host('BK01', '10.44.10.30', 'Security', 704, 2788, '90f4c6ad', 2100, 1109);
export const WS11 = host('WS11', '10.44.20.11', 'security', 756, 3320, 'a3370e88', 2300, 1121);
export const WS12 = host('WS12', '10.44.20.12', 'security', 764, 3284, 'c8d5b214', 2200, 1122);
export const HOSTS: readonly Host[] = [DC01, FS01, BK01, WS11, WS12];

export const NADIA: Account = { name: 'nadia.brandt', sid: `${DOMAIN_SID}-1131` };
export const OWEN: Account = { name: 'owen.castell', sid: `${DOMAIN_SID}-1132` };
export const MIRA: Account = { name: 'mira.koskinen', sid: `${DOMAIN_SID}-1133` };
/** The administrator whose credentials are stolen. */
export const ADMIN: Account = { name: 'adm.halvorsen', sid: `${DOMAIN_SID}-1141` };
export const BACKUP: Account = { name: 'svc-backup', sid: `${DOMAIN_SID}-1151` };
export const SYSTEM: Account = { name: 'SYSTEM', sid: 'S-1-5-18' };

/** The account that a machine uses on the network. */
export function machineAccount(of: Host): Account {
  return { name: `${of.name}$`, sid: of.machineSid };
}
