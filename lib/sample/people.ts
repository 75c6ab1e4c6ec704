import { logLogoff, logLogon } from './account-events';
import { DC01, DNS_DOMAIN, FS01, HOSTS, machineAccount, MIRA, NADIA, OWEN, WS11, WS12, type Account, type Host } from './company';
import type { SampleLog } from './sample-log';
import { logSmbSession, type SmbStep } from './smb-session';
import { connect, created, listShares, open, time } from './smb-steps';

/* The company's own use of shares. No logon ID here is used twice, on any host. */

const HOUR = 3_600_000;
const DESKS: readonly { readonly account: Account; readonly host: Host }[] = [
  { account: NADIA, host: WS11 },
  { account: OWEN, host: WS12 },
  { account: MIRA, host: WS12 },
];
const SAVED_FILES = [
  'Q2\\Glaze-trials.xlsx',
  'Q2\\kiln-plan.xlsx',
  'Orders\\march.xlsx',
  'Orders\\suppliers.docx',
  'Studio\\layout.pptx',
  'Studio\\prices.xlsx',
];
const POLICY = `${DNS_DOMAIN}\\Policies\\gpt.ini`;

/** Nine logons in the morning (each reads SYSVOL) and eighteen visits to the share Projects, six of which save a file there. */
export function logPeople(log: SampleLog): void {
  ['10', '11', '12'].forEach((day, dayNumber) => {
    DESKS.forEach(({ account, host }, desk) => {
      const number = 3 * dayNumber + desk;
      const at = time(`${day}T06:${36 + 7 * desk}:00.000`);
      const local = { server: host, account, logonId: `0x9${number}0c4e`, type: 'interactive' as const };
      logLogon(log, at, { ...local, from: '127.0.0.1', port: 0 });
      logLogoff(log, at + (day === '12' ? 4 : 9) * HOUR, local);
      visit(log, at + 4000, host, DC01, account, `0x9${number}1d2a`, 53_000 + number, [
        connect('SYSVOL', 4),
        open('SYSVOL', POLICY, '0x120089', 9),
      ]);
      const browse = [...listShares(3), connect('Projects', 20), open('Projects', 'Q2', '0x120089', 31)];
      const saved = number < SAVED_FILES.length ? save(SAVED_FILES[number]) : [];
      visit(log, at + 1.3 * HOUR, host, FS01, account, `0x9${number}2e00`, 54_000 + 2 * number, [...browse, ...saved]);
      visit(log, at + 3.2 * HOUR, host, FS01, account, `0x9${number}2e01`, 54_001 + 2 * number, browse);
    });
  });
}

/** Nine times, each member machine fetches its policies from the domain controller. */
export function logMachines(log: SampleLog): void {
  const start = time('09T20:24:00.000');
  for (let round = 0; round < 9; round++) {
    HOSTS.filter((host) => host !== DC01).forEach((host, index) => {
      const number = 4 * round + index;
      const logonId = `0xa${number.toString(16).padStart(2, '0')}7c1`;
      visit(log, start + (426 * round + 13 * index) * 60_000, host, DC01, machineAccount(host), logonId, 55_000 + number, [
        connect('IPC$', 3),
        open('IPC$', 'netlogon', '0x12019f', 5),
        connect('SYSVOL', 11),
        open('SYSVOL', POLICY, '0x120089', 14),
      ]);
    });
  }
}

/** The client names the file as the person typed it, the disk in small letters: to Windows they are one. */
function save(path: string): SmbStep[] {
  return [open('Projects', path, '0x2', 42_000), created(`D:\\Shares\\Projects\\${path.toLowerCase()}`, 42_090)];
}

function visit(
  log: SampleLog,
  at: number,
  client: Host,
  server: Host,
  account: Account,
  logonId: string,
  port: number,
  steps: readonly SmbStep[],
): void {
  logSmbSession(log, { at, client, server, account, logonId, port, administrator: false, steps, logoffAfter: 61_000 });
}
