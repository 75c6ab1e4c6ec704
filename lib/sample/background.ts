import { COLLECTOR, DC01, DNS_DOMAIN, HOSTS, NADIA, OWEN, SYSTEM, WS11, WS12, type Host } from './company';
import { logImageLoad, logProcess } from './processes';
import type { Random } from './random';
import type { SampleLog } from './sample-log';
import { logFileCreate, subject } from './smb-session';

/*
 * What Windows hosts log all day. None of it touches a share, and no file is created by the System process.
 */

const START = Date.parse('2026-03-09T20:00:00Z');
const HOURS = 64;
const SYSTEM32 = 'C:\\Windows\\System32\\';
const SVCHOST = `${SYSTEM32}svchost.exe`;
const PROGRAMS = [
  [SVCHOST, 'svchost.exe -k netsvcs -p -s Schedule', `${SYSTEM32}services.exe`],
  [`${SYSTEM32}taskhostw.exe`, 'taskhostw.exe', SVCHOST],
  [`${SYSTEM32}backgroundTaskHost.exe`, 'backgroundTaskHost.exe -ServerName:App', SVCHOST],
  [`${SYSTEM32}wbem\\WmiPrvSE.exe`, 'wmiprvse.exe -secured -Embedding', SVCHOST],
  [`${SYSTEM32}conhost.exe`, 'conhost.exe 0xffffffff -ForceV1', `${SYSTEM32}cmd.exe`],
  ['C:\\Program Files\\Sentry\\sentry.exe', 'sentry.exe --scan quick', `${SYSTEM32}services.exe`],
];
const LIBRARIES = ['ntmarta.dll', 'samlib.dll', 'crypt32.dll', 'taskschd.dll', 'wbemcomn.dll'];
const REGISTRY_KEYS = [
  'HKLM\\System\\CurrentControlSet\\Services\\W32Time\\Config', 'HKLM\\System\\CurrentControlSet\\Services\\bam\\State\\UserSettings', 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WINEVT\\Channels',
  'HKLM\\SOFTWARE\\Microsoft\\SystemCertificates\\AuthRoot', 'HKLM\\System\\CurrentControlSet\\Services\\Tcpip\\Parameters', 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Schedule\\TaskCache',
];
const SERVICES = ['Windows Update', 'Background Intelligent Transfer Service', 'Volume Shadow Copy', 'Software Protection', 'Print Spooler'];

export function logBackground(log: SampleLog, random: Random): void {
  for (let hour = 0; hour < HOURS; hour++) {
    const utc = (20 + hour) % 24;
    const busy = utc >= 6 && utc < 17 ? 2 : utc >= 17 && utc < 20 ? 1 : 0.55;
    const many = (perHour: number, one: (at: number, host: Host) => void) => {
      const count = Math.floor(perHour * busy + random.next());
      for (let i = 0; i < count; i++) one(START + hour * 3_600_000 + random.integer(0, 3_599_999), random.pick(HOSTS));
    };
    // Real hosts write such events in bursts; each entry's number is bursts an hour.
    const burst = (length: number, one: (at: number) => void, at: number) => {
      for (let i = 0; i < length; i++) one(at + 6 * i);
    };
    many(1.7, (at, host) => burst(random.integer(10, 16), (when) => logRegistry(log, random, when, host), at));
    many(0.7, (at, host) => burst(random.integer(5, 9), (when) => logProcessAccess(log, when, host), at));
    many(0.9, (at, host) => logProgram(log, random, at, host));
    many(0.8, (at, host) => burst(random.integer(2, 4), (when) => logOutbound(log, random, when, host), at));
    many(0.5, (at, host) => burst(random.integer(2, 6), (when) => logLocalFile(log, random, when, host), at));
    many(0.3, (at, host) => burst(random.integer(2, 4), (when) => logRegistryAudit(log, random, when, host), at));
    many(0.3, (at, host) => burst(random.integer(2, 4), (when) => logServiceState(log, random, when, host), at));
    many(0.3, (at, host) => burst(random.integer(1, 4), (when) => logPowerShell(log, random, when, host), at));
    many(0.15, (at) => logMistypedPassword(log, random, at));
  }
}

function systemProcess(host: Host): { image: string; pid: number; guid: string } {
  return { image: SVCHOST, pid: 1044, guid: `{${host.guid}-0c1d-69ae-1600-000000000700}` };
}

function logRegistry(log: SampleLog, random: Random, at: number, host: Host): void {
  const process = systemProcess(host);
  const own = { TargetObject: random.pick(REGISTRY_KEYS), Image: process.image, ProcessId: String(process.pid), ProcessGuid: process.guid, EventTypeOrignal: 'INFO' };
  if (random.next() < 0.6) log.add('registryObject', host, at, own);
  else log.add('registryValue', host, at, { ...own, TargetObject: `${own.TargetObject}\\LastRun`, Details: `DWORD (0x000000${random.hex(2)})` });
}

function logProcessAccess(log: SampleLog, at: number, host: Host): void {
  const process = systemProcess(host);
  log.add('processAccess', host, at, {
    SourceImage: process.image, SourceProcessId: String(process.pid), SourceProcessGUID: process.guid, SourceThreadId: '1460', TargetImage: `${SYSTEM32}taskhostw.exe`, TargetProcessId: '3172',
    TargetProcessGUID: `{${host.guid}-0c2a-69ae-2b00-000000000700}`, GrantedAccess: '0x1000', CallTrace: `${SYSTEM32}ntdll.dll+9c534|${SYSTEM32}KERNELBASE.dll+2730e|${SYSTEM32}lsm.dll+e959`,
  });
}

function logProgram(log: SampleLog, random: Random, at: number, host: Host): void {
  const [image, command, parent] = random.pick(PROGRAMS);
  const process = logProcess(log, at, host, { image, command, parent, account: { name: `${host.name}$`, sid: SYSTEM.sid }, logonId: '0x3e7', endsAfter: random.integer(900, 180_000) });
  for (let i = random.integer(2, 4); i > 0; i--) logImageLoad(log, at + 5 * i, host, process, random.pick(LIBRARIES));
}

function logOutbound(log: SampleLog, random: Random, at: number, host: Host): void {
  const process = systemProcess(host);
  const port = random.integer(49_700, 50_300);
  const [target, targetPort, name] = random.pick([
    ['10.44.10.5', '389', DC01.fqdn],
    ['10.44.10.9', '443', COLLECTOR],
    ['203.0.113.20', '443', `updates.${DNS_DOMAIN}`],
  ]);
  const filtered = { Application: '\\device\\harddiskvolume2\\windows\\system32\\svchost.exe', ProcessId: String(process.pid), Protocol: '6', SourcePort: String(port) };
  if (random.next() < 0.35) log.add('dnsQuery', host, at - 20, { QueryName: name, QueryStatus: '0', QueryResults: `::ffff:${target};`, Image: process.image, ProcessId: String(process.pid), ProcessGuid: process.guid });
  log.add('bind', host, at, { ...filtered, SourceAddress: '0.0.0.0', FilterRTID: '0', LayerRTID: '36', LayerName: '%%14608', Message: 'A bind to a local port was permitted.' });
  log.add('connection', host, at + 1, { ...filtered, SourceAddress: host.ip, DestAddress: target, DestPort: targetPort, Direction: '%%14593', FilterRTID: '79456', LayerRTID: '48', LayerName: '%%14611', RemoteUserID: 'S-1-0-0', RemoteMachineID: 'S-1-0-0', Message: 'A connection was permitted.' });
  log.add('sysmonConnection', host, at + 650, {
    Image: process.image, ProcessId: String(process.pid), ProcessGuid: process.guid, User: 'NT AUTHORITY\\SYSTEM', Protocol: 'tcp', Initiated: 'true', SourceIsIpv6: 'false', SourceIp: host.ip, SourceHostname: '-', SourcePort: String(port),
    SourcePortName: '-', DestinationIsIpv6: 'false', DestinationIp: target, DestinationHostname: '-', DestinationPort: targetPort, DestinationPortName: '-',
  });
}

function logLocalFile(log: SampleLog, random: Random, at: number, host: Host): void {
  const process = systemProcess(host);
  const path = random.pick(['C:\\Windows\\ServiceState\\EventLog\\Data\\lastalive0.dat', 'C:\\Windows\\ServiceState\\EventLog\\Data\\lastalive1.dat', `C:\\Windows\\Temp\\~${random.hex(6)}.tmp`]);
  logFileCreate(log, at, host, path, { image: process.image, guid: process.guid, pid: String(process.pid) });
  if (path.endsWith('.tmp')) log.add('fileDelete', host, at + random.integer(200, 9000), { TargetFilename: path, Image: process.image, ProcessId: String(process.pid), ProcessGuid: process.guid, User: 'NT AUTHORITY\\SYSTEM', IsExecutable: 'false', Archived: 'true', Hashes: 'MD5=00000000000000000000000000000000' });
}

function logRegistryAudit(log: SampleLog, random: Random, at: number, host: Host): void {
  const handle = { ...subject({ name: `${host.name}$`, sid: SYSTEM.sid }, '0x3e7'), ObjectServer: 'Security', HandleId: `0x${random.hex(3)}`, ProcessId: '0x414', ProcessName: SVCHOST };
  log.add('objectAccess', host, at, { ...handle, ObjectType: 'Key', ObjectName: '\\REGISTRY\\MACHINE\\SYSTEM\\ControlSet001\\Control\\Lsa', AccessList: '%%4432\r\n\t\t\t\t', AccessMask: '0x1', ResourceAttributes: '-', Message: 'An object was accessed.' });
  log.add('handleClosed', host, at + 2, { ...handle, Message: 'A handle was closed.' });
}

function logServiceState(log: SampleLog, random: Random, at: number, host: Host): void {
  const name = random.pick(SERVICES);
  const state = random.pick(['running', 'stopped']);
  log.add('serviceState', host, at, { param1: name, param2: state, ExecutionProcessID: 640, Message: `${name} is ${state}.` });
}

function logPowerShell(log: SampleLog, random: Random, at: number, host: Host): void {
  const command = random.pick(['Get-Volume', 'Get-ScheduledTask', 'Get-CimInstance', 'Test-Connection']);
  log.add('pipeline', host, at, { Payload: `CommandInvocation(${command}): "${command}"\r\n`, ContextInfo: `        Severity = Informational\r\n        Host Name = ConsoleHost\r\n        Command Name = ${command}\r\n        User = BRIGHTWATER\\SYSTEM\r\n`, ExecutionProcessID: 5212, Opcode: 'To be used when operation is just executing a method', OpcodeValue: 20 });
  if (random.next() < 0.4) log.add('scriptBlock', host, at + 3, { ScriptBlockText: `${command} | Out-Null`, ScriptBlockId: `${random.hex(8)}-0000-4000-8000-000000000000`, MessageNumber: '1', MessageTotal: '1', ExecutionProcessID: 5212 });
}

function logMistypedPassword(log: SampleLog, random: Random, at: number): void {
  const [account, host] = random.pick([[NADIA, WS11], [OWEN, WS12]] as const);
  log.add('failedLogon', host, at, {
    ...subject({ name: `${host.name}$`, sid: SYSTEM.sid }, '0x3e7'), TargetUserSid: 'S-1-0-0', TargetUserName: account.name, TargetDomainName: 'BRIGHTWATER', LogonType: '2', LogonProcessName: 'User32', AuthenticationPackageName: 'Negotiate',
    WorkstationName: host.name, IpAddress: '127.0.0.1', IpPort: '0', Status: '0xc000006d', SubStatus: '0xc000006a', FailureReason: '%%2313', LmPackageName: '-', TransmittedServices: '-', KeyLength: '0', ProcessId: '0x2f0', ProcessName: SVCHOST, Message: 'An account failed to log on.',
  });
}
