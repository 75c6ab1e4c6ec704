import { subject } from './account-events';
import { COLLECTOR, DC01, DNS_DOMAIN, DOMAIN, NADIA, OWEN, SYSTEM, WS11, WS12, type Host } from './company';
import { logOutgoing } from './connection-events';
import { logImageLoad, logProcess, serviceHost } from './processes';
import type { Random } from './random';
import type { SampleLog } from './sample-log';

const SYSTEM32 = 'C:\\Windows\\System32\\';
const SVCHOST = `${SYSTEM32}svchost.exe`;
const SERVICES_EXE = `${SYSTEM32}services.exe`;

const PROGRAMS = [
  { image: SVCHOST, command: 'svchost.exe -k netsvcs -p -s Schedule', parent: SERVICES_EXE },
  { image: `${SYSTEM32}taskhostw.exe`, command: 'taskhostw.exe', parent: SVCHOST },
  { image: `${SYSTEM32}backgroundTaskHost.exe`, command: 'backgroundTaskHost.exe -ServerName:App', parent: SVCHOST },
  { image: `${SYSTEM32}wbem\\WmiPrvSE.exe`, command: 'wmiprvse.exe -secured -Embedding', parent: SVCHOST },
  { image: `${SYSTEM32}conhost.exe`, command: 'conhost.exe 0xffffffff -ForceV1', parent: `${SYSTEM32}cmd.exe` },
  { image: 'C:\\Program Files\\Sentry\\sentry.exe', command: 'sentry.exe --scan quick', parent: SERVICES_EXE },
];
const LIBRARIES = ['ntmarta.dll', 'samlib.dll', 'crypt32.dll', 'taskschd.dll', 'wbemcomn.dll'];
const SERVICES = [
  'Windows Update',
  'Background Intelligent Transfer Service',
  'Volume Shadow Copy',
  'Software Protection',
  'Print Spooler',
];
const DESTINATIONS = [
  { ip: DC01.ip, port: '389', name: DC01.fqdn },
  { ip: '10.44.10.9', port: '443', name: COLLECTOR },
  { ip: '203.0.113.20', port: '443', name: `updates.${DNS_DOMAIN}` },
];

export function logProgram(log: SampleLog, random: Random, at: number, host: Host): void {
  const started = { ...random.pick(PROGRAMS), account: localSystem(host), logonId: '0x3e7', endsAfter: random.integer(900, 180_000) };
  const process = logProcess(log, at, host, started);
  for (let i = random.integer(2, 4); i > 0; i--) logImageLoad(log, at + 5 * i, host, process, random.pick(LIBRARIES));
}

export function logOutbound(log: SampleLog, random: Random, at: number, host: Host): void {
  const process = serviceHost(host);
  const to = random.pick(DESTINATIONS);
  if (random.next() < 0.35) {
    log.add('dnsQuery', host, at - 20, {
      QueryName: to.name,
      QueryStatus: '0',
      QueryResults: `::ffff:${to.ip};`,
      Image: process.image,
      ProcessId: String(process.pid),
      ProcessGuid: process.guid,
    });
  }
  const application = '\\device\\harddiskvolume2\\windows\\system32\\svchost.exe';
  logOutgoing(log, at, { client: host, port: random.integer(49_700, 50_300), process, application, to });
}

export function logRegistryAudit(log: SampleLog, random: Random, at: number, host: Host): void {
  const handle = {
    ...subject(localSystem(host), '0x3e7'),
    ObjectServer: 'Security',
    HandleId: `0x${random.hex(3)}`,
    ProcessId: '0x414',
    ProcessName: SVCHOST,
  };
  log.add('objectAccess', host, at, {
    ...handle,
    ObjectType: 'Key',
    ObjectName: '\\REGISTRY\\MACHINE\\SYSTEM\\ControlSet001\\Control\\Lsa',
    AccessList: '%%4432\r\n\t\t\t\t',
    AccessMask: '0x1',
    ResourceAttributes: '-',
    Message: 'An object was accessed.',
  });
  log.add('handleClosed', host, at + 2, { ...handle, Message: 'A handle was closed.' });
}

export function logServiceState(log: SampleLog, random: Random, at: number, host: Host): void {
  const name = random.pick(SERVICES);
  const state = random.pick(['running', 'stopped']);
  log.add('serviceState', host, at, { param1: name, param2: state, ExecutionProcessID: 640, Message: `${name} is ${state}.` });
}

export function logPowerShell(log: SampleLog, random: Random, at: number, host: Host): void {
  const command = random.pick(['Get-Volume', 'Get-ScheduledTask', 'Get-CimInstance', 'Test-Connection']);
  const context = ['Severity = Informational', 'Host Name = ConsoleHost', `Command Name = ${command}`, `User = ${DOMAIN}\\SYSTEM`];
  log.add('pipeline', host, at, {
    Payload: `CommandInvocation(${command}): "${command}"\r\n`,
    ContextInfo: context.map((line) => `        ${line}\r\n`).join(''),
    ExecutionProcessID: 5212,
    Opcode: 'To be used when operation is just executing a method',
    OpcodeValue: 20,
  });
  if (random.next() < 0.6) return;
  log.add('scriptBlock', host, at + 3, {
    ScriptBlockText: `${command} | Out-Null`,
    ScriptBlockId: `${random.hex(8)}-0000-4000-8000-000000000000`,
    MessageNumber: '1',
    MessageTotal: '1',
    ExecutionProcessID: 5212,
  });
}

export function logMistypedPassword(log: SampleLog, random: Random, at: number): void {
  const { account, host } = random.pick([
    { account: NADIA, host: WS11 },
    { account: OWEN, host: WS12 },
  ]);
  log.add('failedLogon', host, at, {
    ...subject(localSystem(host), '0x3e7'),
    TargetUserSid: 'S-1-0-0',
    TargetUserName: account.name,
    TargetDomainName: DOMAIN,
    LogonType: '2',
    LogonProcessName: 'User32',
    AuthenticationPackageName: 'Negotiate',
    WorkstationName: host.name,
    IpAddress: '127.0.0.1',
    IpPort: '0',
    Status: '0xc000006d',
    SubStatus: '0xc000006a',
    FailureReason: '%%2313',
    LmPackageName: '-',
    TransmittedServices: '-',
    KeyLength: '0',
    ProcessId: '0x2f0',
    ProcessName: SVCHOST,
    Message: 'An account failed to log on.',
  });
}

function localSystem(host: Host) {
  return { name: `${host.name}$`, sid: SYSTEM.sid };
}
