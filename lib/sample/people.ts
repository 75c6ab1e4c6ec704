import { DC01, FS01, HOSTS, machineAccount, MIRA, NADIA, OWEN, WS11, WS12, type Account, type Host } from './company';
import { logLogoff, logLogon, logSmbSession, type SmbStep } from './smb-session';
import type { SampleLog } from './sample-log';

/** The company's own use of shares. No logon ID here is used twice, on any host. */
const START = Date.parse('2026-03-09T20:00:00Z');
const HOUR = 3_600_000;
const MORNINGS = [10.6, 34.6, 58.6];

const DESKS: readonly { readonly account: Account; readonly host: Host }[] = [
  { account: NADIA, host: WS11 },
  { account: OWEN, host: WS12 },
  { account: MIRA, host: WS12 },
];

const PROJECT_FILES = ['Q2\\Glaze-trials.xlsx', 'Q2\\kiln-plan.xlsx', 'Orders\\march.xlsx', 'Orders\\suppliers.docx', 'Studio\\layout.pptx', 'Studio\\prices.xlsx'];

/** Nine logons in the morning (each reads SYSVOL) and eighteen visits to the share Projects, six of which save a file there. */
export function logPeople(log: SampleLog): void {
  MORNINGS.forEach((morning, day) => {
    DESKS.forEach(({ account, host }, desk) => {
      const number = 3 * day + desk;
      const at = START + (morning + 0.11 * desk) * HOUR;
      const local = `0x9${number}0c4e`;
      logLogon(log, at, { server: host, account, logonId: local, from: '127.0.0.1', port: 0, type: '2' });
      logLogoff(log, at + (day === 2 ? 4.1 : 8.4) * HOUR, host, account, local, '2');
      smb(log, at + 4000, host, DC01, account, `0x9${number}1d2a`, 53_000 + number, [connect('SYSVOL', 4), open('SYSVOL', 'brightwater.example\\Policies\\gpt.ini', '0x120089', 9)]);
      for (const visit of [0, 1]) {
        const path = visit === 0 && number < PROJECT_FILES.length ? PROJECT_FILES[number] : null;
        const visitAt = at + (visit === 0 ? 1.3 : 3.2) * HOUR;
        smb(log, visitAt, host, FS01, account, `0x9${number}2e0${visit}`, 54_000 + 2 * number + visit, [
          connect('IPC$', 3), open('IPC$', 'srvsvc', '0x12019f', 4), connect('Projects', 20), open('Projects', 'Q2', '0x120089', 31), ...(path === null ? [] : save(path)),
        ]);
      }
    });
  });
}

/** Nine times, each member machine fetches its policies from the domain controller. */
export function logMachines(log: SampleLog): void {
  for (let round = 0; round < 9; round++) {
    HOSTS.filter((host) => host !== DC01).forEach((host, index) => {
      const number = (4 * round + index).toString(16).padStart(2, '0');
      smb(log, START + (round * 7.1 + 0.4 + 0.21 * index) * HOUR, host, DC01, machineAccount(host), `0xa${number}7c1`, 55_000 + 4 * round + index, [
        connect('IPC$', 3), open('IPC$', 'netlogon', '0x12019f', 5), connect('SYSVOL', 11), open('SYSVOL', 'brightwater.example\\Policies\\gpt.ini', '0x120089', 14),
      ]);
    });
  }
}

/** The client names the file as the person typed it, the disk in small letters: Windows takes them for one. */
function save(path: string): SmbStep[] {
  return [open('Projects', path, '0x2', 42_000), { kind: 'created', path: `D:\\Shares\\Projects\\${path.toLowerCase()}`, by: 'System', after: 42_090 }];
}

function connect(share: string, after: number): SmbStep {
  return { kind: 'connect', share, after };
}

function open(share: string, path: string, mask: string, after: number): SmbStep {
  return { kind: 'open', share, path, mask, after };
}

function smb(log: SampleLog, at: number, client: Host, server: Host, account: Account, logonId: string, port: number, steps: SmbStep[]): void {
  logSmbSession(log, { at: Math.round(at), client, server, account, logonId, port, administrator: false, steps, logoffAfter: 61_000 });
}
