import type { Host } from './company';
import { logFileCreate, serviceHost } from './processes';
import type { Random } from './random';
import type { SampleLog } from './sample-log';

const SYSTEM32 = 'C:\\Windows\\System32\\';

const REGISTRY_KEYS = [
  'HKLM\\System\\CurrentControlSet\\Services\\W32Time\\Config',
  'HKLM\\System\\CurrentControlSet\\Services\\bam\\State\\UserSettings',
  'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WINEVT\\Channels',
  'HKLM\\SOFTWARE\\Microsoft\\SystemCertificates\\AuthRoot',
  'HKLM\\System\\CurrentControlSet\\Services\\Tcpip\\Parameters',
  'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Schedule\\TaskCache',
];

export function logRegistry(log: SampleLog, random: Random, at: number, host: Host): void {
  const key = random.pick(REGISTRY_KEYS);
  const own = { ...processFields(host), EventTypeOrignal: 'INFO' };
  if (random.next() < 0.6) log.add('registryObject', host, at, { ...own, TargetObject: key });
  else log.add('registryValue', host, at, { ...own, TargetObject: `${key}\\LastRun`, Details: `DWORD (0x000000${random.hex(2)})` });
}

export function logProcessAccess(log: SampleLog, at: number, host: Host): void {
  const process = serviceHost(host);
  log.add('processAccess', host, at, {
    SourceImage: process.image,
    SourceProcessId: String(process.pid),
    SourceProcessGUID: process.guid,
    SourceThreadId: '1460',
    TargetImage: `${SYSTEM32}taskhostw.exe`,
    TargetProcessId: '3172',
    TargetProcessGUID: `{${host.guid}-0c2a-69ae-2b00-000000000700}`,
    GrantedAccess: '0x1000',
    CallTrace: `${SYSTEM32}ntdll.dll+9c534|${SYSTEM32}KERNELBASE.dll+2730e|${SYSTEM32}lsm.dll+e959`,
  });
}

export function logLocalFile(log: SampleLog, random: Random, at: number, host: Host): void {
  logFileCreate(log, at, host, serviceHost(host), `C:\\Windows\\ServiceState\\EventLog\\Data\\lastalive${random.integer(0, 1)}.dat`);
}

export function logDeletedFile(log: SampleLog, random: Random, at: number, host: Host): void {
  const path = `C:\\Windows\\Temp\\~${random.hex(6)}.tmp`;
  logFileCreate(log, at, host, serviceHost(host), path);
  log.add('fileDelete', host, at + random.integer(200, 9000), {
    ...processFields(host),
    TargetFilename: path,
    User: 'NT AUTHORITY\\SYSTEM',
    IsExecutable: 'false',
    Archived: 'true',
    Hashes: 'MD5=00000000000000000000000000000000',
  });
}

function processFields(host: Host) {
  const { image, pid, guid } = serviceHost(host);
  return { Image: image, ProcessId: String(pid), ProcessGuid: guid };
}
