import { beforeAll, describe, expect, it } from 'vitest';
import type { HuntResult } from './hunt-result';
import { readingOf, repositoryPath, rowsOf, smbHunt, tableOfZip } from './hunt-run.test-support';
import { runHunt } from './run-hunt';

/**
 * What each entry of the sample's story (attack.ts, look-alikes.ts and people.ts in lib/sample) must count for, as [SQL, pandas, hardened] rows. Reasoned from
 * what was put into the sample and from what the published queries say; no number was taken from a run.
 */
type Counts = readonly [sql: number, pandas: number, hardened: number];
interface Entry {
  readonly what: string;
  readonly I?: Counts;
  readonly II?: Counts;
  readonly III?: Counts;
  readonly IV?: Counts;
  readonly V?: Counts;
}

const TRUTH: readonly Entry[] = [
  {
    // Each opens IPC$ once and Projects once. In SQL II the IPC$ connect meets itself, since '%C$' matches IPC$. Six visits save a file
    // with 0x2, created by System: V as published asks for no administrative share. "Glaze-trials" and "Orders"… differ from the
    // disk only in the case of directories but for Glaze-trials.xlsx itself, whose name pandas compares as written: five.
    what: '18 visits to the share Projects, 6 of them save a file',
    I: [18, 18, 18],
    II: [18, 0, 0],
    V: [6, 5, 0],
  },
  { what: '9 morning logons read SYSVOL', I: [9, 9, 9] },
  { what: 'machine accounts fetch policies: never a person, and no person shares their logon IDs' },
  {
    // Nine runs, each with IPC$, C$ and one write that System confirms. SQL II: C$ and IPC$ each meet IPC$, so 18. SQL IV: one write
    // meets both, 18. V joins by the file's name, which three hosts share in a night: 3 nights × 3 writes × 3 files = 27.
    what: 'backups of 3 hosts in 3 nights',
    I: [9, 9, 9],
    II: [18, 9, 9],
    III: [9, 9, 9],
    IV: [18, 9, 9],
    V: [27, 27, 9],
  },
  {
    // As one run, but the file appears five minutes after the write: outside the hardened window.
    what: 'the backup verifies',
    I: [1, 1, 1],
    II: [2, 1, 1],
    III: [1, 1, 1],
    IV: [2, 1, 1],
    V: [1, 1, 0],
  },
  { what: 'attack: plain copy to C$ with 0x2', I: [1, 1, 1], II: [2, 1, 1], III: [1, 1, 1], IV: [2, 1, 1], V: [1, 1, 1] },
  {
    // '0x2' is not '0x17019f'; two opens of one file are two events.
    what: 'attack: copy with 0x17019f, opened twice',
    I: [1, 1, 1],
    II: [2, 1, 1],
    III: [0, 0, 2],
    IV: [0, 0, 2],
    V: [0, 0, 2],
  },
  {
    // ADMIN$ does not end in C$; II in SQL has IPC$ with itself only. V asks for no share; the client wrote GLZSVC.exe, the disk glzsvc.exe:
    // SQL lowers both, pandas neither.
    what: 'attack: service binary in ADMIN$',
    I: [1, 1, 1],
    II: [1, 0, 1],
    III: [0, 0, 1],
    IV: [0, 0, 1],
    V: [1, 0, 1],
  },
  {
    // IPC$ under 0x6d90ef, the rest under 0x6D90EF: as text they do not meet, so II in SQL has IPC$ with itself only. Sysmon names the
    // process SYSTEM: SQL wants 'System', pandas lowers it.
    what: 'attack: hex case and SYSTEM',
    I: [1, 1, 1],
    II: [1, 0, 1],
    III: [1, 1, 1],
    IV: [0, 0, 1],
    V: [0, 1, 1],
  },
  {
    // Owen's IPC$ on FS01 and the administrator's C$ on BK01 under one logon ID: C$ meets IPC$ across hosts, IPC$ itself in SQL.
    what: 'one logon ID of two people on two hosts',
    I: [1, 1, 1],
    II: [2, 1, 0],
  },
  {
    // Nadia's IPC$ on FS01, the machine account WS12$ writes to C$ of BK01 under the same ID. II filters machines on both legs (IPC$ with
    // itself is left in SQL); IV filters them on the IPC$ leg only: the write meets C$ and, in SQL, IPC$ too. V filters nobody.
    what: 'one logon ID of a person and a machine account on two hosts',
    II: [1, 0, 0],
    IV: [2, 1, 0],
    V: [1, 1, 0],
  },
  {
    // Under 0x3e7 and the name SYSTEM: IPC$ on FS01 and on WS11, Projects twice, C$ once with a write. II: in SQL three connects ('%C$') meet
    // two IPC$, in pandas one C$ meets two. IV multiplies that by one write. Sysmon names the agent, not System.
    what: 'a service session that is no actor',
    I: [3, 3, 0],
    II: [6, 2, 0],
    III: [1, 1, 0],
    IV: [6, 2, 0],
  },
  { what: 'two visits to the share IPCAMERAS, which pandas takes for IPC$', I: [2, 0, 2] },
  {
    // DOC$ ends in C$ but is no drive. II in SQL: DOC$ and IPC$ each meet IPC$; IV: one write meets both.
    what: 'a write to the hidden share DOC$',
    I: [1, 1, 1],
    II: [2, 0, 0],
    III: [1, 0, 0],
    IV: [2, 0, 0],
    V: [1, 1, 0],
  },
  {
    // NOT NULL LIKE '%$' is NULL in SQL; pandas fills False and negates it. No IPC$, no Sysmon event.
    what: 'a connect and two writes without an account name',
    I: [0, 1, 1],
    III: [0, 2, 2],
  },
];

const ANALYTICS = ['I', 'II', 'III', 'IV', 'V'] as const;
const KINDS = ['sql', 'pandas', 'hardened'] as const;

describe('the hunt on the sample', () => {
  let result: HuntResult;
  beforeAll(async () => {
    result = runHunt(smbHunt, await tableOfZip(repositoryPath('public/datasets/sample.zip')));
  });

  for (const analytic of ANALYTICS) {
    it.each(KINDS.map((kind, index) => ({ kind, rows: TRUTH.reduce((sum, entry) => sum + (entry[analytic]?.[index] ?? 0), 0) })))(
      `analytic ${analytic} as $kind finds $rows rows`,
      ({ kind, rows }) =>
        expect(readingOf(result, analytic, kind)).toMatchObject({ verdict: 'hits', error: null, table: { rowCount: rows } }),
    );
  }

  it('gives each analytic three different answers', () => {
    for (const analytic of ANALYTICS) {
      for (const { left, right, onlyLeft, onlyRight } of result.analytics.find((candidate) => candidate.analytic.id === analytic)
        ?.differences ?? []) {
        expect(onlyLeft.length + onlyRight.length, `${analytic}: ${left} and ${right}`).toBeGreaterThan(0);
      }
    }
  });

  it('shows the attack, and beside it only the backups, where hardened IV looks', () => {
    const reading = readingOf(result, 'IV', 'hardened');
    const by = (name: string) => reading.table?.columns.indexOf(name) ?? -1;
    const attack = rowsOf(reading).filter((row) => row[by('SubjectUserName')] !== 'svc-backup');
    expect(
      attack.map((row) => [row[by('Hostname')], row[by('ShareName')], row[by('RelativeTargetName')], row[by('SubjectLogonId')]]),
    ).toEqual([
      ['WS12.brightwater.example', '\\\\*\\C$', 'ProgramData\\glazesync.exe', '0x5a1c3e'],
      ['FS01.brightwater.example', '\\\\*\\C$', 'Windows\\Temp\\glazesync.dll', '0x7c22ab'],
      ['FS01.brightwater.example', '\\\\*\\C$', 'Windows\\Temp\\glazesync.dll', '0x7c22ab'],
      ['FS01.brightwater.example', '\\\\*\\ADMIN$', 'GLZSVC.exe', '0x61b0d4'],
      ['BK01.brightwater.example', '\\\\*\\C$', 'ProgramData\\kiln.dat', '0x6D90EF'],
    ]);
  });

  it('counts what the data sources hold: every connect and access on the hosts with shares, files on all five', () => {
    const sources = result.analytics.flatMap((analytic) => analytic.dataSources);
    expect(sources.every((source) => source.events > 0)).toBe(true);
    // FS01, BK01, WS11, WS12 and the domain controller's SYSVOL.
    expect(sources.map((source) => [source.eventId, source.hosts])).toEqual([
      ['5140', 5],
      ['5140', 5],
      ['5145', 5],
      ['5140', 5],
      ['5145', 5],
      ['5145', 5],
      ['11', 5],
    ]);
  });
});
