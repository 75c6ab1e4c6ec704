import { ADMIN, BACKUP, BK01, FS01, machineAccount, MIRA, NADIA, OWEN, SYSTEM, WS11, WS12, type Account, type Host } from './company';
import { logProcess } from './processes';
import type { SampleLog } from './sample-log';
import { logSmbSession, logSmbSteps, type SmbStep } from './smb-session';

/*
 * What the hunt "SMB Create Remote File" must find in the sample, and what only resembles it. What each entry must count for in
 * each analytic and reading is reasoned in sample-truth.test.ts, not computed here.
 */

const connect = (share: string, after: number, logonId?: string): SmbStep => ({ kind: 'connect', share, after, logonId });
const open = (share: string, path: string, mask: string, after: number, logonId?: string): SmbStep => ({ kind: 'open', share, path, mask, after, logonId });
const created = (path: string, after: number, by = 'System'): SmbStep => ({ kind: 'created', path, after, by });
/** A client asks the server for its shares over the pipe srvsvc: a mask with the write bit on IPC$. */
const listShares = (after: number): SmbStep[] => [connect('IPC$', after), open('IPC$', 'srvsvc', '0x12019f', after + 1)];

function time(text: string): number {
  return Date.parse(`2026-03-${text}Z`);
}

function session(log: SampleLog, at: string, client: Host, server: Host, account: Account, logonId: string, port: number, steps: SmbStep[], logoffAfter: number | null = 12_150): void {
  logSmbSession(log, { at: time(at), client, server, account, logonId, port, administrator: account === ADMIN || account === BACKUP, steps, logoffAfter });
}

/** The attack: from Nadia's WS11, with the stolen account of an administrator. */
export function logAttack(log: SampleLog): void {
  const shell = logProcess(log, time('11T12:51:08.120'), WS11, { image: 'C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe', command: 'powershell.exe -NoProfile', parent: 'C:\\Windows\\explorer.exe', account: ADMIN, logonId: '0x58f0a2', endsAfter: 6_120_000 });
  log.add('scriptBlock', WS11, time('11T12:58:02.400'), { ScriptBlockText: 'Copy-Item .\\glazesync.exe \\\\ws12\\c$\\ProgramData\\', ScriptBlockId: '4b1f6a52-88c0-4d0c-9a55-0e6a2b7c1d01', MessageNumber: '1', MessageTotal: '1', ExecutionProcessID: shell.pid });

  // The plain copy: all three readings see it.
  session(log, '11T12:58:03.000', WS11, WS12, ADMIN, '0x5a1c3e', 50412, [
    ...listShares(3), connect('C$', 5), open('C$', 'ProgramData', '0x80', 6),
    open('C$', 'ProgramData\\glazesync.exe', '0x2', 8), created('C:\\ProgramData\\glazesync.exe', 150),
  ]);
  logProcess(log, time('11T12:59:30.500'), WS12, { image: 'C:\\ProgramData\\glazesync.exe', command: 'C:\\ProgramData\\glazesync.exe -q', parent: 'C:\\Windows\\System32\\wbem\\WmiPrvSE.exe', account: ADMIN, logonId: '0x5a2077', endsAfter: 5_400_000 });

  // A wider mask, asked for twice, in a session that outlives the log: the published readings do not know the mask.
  session(log, '11T13:06:41.300', WS11, FS01, ADMIN, '0x7c22ab', 50437, [
    ...listShares(3), connect('C$', 4),
    open('C$', 'Windows\\Temp\\glazesync.dll', '0x17019f', 7), created('C:\\Windows\\Temp\\glazesync.dll', 140),
    open('C$', 'Windows\\Temp\\glazesync.dll', '0x17019f', 900),
  ], null);

  // A service binary in ADMIN$, named in another case by the client: '%C$' does not match, pandas compares the name as written.
  session(log, '11T13:17:20.700', WS12, FS01, ADMIN, '0x61b0d4', 51109, [
    ...listShares(3), connect('ADMIN$', 4),
    open('ADMIN$', 'GLZSVC.exe', '0x2', 8), created('C:\\Windows\\glzsvc.exe', 160),
  ], 44_000);
  logService(log, time('11T13:17:23.100'), FS01, 'GLZSVC', '0x61b0d4');

  // The logon ID in another hex case after the first event, and Sysmon's process in capitals.
  session(log, '11T13:29:55.200', WS12, BK01, ADMIN, '0x6d90ef', 51148, [
    ...listShares(3), connect('C$', 5, '0x6D90EF'),
    open('C$', 'ProgramData\\kiln.dat', '0x2', 9, '0x6D90EF'), created('C:\\ProgramData\\kiln.dat', 170, 'SYSTEM'),
  ]);
}

function logService(log: SampleLog, at: number, host: Host, name: string, logonId: string): void {
  const file = `%SystemRoot%\\${name}.exe`;
  log.add('serviceInstalledSecurity', host, at, { SubjectUserSid: ADMIN.sid, SubjectUserName: ADMIN.name, SubjectDomainName: 'BRIGHTWATER', SubjectLogonId: logonId, ServiceName: name, ServiceFileName: file, ServiceType: '0x10', ServiceStartType: '3', ServiceAccount: 'LocalSystem', Message: 'A service was installed.' });
  log.add('serviceInstalled', host, at + 1, { ServiceName: name, ImagePath: file, ServiceType: 'user mode service', StartType: 'demand start', AccountName: 'LocalSystem', UserID: ADMIN.sid, Message: 'A service was installed.' });
  logProcess(log, at + 900, host, { image: `C:\\Windows\\${name.toLowerCase()}.exe`, command: `C:\\Windows\\${name}.exe`, parent: 'C:\\Windows\\System32\\services.exe', account: SYSTEM, logonId: '0x3e7', endsAfter: 40_000 });
}

/** One logon ID on two hosts: nobody's session, though the published joins take it for one. */
export function logSharedLogonIds(log: SampleLog): void {
  session(log, '10T09:12:30.000', WS12, FS01, OWEN, '0x4f2e10', 51911, listShares(3));
  session(log, '10T15:40:11.000', WS12, BK01, ADMIN, '0x4f2e10', 52004, [connect('C$', 4), open('C$', 'Windows\\Logs', '0x80', 6)]);
  session(log, '11T08:02:47.000', WS11, FS01, NADIA, '0x3b77c5', 51522, listShares(3));
  // A machine account that writes: the published IV leaves machines out on the IPC$ leg only.
  session(log, '11T10:21:05.000', WS12, BK01, machineAccount(WS12), '0x3b77c5', 52210, [
    connect('C$', 4), open('C$', 'ProgramData\\Inventory\\ws12.xml', '0x2', 7), created('C:\\ProgramData\\Inventory\\ws12.xml', 90),
  ]);
}

/** Service session 0x3e7 on three hosts under a name without '$': an agent that scans shares, two pipes and a write. */
export function logServiceSession(log: SampleLog): void {
  const agent = (at: string, server: Host, steps: SmbStep[]) => logSmbSteps(log, { at: time(at), client: server, server, account: SYSTEM, logonId: '0x3e7', port: 49_900, steps });
  agent('10T11:30:00.000', FS01, [...listShares(0), connect('Projects', 40)]);
  agent('10T17:30:00.000', FS01, [connect('Projects', 0)]);
  agent('10T12:30:00.000', WS11, listShares(0));
  agent('10T13:30:00.000', BK01, [connect('C$', 0), open('C$', 'ProgramData\\Sentry\\defs.tmp', '0x2', 6), created('C:\\ProgramData\\Sentry\\defs.tmp', 30, 'C:\\Program Files\\Sentry\\sentry.exe')]);
}

/** What else looks like an administrative share, or lacks what the readings lean on. */
export function logLookalikes(log: SampleLog): void {
  session(log, '10T10:05:00.000', WS12, FS01, MIRA, '0x41c0d2', 51930, [connect('IPCAMERAS', 4), open('IPCAMERAS', 'kiln-2\\0001.jpg', '0x120089', 9)]);
  session(log, '12T08:44:00.000', WS12, FS01, MIRA, '0x83c9e1', 53310, [connect('IPCAMERAS', 4), open('IPCAMERAS', 'kiln-2\\0007.jpg', '0x120089', 9)]);
  session(log, '11T09:15:20.000', WS12, FS01, OWEN, '0x55d318', 52160, [
    ...listShares(3), connect('DOC$', 5), open('DOC$', 'forms\\order-118.docx', '0x2', 9), created('D:\\Doc\\forms\\order-118.docx', 80),
  ]);
  // The exporter lost the account's name; no Sysmon event either.
  const nameless: Account = { name: '', sid: ADMIN.sid };
  logSmbSteps(log, { at: time('10T20:10:00.000'), client: WS11, server: BK01, account: nameless, logonId: '0x4e8b60', port: 51_777, steps: [connect('C$', 0), open('C$', 'Temp\\export.csv', '0x2', 5), open('C$', 'Temp\\export.idx', '0x2', 700)] });
}

/** svc-backup writes its catalogue to C$ of three hosts each night, and once a log that appears on disk five minutes later. */
export function logBackups(log: SampleLog): void {
  ['10', '11', '12'].forEach((day, night) => {
    [FS01, WS11, WS12].forEach((server, index) => {
      const file = `ProgramData\\NightSafe\\catalog-202603${day}.idx`;
      session(log, `${day}T01:${10 + 6 * index}:00.000`, BK01, server, BACKUP, `0x2${night}b${index}40`, 52_600 + 40 * night + index, [
        ...listShares(3), connect('C$', 5), open('C$', 'ProgramData', '0x80', 6), open('C$', 'Users', '0x120089', 400), open('C$', 'ProgramData\\NightSafe', '0x120089', 900),
        open('C$', file, '0x2', 240_000), created(`C:\\${file}`, 240_120),
      ], 241_500);
    });
  });
  const verified = 'ProgramData\\NightSafe\\verify.log';
  session(log, '11T16:30:00.000', BK01, FS01, BACKUP, '0x68ab19', 52_790, [
    ...listShares(3), connect('C$', 5), open('C$', verified, '0x2', 20), created(`C:\\${verified}`, 300_000),
  ], 301_000);
}
