import { describe, expect, it } from 'vitest';
import { eventTableOf } from '@/lib/events/event-table-builder';
import { sharedPath } from '@/lib/shared-data.test-support';
import type { ReadingCoverage } from './coverage-shapes';
import { cannotKnowWords } from './coverage-words';
import { readingCoverage } from './host-coverage';
import type { ReadingKind } from './hunt-document';
import type { HuntResult } from './hunt-result';
import { repositoryPath, smbHunt, tableOfZip } from './hunt-run.test-support';
import type { EventTable } from '@/lib/events/event-table';
import { readHuntDocument } from './read-hunt-document';
import { runHunt } from './run-hunt';

function coverageOf(result: HuntResult, table: EventTable, id: string, kind: ReadingKind): ReadingCoverage {
  const analytic = result.analytics.find((candidate) => candidate.analytic.id === id);
  const reading = analytic?.readings.find((candidate) => candidate.kind === kind);
  const coverage = analytic && reading ? readingCoverage(reading, analytic.dataSources, table) : null;
  if (coverage === null) throw new Error('no coverage');
  return coverage;
}

/** "A: 2 hits", "B: cannot know, no Sysmon 11", by host. */
function verdicts({ hosts }: ReadingCoverage): readonly string[] {
  return hosts.map(({ host, verdict, hits, reason }) => `${host}: ${verdict === 'hits' ? `${hits} hits` : verdict}${reason === null ? '' : `, ${reason}`}`).sort();
}

describe('what each host recorded', () => {
  const connect = { Channel: 'Security', EventID: 5140, Share: 'C$', Id: '0x1' };
  const file = { Channel: 'Microsoft-Windows-Sysmon/Operational', EventID: 11, Id: '0x1', Path: 'a' };
  const events = (...lines: object[]) => eventTableOf(lines.map((line) => JSON.stringify(line)).join('\n'));
  const coverage = (logic: string, table: EventTable, sources = '', heading = 'Logic') => {
    const document = readHuntDocument(
      `# T\n\n## Analytic I\n\n| Data source | Event Provider | Relationship | Event |\n|---|---|---|---|\n${sources}\n\n#### ${heading}\n\n\`\`\`\n${logic}\n\`\`\`\n`,
    );
    return coverageOf(runHunt(document, table), table, 'I', heading === 'Logic' ? 'sql' : 'pandas');
  };
  const join = (keys: string) => `SELECT b.Id, b.Hostname FROM t b JOIN t a ON ${keys} WHERE b.EventID = 5140 AND a.EventID = 11 AND a.Path = 'z'`;
  const onA = { Hostname: 'A' };
  const onB = { Hostname: 'B' };

  it.each<[string, string, object[], readonly string[]]>([
    ['an event ID', 'SELECT * FROM t WHERE EventID = 11 AND Path = 2', [{ ...file, ...onA }, { ...connect, ...onB }], ['A: no-hit', 'B: cannot-know, no event 11']],
    [
      'a channel, in any case: the event was recorded, whatever the logic makes of it',
      "SELECT * FROM t WHERE Channel = 'security' AND EventID = 5140",
      [{ ...connect, ...onA }, { ...connect, ...onB, Channel: 'System' }],
      ['A: no-hit', 'B: cannot-know, no Security 5140'],
    ],
    ['a field', "SELECT * FROM t WHERE EventID = 5140 AND Share = 'D$'", [{ ...connect, ...onA }, { ...connect, ...onB, Share: null }], ['A: no-hit', 'B: cannot-know, event 5140 without Share']],
    [
      'a field that the condition can do without',
      "SELECT * FROM t WHERE EventID = 5140 AND NOT COALESCE(User, '') LIKE '%$' AND Share = 'D$'",
      [{ ...connect, ...onA }, { ...connect, ...onB, User: 'x' }],
      ['A: no-hit', 'B: no-hit'],
    ],
    ['a hit beside', "SELECT * FROM t WHERE EventID = 5140 AND Share = 'C$'", [{ ...connect, ...onA }, { ...file, ...onB }], ['A: 1 hits', 'B: cannot-know, no event 5140']],
    [
      'a join by host: both events on one host',
      join('a.Hostname = b.Hostname'),
      [{ ...connect, ...onA }, { ...file, ...onA }, { ...connect, ...onB }, { ...file, Hostname: 'C' }],
      ['A: no-hit', 'B: cannot-know, no event 11', 'C: cannot-know, no event 5140'],
    ],
    [
      'a join by host, in any case',
      join('LOWER(a.Hostname) = LOWER(b.Hostname) AND a.Id = b.Id'),
      [{ ...connect, ...onB }, { ...file, ...onA }],
      ['A: cannot-know, no event 5140', 'B: cannot-know, no event 11'],
    ],
    ['a join by something else: the partner from any host', join('a.Id = b.Id'), [{ ...connect, ...onA }, { ...file, ...onB }], ['A: no-hit', 'B: cannot-know, no event 5140']],
    ['a partner that no host recorded', join('a.Id = b.Id'), [{ ...connect, ...onA }], ['A: cannot-know, no event 11 on any host']],
    ['a key that is missing', join('a.Key = b.Id'), [{ ...connect, ...onA }, { ...file, ...onA }], ['A: cannot-know, event 11 without Key on any host']],
    ['what only a left join adds', "SELECT b.Id FROM t b LEFT JOIN t a ON a.Id = b.Id AND a.EventID = 11 WHERE b.EventID = 5140 AND b.Share = 'x'", [{ ...connect, ...onA }], ['A: no-hit']],
    [
      'a union: one branch will do',
      "SELECT Id FROM t WHERE EventID = 5140 AND Share = 'x' UNION ALL SELECT Id FROM t WHERE EventID = 11 AND Path = 'x'",
      [{ ...connect, ...onA }, { ...file, ...onB }, { EventID: 1, Hostname: 'C' }],
      ['A: no-hit', 'B: no-hit', 'C: cannot-know, no event 5140'],
    ],
    ['one of several IDs', "SELECT Id FROM t WHERE EventID IN (11, 12) AND Path = 'x'", [{ ...file, ...onA }, { ...connect, ...onB }], ['A: no-hit', 'B: cannot-know, no event 11 or 12']],
    ['hosts written in several ways', "SELECT Id FROM t WHERE EventID = 11 AND Path = 'x'", [{ ...file, Hostname: 'ws1' }, { ...connect, Hostname: 'WS1.corp.example' }], ['WS1.corp.example: no-hit']],
    ['no host names at all', "SELECT Id FROM t WHERE EventID = 11 AND Path = 'x'", [file], ['-: no-hit']],
  ])('%s', (_, logic, lines, expected) => {
    expect(verdicts(coverage(logic, events(...lines)))).toEqual(expected);
  });

  it("takes the data source's word for the provider, where the logic names none", () => {
    const sources = '| File | Microsoft-Windows-Sysmon/Operational | Process created File | 11 |';
    const table = events({ ...file, ...onA }, { ...file, ...onB, Channel: 'System' });
    const found = coverage("SELECT Id FROM t WHERE EventID = 11 AND Path = 'x'", table, sources);
    expect(verdicts(found)).toEqual(['A: no-hit', 'B: cannot-know, no Sysmon 11']);
    expect(found.needs).toEqual([{ label: 'Sysmon 11', fields: ['Path'], onHost: true }]);
  });

  it('judges logic without event IDs by the data sources', () => {
    const found = coverage("SELECT Id FROM t WHERE Share = 'x'", events({ ...connect, ...onA }, { ...file, ...onB }), '| File | Microsoft-Windows-Security-Auditing | accessed | 5140 |');
    expect(verdicts(found)).toEqual(['A: no-hit', 'B: cannot-know, no Security 5140']);
  });

  it('reads pandas, where a merge ties no hosts', () => {
    const cells = "a = df[(df['EventID'] == 5140)]\nb = df[(df['EventID'] == 11) & (df['Path'] == 'z')]\npd.merge(a, b, on='Id', how='inner')";
    const found = coverage(cells, events({ ...connect, ...onA }, { ...file, ...onB }), '', 'Pandas Query');
    expect(verdicts(found)).toEqual(['A: no-hit', 'B: cannot-know, no event 5140']);
    expect(found.needs.map(({ label, onHost }) => [label, onHost])).toEqual([
      ['event 5140', true],
      ['event 11', false],
    ]);
  });

  it('puts those that cannot know first and says it in a few words', () => {
    const found = coverage("SELECT * FROM t WHERE EventID = 11 AND Path = 'a'", events({ ...file, ...onA }, { ...connect, ...onB }, { ...file, Hostname: 'C', Path: 'c' }, { ...connect, Hostname: 'D' }));
    expect(found.hosts.map(({ host }) => host)).toEqual(['B', 'D', 'A', 'C']);
    expect(found.counts).toEqual({ hits: 1, noHit: 1, cannotKnow: 2 });
    expect(cannotKnowWords(found)).toBe('cannot know on B, D: no event 11');
  });
});

it('on the sample every host recorded all that the hunt needs', async () => {
  const table = await tableOfZip(repositoryPath('public/datasets/sample.zip'));
  const result = runHunt(smbHunt, table);
  // The five hosts with shares run Sysmon, too; the attack and the backups reach all of them but the domain controller.
  const found = coverageOf(result, table, 'V', 'hardened');
  expect(found.needs.map(({ label, onHost }) => [label, onHost])).toEqual([
    ['Security 5145', true],
    ['Sysmon 11', true],
  ]);
  expect(verdicts(found).map((line) => line.replace(/\d+ hits/, 'hits'))).toEqual([
    'BK01.brightwater.example: hits',
    'DC01.brightwater.example: no-hit',
    'FS01.brightwater.example: hits',
    'WS11.brightwater.example: hits',
    'WS12.brightwater.example: hits',
  ]);
});

const SMB = sharedPath('datasets/covenant_copy_smb_CreateRequest.zip');
it.skipIf(SMB === null)('on the SMB dataset only the target recorded the shares (skipped where ../shared is missing)', async () => {
  const table = await tableOfZip(SMB ?? '');
  const found = coverageOf(runHunt(smbHunt, table), table, 'IV', 'sql');
  // Counted with JSON.parse, line by line: WORKSTATION6 has three 5145 and two 5140, the other two hosts have none.
  expect(found.hosts.map(({ host, needs }) => [host, needs.map(({ events }) => events)]).sort()).toEqual([
    ['MORDORDC.theshire.local', [0, 0]],
    ['WORKSTATION5.theshire.local', [0, 0]],
    ['WORKSTATION6.theshire.local', [3, 2]],
  ]);
  expect(cannotKnowWords(found)).toBe('cannot know on WORKSTATION5.theshire.local, MORDORDC.theshire.local: no Security 5145');
});
