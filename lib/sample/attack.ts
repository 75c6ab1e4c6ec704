import { ADMIN, BK01, DOMAIN, FS01, SYSTEM, WS11, WS12, type Host } from './company';
import { logProcess } from './processes';
import type { SampleLog } from './sample-log';
import { connect, created, listShares, logSession, open, time } from './smb-steps';

/*
 * The attack: from Nadia's WS11, with the stolen account of an administrator, four copies to administrative shares. What each must count for in
 * each analytic and reading of the hunt is reasoned in lib/hunts/sample-truth.test.ts, not computed here.
 */
export function logAttack(log: SampleLog): void {
  const shell = logProcess(log, time('11T12:51:08.120'), WS11, {
    image: 'C:\\Windows\\System32\\WindowsPowerShell\\v1.0\\powershell.exe',
    command: 'powershell.exe -NoProfile',
    parent: 'C:\\Windows\\explorer.exe',
    account: ADMIN,
    logonId: '0x58f0a2',
    endsAfter: 6_120_000,
  });
  log.add('scriptBlock', WS11, time('11T12:58:02.400'), {
    ScriptBlockText: 'Copy-Item .\\glazesync.exe \\\\ws12\\c$\\ProgramData\\',
    ScriptBlockId: '4b1f6a52-88c0-4d0c-9a55-0e6a2b7c1d01',
    MessageNumber: '1',
    MessageTotal: '1',
    ExecutionProcessID: shell.pid,
  });
  logPlainCopy(log);
  logWideMask(log);
  logServiceBinary(log);
  logOtherSpelling(log);
}

/** All three readings see this one. */
function logPlainCopy(log: SampleLog): void {
  const path = 'ProgramData\\glazesync.exe';
  logSession(log, { at: '11T12:58:03.000', client: WS11, server: WS12, account: ADMIN, logonId: '0x5a1c3e', port: 50_412 }, [
    ...listShares(3),
    connect('C$', 5),
    open('C$', 'ProgramData', '0x80', 6),
    open('C$', path, '0x2', 8),
    created(`C:\\${path}`, 150),
  ]);
  logProcess(log, time('11T12:59:30.500'), WS12, {
    image: `C:\\${path}`,
    command: `C:\\${path} -q`,
    parent: 'C:\\Windows\\System32\\wbem\\WmiPrvSE.exe',
    account: ADMIN,
    logonId: '0x5a2077',
    endsAfter: 5_400_000,
  });
}

/** A mask that the published readings do not know, asked for twice, in a session that outlives the log. */
function logWideMask(log: SampleLog): void {
  const path = 'Windows\\Temp\\glazesync.dll';
  const steps = [
    ...listShares(3),
    connect('C$', 4),
    open('C$', path, '0x17019f', 7),
    created(`C:\\${path}`, 140),
    open('C$', path, '0x17019f', 900),
  ];
  logSession(log, { at: '11T13:06:41.300', client: WS11, server: FS01, account: ADMIN, logonId: '0x7c22ab', port: 50_437 }, steps, null);
}

/** A service binary in ADMIN$, which '%C$' does not match. The client writes its name in capitals, the disk in small letters. */
function logServiceBinary(log: SampleLog): void {
  const logonId = '0x61b0d4';
  logSession(
    log,
    { at: '11T13:17:20.700', client: WS12, server: FS01, account: ADMIN, logonId, port: 51_109 },
    [...listShares(3), connect('ADMIN$', 4), open('ADMIN$', 'GLZSVC.exe', '0x2', 8), created('C:\\Windows\\glzsvc.exe', 160)],
    44_000,
  );
  logServiceStart(log, time('11T13:17:23.100'), FS01, logonId);
}

function logServiceStart(log: SampleLog, at: number, host: Host, logonId: string): void {
  const file = '%SystemRoot%\\GLZSVC.exe';
  log.add('serviceInstalledSecurity', host, at, {
    SubjectUserSid: ADMIN.sid,
    SubjectUserName: ADMIN.name,
    SubjectDomainName: DOMAIN,
    SubjectLogonId: logonId,
    ServiceName: 'GLZSVC',
    ServiceFileName: file,
    ServiceType: '0x10',
    ServiceStartType: '3',
    ServiceAccount: 'LocalSystem',
    Message: 'A service was installed.',
  });
  log.add('serviceInstalled', host, at + 1, {
    ServiceName: 'GLZSVC',
    ImagePath: file,
    ServiceType: 'user mode service',
    StartType: 'demand start',
    AccountName: 'LocalSystem',
    UserID: ADMIN.sid,
    Message: 'A service was installed.',
  });
  logProcess(log, at + 900, host, {
    image: 'C:\\Windows\\glzsvc.exe',
    command: 'C:\\Windows\\GLZSVC.exe',
    parent: 'C:\\Windows\\System32\\services.exe',
    account: SYSTEM,
    logonId: '0x3e7',
    endsAfter: 40_000,
  });
}

/** The logon ID in another hex case after the first event, and Sysmon's process in capitals. */
function logOtherSpelling(log: SampleLog): void {
  const path = 'ProgramData\\kiln.dat';
  logSession(log, { at: '11T13:29:55.200', client: WS12, server: BK01, account: ADMIN, logonId: '0x6d90ef', port: 51_148 }, [
    ...listShares(3),
    connect('C$', 5, '0x6D90EF'),
    open('C$', path, '0x2', 9, '0x6D90EF'),
    created(`C:\\${path}`, 170, 'SYSTEM'),
  ]);
}
