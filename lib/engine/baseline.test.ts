import { beforeAll, describe, expect, it } from 'vitest';
import { baselineId, type BaselineRow } from '@/lib/base/baseline';
import { eventTableOf } from '@/lib/events/event-table-builder';
import { sharedPath } from '@/lib/shared-data.test-support';
import { readingOf, repositoryPath, smbHunt, tableOfZip } from '@/lib/hunts/hunt-run.test-support';
import { runHunt } from '@/lib/hunts/run-hunt';
import { baseline, baselineTrail } from './baseline';
import { eventListOf } from './event-list';
import { knownHits, knownRows } from './known-rows';
import { OpenTable } from './open-table';

/*
 * What the sample's story (attack.ts and look-alikes.ts in lib/sample) writes to administrative shares, reasoned from there: account, source and its
 * host, host, share, directory, writes/files/confirmed. DOC$ is no drive, Projects no administrative share, and reading is no writing.
 */
const SAMPLE = [
  // Three nights; and on FS01 the log that appears on disk five minutes after its write, which confirms nothing.
  'BRIGHTWATER\\svc-backup  10.44.10.30 BK01  FS01  C$  ProgramData\\NightSafe  4/4/3',
  'BRIGHTWATER\\svc-backup  10.44.10.30 BK01  WS11  C$  ProgramData\\NightSafe  3/3/3',
  'BRIGHTWATER\\svc-backup  10.44.10.30 BK01  WS12  C$  ProgramData\\NightSafe  3/3/3',
  // The attack; one of its files is opened twice, and GLZSVC.exe is glzsvc.exe on disk.
  'BRIGHTWATER\\adm.halvorsen  10.44.20.11 WS11  WS12  C$  ProgramData  1/1/1',
  'BRIGHTWATER\\adm.halvorsen  10.44.20.11 WS11  FS01  C$  Windows\\Temp  2/1/1',
  'BRIGHTWATER\\adm.halvorsen  10.44.20.12 WS12  FS01  ADMIN$    1/1/1',
  'BRIGHTWATER\\adm.halvorsen  10.44.20.12 WS12  BK01  C$  ProgramData  1/1/1',
  'BRIGHTWATER\\WS12$  10.44.20.12 WS12  BK01  C$  ProgramData\\Inventory  1/1/1',
  // Neither its logon nor a file-create event is there.
  'null  10.44.20.11 WS11  BK01  C$  Temp  2/2/0',
];

let open: OpenTable;
beforeAll(async () => {
  open = new OpenTable(await tableOfZip(repositoryPath('public/datasets/sample.zip')));
});

const short = (host: string | null) => host?.split('.')[0] ?? '?';
const told = ({ account, source, sourceHost, host, share, directory, writes, files, confirmed }: BaselineRow) =>
  `${account}  ${source} ${short(sourceHost)}  ${short(host)}  ${share.split('\\').at(-1)}  ${directory}  ${writes}/${files}/${confirmed}`;
const ofSession3e7 = (row: BaselineRow) => row.account?.endsWith('\\SYSTEM') ?? false;

describe('the baseline of the sample', () => {
  it('has a row for each account, source, host, share and directory', () => {
    const { rows } = baseline(open, { zone: 'UTC' });
    expect(rows.filter((row) => !ofSession3e7(row)).map(told).sort()).toEqual([...SAMPLE].sort());
    // The agent of 0x3e7 on BK01 is a row too: machines and services are the viewer's to judge.
    expect(rows.filter(ofSession3e7).map(({ directory, writes }) => [directory, writes])).toEqual([['ProgramData\\Sentry', 1]]);
  });

  // On FS01 at 01:14 in each night, and once at 16:30; Berlin is an hour ahead in March, Kolkata five and a half.
  it.each([
    ['UTC', { 1: 3, 16: 1 }],
    ['Europe/Berlin', { 2: 3, 17: 1 }],
    ['+05:30', { 6: 3, 22: 1 }],
  ])('counts hours of day in %s', (zone, expected) => {
    const { hours } = backup(zone);
    expect(Object.fromEntries(hours.flatMap((count, hour) => (count > 0 ? [[hour, count]] : [])))).toEqual(expected);
  });

  it('tells from when to when', () => {
    const { first, last } = backup('UTC');
    expect([first, last].map((millis) => new Date(millis ?? 0).toISOString().slice(0, 16))).toEqual(['2026-03-10T01:14', '2026-03-12T01:14']);
  });

  it('leads to exactly the writes behind each row, and to their sessions', () => {
    for (const row of baseline(open, { zone: 'UTC' }).rows) {
      const { filter, sessions } = baselineTrail(open, row);
      expect([told(row), eventListOf(open).count(filter).events]).toEqual([told(row), row.writes]);
      expect(sessions.length).toBeGreaterThan(0);
    }
    expect(baselineTrail(open, backup('UTC')).sessions).toHaveLength(4);
  });

  it('knows its rows in the results of analytics', () => {
    const result = runHunt(smbHunt, open.table);
    const known = (analytic: string, of: readonly BaselineRow[]) => knownRows(open, readingOf(result, analytic, 'hardened').table ?? expect.fail(), of).length;
    const backups = baseline(open, { zone: 'UTC' }).rows.filter(({ account }) => account?.endsWith('svc-backup'));
    // Ten runs of 1 connect and 1 write; V lacks the one that nothing confirms.
    expect(['I', 'II', 'III', 'IV', 'V'].map((analytic) => known(analytic, backups))).toEqual([10, 10, 10, 10, 9]);
    expect(known('III', [backup('UTC')])).toBe(4);
    expect(known('III', [])).toBe(0);

    const tables = result.analytics.flatMap(({ analytic, readings }) => readings.flatMap(({ kind, table }) => (table ? [{ analytic: analytic.id, reading: kind, table }] : [])));
    const hits = knownHits(open, tables, backups);
    expect(hits.readings.filter(({ reading }) => reading === 'hardened').map(({ analytic, rows }) => [analytic, rows.length])).toEqual([['I', 10], ['II', 10], ['III', 10], ['IV', 10], ['V', 9]]);
    // One session for each of the ten runs.
    expect(hits.sessions).toHaveLength(10);
    expect(knownHits(open, tables, [])).toEqual({ readings: [], sessions: [] });
  });
});

function backup(zone: string): BaselineRow {
  return baseline(open, { zone }).rows.find(({ account, host }) => account?.endsWith('svc-backup') && short(host) === 'FS01') ?? expect.fail();
}

const publicPath = sharedPath('datasets/covenant_copy_smb_CreateRequest.zip');

it.skipIf(!publicPath)(publicPath ? 'tells who wrote in the SMB dataset' : 'SKIPPED, ../shared/datasets is not on this machine: who wrote in the SMB dataset', async () => {
  const { rows, knowledge } = baseline(new OpenTable(await tableOfZip(publicPath ?? '')), { zone: 'UTC' });
  // The copy of GruntHTTP.exe from WORKSTATION5, whose address is 172.18.39.5, at 2020-09-22 20:53:32 of the dataset's clock.
  expect(rows.map((row) => ({ ...row, hours: row.hours.reduce((sum, count) => sum + count) }))).toMatchObject([
    { account: expect.stringMatching(/^THESHIRE[^\\]*\\pgustavo$/), source: '172.18.39.5', host: 'WORKSTATION6.theshire.local', share: '\\\\*\\C$', directory: 'ProgramData', files: 1, confirmed: 1 },
  ]);
  expect(knowledge.hosts).toBe(3);
});

describe('what a dataset cannot know', () => {
  const event = (id: number, rest: object) => ({ Channel: 'Security', EventID: id, Hostname: 'A', SubjectLogonId: '0x12', SubjectUserName: 'eve', ShareName: '\\\\*\\C$', ...rest });
  const opened = (events: readonly object[]) => new OpenTable(eventTableOf(events.map((one) => JSON.stringify(one)).join('\n')));

  it('is told by host', () => {
    const of = opened([event(5140, { Hostname: 'SILENT' }), event(5145, {}), event(4624, { Hostname: 'NEITHER' })]);
    expect(baseline(of, { zone: 'UTC' })).toEqual({ rows: [], knowledge: { hosts: 3, hostsThatTell: 1, silent: ['SILENT'] } });
  });

  it('takes account and source from the session where a write lacks them', () => {
    const logon = { Channel: 'Security', EventID: 4624, Hostname: 'A', TargetLogonId: '0x12', TargetUserName: 'eve', TargetDomainName: 'CORP', IpAddress: '::ffff:10.0.0.9', LogonType: '3' };
    const of = opened([logon, event(5145, { SubjectUserName: '-', IpAddress: '-', AccessMask: '0x2', RelativeTargetName: 'x.exe' })]);
    const [row] = baseline(of, { zone: 'UTC' }).rows;
    expect(row).toMatchObject({ account: 'CORP\\eve', source: '10.0.0.9', directory: '', writes: 1, first: null });
    expect(baselineTrail(of, row).sessions).toEqual([{ host: 'A', logonId: '0x12', boot: 0 }]);
    expect(baselineId(row)).toBe(baselineId({ ...row, account: 'corp\\EVE' }));
  });
});
