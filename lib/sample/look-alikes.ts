import { ADMIN, BACKUP, BK01, FS01, machineAccount, MIRA, NADIA, OWEN, SYSTEM, WS11, WS12, type Account, type Host } from './company';
import type { SampleLog } from './sample-log';
import { logSmbSteps, type SmbStep } from './smb-session';
import { connect, created, listShares, logSession, open, time } from './smb-steps';

/*
 * What resembles the attack, or lacks what the readings of the hunt lean on. What each entry must count for is reasoned in
 * lib/hunts/sample-truth.test.ts.
 */

/** svc-backup writes its catalogue to C$ of three hosts each night, and once a log that appears on disk five minutes later. */
export function logBackups(log: SampleLog): void {
  ['10', '11', '12'].forEach((day, night) => {
    [FS01, WS11, WS12].forEach((server, index) => {
      const file = `ProgramData\\NightSafe\\catalog-202603${day}.idx`;
      const who = { client: BK01, server, account: BACKUP, logonId: `0x2${night}b${index}40`, port: 52_600 + 40 * night + index };
      const steps = [
        ...listShares(3),
        connect('C$', 5),
        open('C$', 'ProgramData', '0x80', 6),
        open('C$', 'Users', '0x120089', 400),
        open('C$', 'ProgramData\\NightSafe', '0x120089', 900),
        open('C$', file, '0x2', 240_000),
        created(`C:\\${file}`, 240_120),
      ];
      logSession(log, { at: `${day}T01:${10 + 6 * index}:00.000`, ...who }, steps, 241_500);
    });
  });
  const verified = 'ProgramData\\NightSafe\\verify.log';
  const steps = [...listShares(3), connect('C$', 5), open('C$', verified, '0x2', 20), created(`C:\\${verified}`, 300_000)];
  const who = { client: BK01, server: FS01, account: BACKUP, logonId: '0x68ab19', port: 52_790 };
  logSession(log, { at: '11T16:30:00.000', ...who }, steps, 301_000);
}

/** One logon ID on two hosts: nobody's session, though the published joins take it for one. */
export function logSharedLogonIds(log: SampleLog): void {
  const people = '0x4f2e10';
  logSession(log, { at: '10T09:12:30.000', client: WS12, server: FS01, account: OWEN, logonId: people, port: 51_911 }, listShares(3));
  logSession(log, { at: '10T15:40:11.000', client: WS12, server: BK01, account: ADMIN, logonId: people, port: 52_004 }, [
    connect('C$', 4),
    open('C$', 'Windows\\Logs', '0x80', 6),
  ]);
  // A machine account that writes: the published IV leaves machines out on the IPC$ leg only.
  const mixed = '0x3b77c5';
  const inventory = 'ProgramData\\Inventory\\ws12.xml';
  logSession(log, { at: '11T08:02:47.000', client: WS11, server: FS01, account: NADIA, logonId: mixed, port: 51_522 }, listShares(3));
  logSession(log, { at: '11T10:21:05.000', client: WS12, server: BK01, account: machineAccount(WS12), logonId: mixed, port: 52_210 }, [
    connect('C$', 4),
    open('C$', inventory, '0x2', 7),
    created(`C:\\${inventory}`, 90),
  ]);
}

/** Service session 0x3e7 on three hosts under a name without '$': an agent that scans shares, two pipes and a write. */
export function logServiceSession(log: SampleLog): void {
  const agent = (at: string, host: Host, steps: readonly SmbStep[]) =>
    logSmbSteps(log, { at: time(at), client: host, server: host, account: SYSTEM, logonId: '0x3e7', port: 49_900, steps });
  const definitions = 'ProgramData\\Sentry\\defs.tmp';
  agent('10T11:30:00.000', FS01, [...listShares(0), connect('Projects', 40)]);
  agent('10T12:30:00.000', WS11, listShares(0));
  agent('10T13:30:00.000', BK01, [
    connect('C$', 0),
    open('C$', definitions, '0x2', 6),
    created(`C:\\${definitions}`, 30, 'C:\\Program Files\\Sentry\\sentry.exe'),
  ]);
  agent('10T17:30:00.000', FS01, [connect('Projects', 0)]);
}

/** Shares whose names mislead: pandas takes IPCAMERAS for IPC$, and '%C$' matches DOC$. */
export function logMisleadingShares(log: SampleLog): void {
  logSession(log, { at: '10T10:05:00.000', client: WS12, server: FS01, account: MIRA, logonId: '0x41c0d2', port: 51_930 }, [
    connect('IPCAMERAS', 4),
    open('IPCAMERAS', 'kiln-2\\0001.jpg', '0x120089', 9),
  ]);
  logSession(log, { at: '12T08:44:00.000', client: WS12, server: FS01, account: MIRA, logonId: '0x83c9e1', port: 53_310 }, [
    connect('IPCAMERAS', 4),
    open('IPCAMERAS', 'kiln-2\\0007.jpg', '0x120089', 9),
  ]);
  logSession(log, { at: '11T09:15:20.000', client: WS12, server: FS01, account: OWEN, logonId: '0x55d318', port: 52_160 }, [
    ...listShares(3),
    connect('DOC$', 5),
    open('DOC$', 'forms\\order-118.docx', '0x2', 9),
    created('D:\\Doc\\forms\\order-118.docx', 80),
  ]);
}

/** The exporter lost the account's name, and there is no Sysmon event. */
export function logNamelessWrites(log: SampleLog): void {
  const nameless: Account = { name: '', sid: ADMIN.sid };
  const who = { client: WS11, server: BK01, account: nameless, logonId: '0x4e8b60', port: 51_777 };
  const steps = [connect('C$', 0), open('C$', 'Temp\\export.csv', '0x2', 5), open('C$', 'Temp\\export.idx', '0x2', 700)];
  logSmbSteps(log, { at: time('10T20:10:00.000'), ...who, steps });
}
