import { subject } from './account-events';
import { DOMAIN, type Account, type Host } from './company';
import { Random } from './random';
import type { SampleLog } from './sample-log';

export interface ProcessStart {
  readonly image: string;
  readonly command: string;
  readonly parent: string;
  readonly account: Account;
  readonly logonId: string;
  /** Milliseconds from its start. */
  readonly endsAfter: number;
}

export interface RunningProcess {
  readonly image: string;
  readonly pid: number;
  readonly guid: string;
}

/** The kernel, in which the SMB server and client live. */
export function kernel(host: Host): RunningProcess {
  return { image: 'System', pid: 4, guid: `{${host.guid}-0c11-69ae-0100-000000000700}` };
}

/** The host's process of many services. */
export function serviceHost(host: Host): RunningProcess {
  return { image: 'C:\\Windows\\System32\\svchost.exe', pid: 1044, guid: `{${host.guid}-0c1d-69ae-1600-000000000700}` };
}

/** Logs a process from start to end, as the security log and Sysmon each see it. */
export function logProcess(log: SampleLog, at: number, host: Host, start: ProcessStart): RunningProcess {
  const process = { image: start.image, pid: 4 * (700 + ((log.size * 37) % 2400)), guid: processGuid(host, at, log.size) };
  const { image, pid, guid } = process;
  const who = subject(start.account, start.logonId);
  const parentPid = 4 * (200 + (start.parent.length % 40));
  const service = start.account.sid === 'S-1-5-18';
  log.add('processStart', host, at, {
    ...who,
    NewProcessId: hex(pid),
    NewProcessName: image,
    CommandLine: start.command,
    ProcessId: hex(parentPid),
    ParentProcessName: start.parent,
    TokenElevationType: '%%1936',
    MandatoryLabel: service ? 'S-1-16-16384' : 'S-1-16-12288',
    TargetUserSid: 'S-1-0-0',
    TargetUserName: '-',
    TargetDomainName: '-',
    TargetLogonId: '0x0',
    Message: 'A process was created.',
  });
  log.add('sysmonProcess', host, at + 1, {
    Image: image,
    CommandLine: start.command,
    ProcessId: String(pid),
    ProcessGuid: guid,
    ParentImage: start.parent,
    ParentCommandLine: start.parent,
    ParentProcessId: String(parentPid),
    ParentProcessGuid: `{${host.guid}-0c15-69ae-0b00-000000000700}`,
    CurrentDirectory: 'C:\\Windows\\system32\\',
    User: service ? 'NT AUTHORITY\\SYSTEM' : `${DOMAIN}\\${start.account.name}`,
    LogonId: start.logonId,
    IntegrityLevel: service ? 'System' : 'High',
    TerminalSessionId: service ? '0' : '1',
    OriginalFileName: image.slice(image.lastIndexOf('\\') + 1),
    Hashes: fileHash(image),
    FileVersion: '-',
    Product: '-',
    Company: '-',
    Description: '-',
  });
  const end = at + start.endsAfter;
  log.add('sysmonProcessEnd', host, end, { Image: image, ProcessId: String(pid), ProcessGuid: guid });
  log.add('processEnd', host, end + 1, {
    ...who,
    ProcessId: hex(pid),
    ProcessName: image,
    Status: '0x0',
    Message: 'A process has exited.',
  });
  return process;
}

export function logImageLoad(log: SampleLog, at: number, host: Host, process: RunningProcess, library: string): void {
  log.add('imageLoad', host, at, {
    ImageLoaded: `C:\\Windows\\System32\\${library}`,
    OriginalFileName: library,
    Image: process.image,
    ProcessId: String(process.pid),
    ProcessGuid: process.guid,
    Signed: 'true',
    Signature: 'Microsoft Windows',
    SignatureStatus: 'Valid',
    Hashes: fileHash(library),
    FileVersion: '10.0.19041.1',
    Product: 'Windows',
    Company: 'Microsoft Corporation',
    Description: library,
  });
}

export function logFileCreate(log: SampleLog, at: number, host: Host, process: RunningProcess, path: string): void {
  log.add('fileCreate', host, at, {
    Image: process.image,
    ProcessGuid: process.guid,
    ProcessId: String(process.pid),
    TargetFilename: path,
    CreationUtcTime: new Date(at).toISOString().replace('T', ' ').slice(0, 23),
  });
}

/** Sysmon's form: machine, low and high half of the start time in seconds, a counter. */
function processGuid(host: Host, at: number, counter: number): string {
  const seconds = Math.floor(at / 1000);
  const part = (value: number) => (value & 0xffff).toString(16).padStart(4, '0');
  return `{${host.guid}-${part(seconds)}-${part(seconds >>> 16)}-${part(counter)}-000000000700}`;
}

/** The same file has the same hash everywhere; no such file exists. */
function fileHash(path: string): string {
  let seed = 7;
  for (const char of path.toLowerCase()) seed = (Math.imul(seed, 31) + char.charCodeAt(0)) | 0;
  return `MD5=${new Random(seed).hex(32).toUpperCase()}`;
}

function hex(value: number): string {
  return `0x${value.toString(16)}`;
}
