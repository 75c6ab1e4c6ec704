import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { eventTableOf } from '@/lib/events/event-table-builder';
import { sharedPath } from '@/lib/shared-data.test-support';
import type { HuntResult } from './hunt-result';
import { readingOf, rowsOf, smbHunt, tableOfZip } from './hunt-run.test-support';
import { readHuntDocument } from './read-hunt-document';
import { runHunt } from './run-hunt';

const ANALYTICS = ['I', 'II', 'III', 'IV', 'V'];
const dataset = (name: string) => sharedPath(`datasets/${name}`);
const skipNote = (...paths: (string | null)[]) => (paths.includes(null) ? ' (SKIPPED: ../shared is not beside the repository)' : '');
const counts = (result: HuntResult) => result.analytics.map(({ readings }) => readings.map(({ table }) => table?.rowCount));

interface Expected {
  readonly analytics: Record<
    string,
    Record<'sql' | 'pandas', { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }>
  >;
}

const covenant = dataset('covenant_copy_smb_CreateRequest.zip');
const expectedPath = sharedPath('expected/smb-create-remote-file.json');

describe.skipIf(skipNote(covenant, expectedPath) !== '')(
  `the hunt on the public recording of one copy${skipNote(covenant, expectedPath)}`,
  async () => {
    const expected: Expected = expectedPath ? JSON.parse(readFileSync(expectedPath, 'utf8')) : { analytics: {} };
    const result = covenant ? runHunt(smbHunt, await tableOfZip(covenant)) : { document: smbHunt, analytics: [] };
    const sorted = (rows: readonly (readonly (string | null)[])[]) => rows.map((row) => JSON.stringify(row)).sort();

    it.each(ANALYTICS.flatMap((id) => (['sql', 'pandas'] as const).map((kind) => ({ id, kind }))))(
      'gives $kind $id the rows that DuckDB and pandas give',
      ({ id, kind }) => {
        const reading = readingOf(result, id, kind);
        expect(reading.table?.columns).toEqual(expected.analytics[id][kind].columns);
        expect(sorted(rowsOf(reading))).toEqual(sorted(expected.analytics[id][kind].rows));
      },
    );

    it('gives the hardened readings each event once', () => {
      // One session opened IPC$ and C$ (I and II: one C$ connect). It opened the file twice, with 0x17019f and with 0x2, both of which hold the write
      // bit (III, IV: two events), and System created the file a second later (V: the same two). ProgramData itself was opened with 0x80.
      const writes = (id: string) => {
        const reading = readingOf(result, id, 'hardened');
        const columns = ['Hostname', 'SubjectLogonId', 'RelativeTargetName', 'AccessMask'].map(
          (name) => reading.table?.columns.indexOf(name) ?? -1,
        );
        return rowsOf(reading).map((row) => columns.map((column) => row[column]).join(' '));
      };
      expect(rowsOf(readingOf(result, 'I', 'hardened')).map((row) => row[2])).toEqual(['\\\\*\\C$']);
      expect(rowsOf(readingOf(result, 'II', 'hardened')).map((row) => row[2])).toEqual(['\\\\*\\C$']);
      const copied = 'WORKSTATION6.theshire.local 0x4e13b2e ProgramData\\GruntHTTP.exe';
      for (const id of ['III', 'IV', 'V']) expect(writes(id).sort(), id).toEqual([`${copied} 0x17019f`, `${copied} 0x2`]);
    });

    it('says which events of its data sources are there', () => {
      const sources = result.analytics
        .flatMap(({ dataSources }) => dataSources)
        .map(({ eventId, events, hosts }) => [eventId, events, hosts]);
      expect(sources).toEqual([
        ['5140', 2, 1],
        ['5140', 2, 1],
        ['5145', 3, 1],
        ['5140', 2, 1],
        ['5145', 3, 1],
        ['5145', 3, 1],
        ['11', 5, 2],
      ]);
    });

    it('meets readings by the events behind their rows', () => {
      // SQL II: C$ with IPC$ (which pandas has too), and IPC$ with itself.
      const differences = result.analytics[1].differences;
      expect(
        differences.map(({ left, right, both, onlyLeft, onlyRight }) => [left, right, both, onlyLeft.length, onlyRight.length]),
      ).toEqual([
        ['sql', 'pandas', 1, 1, 0],
        ['sql', 'hardened', 1, 1, 0],
        ['pandas', 'hardened', 1, 0, 0],
      ]);
      const sql = readingOf(result, 'II', 'sql');
      expect(rowsOf(sql)[differences[0].onlyLeft[0]][2]).toBe('\\\\*\\IPC$');
    });
  },
);

const purpleSharp = dataset('purplesharp_ad_playbook_I.zip');

describe.skipIf(purpleSharp === null)(`the hunt on a playbook that copies nothing${skipNote(purpleSharp)}`, async () => {
  const result = purpleSharp ? runHunt(smbHunt, await tableOfZip(purpleSharp)) : { document: smbHunt, analytics: [] };

  it('finds three rows in SQL II, each IPC$ with itself, and nothing else', () => {
    expect(counts(result)).toEqual([
      [0, 0, 0],
      [3, 0, 0],
      [0, 0, 0],
      [0, 0, 0],
      [0, 0, 0],
    ]);
    const { table } = readingOf(result, 'II', 'sql');
    for (let row = 0; row < 3; row++) {
      expect(table?.cell(row, table.columns.indexOf('ShareName'))).toBe('\\\\*\\IPC$');
      expect(new Set(table?.lineage(row).flatMap((leg) => leg.events)).size).toBe(1);
    }
  });

  it('calls that no hit, for all the events it needs are there', () => {
    expect(
      result.analytics
        .flatMap(({ readings }) => readings)
        .filter(({ verdict }) => verdict !== 'no-hit')
        .map(({ kind, verdict }) => [kind, verdict]),
    ).toEqual([['sql', 'hits']]);
  });
});

const cloudTrail = dataset('ec2_proxy_s3_exfiltration.zip');

describe.skipIf(cloudTrail === null)(`the hunt on CloudTrail${skipNote(cloudTrail)}`, async () => {
  const result = cloudTrail ? runHunt(smbHunt, await tableOfZip(cloudTrail)) : { document: smbHunt, analytics: [] };

  it('cannot know, in every reading, and says why', () => {
    const readings = result.analytics.flatMap((analytic) => analytic.readings);
    expect(readings.map(({ verdict, error }) => [verdict, error])).toEqual(Array(15).fill(['cannot-know', null]));
    expect(readings[0].reason).toBe('This dataset holds no event 5140 of Microsoft-Windows-Security-Auditing.');
  });
});

describe('a verdict', () => {
  const hunt = (logic: string, sources: string, heading = 'Logic') =>
    readHuntDocument(
      `# T\n\n## Analytic I\n\n| Data source | Event Provider | Relationship | Event |\n|---|---|---|---|\n${sources}\n\n#### ${heading}\n\n\`\`\`\n${logic}\n\`\`\`\n`,
    );
  const row = (provider: string, id: number) => `| File | ${provider} | User accessed | ${id} |`;
  const SECURITY = 'Microsoft-Windows-Security-Auditing';
  const SYSMON = 'Microsoft-Windows-Sysmon/Operational';
  const events = (...lines: object[]) => eventTableOf(lines.map((line) => JSON.stringify(line)).join('\n'));
  const connect = { Channel: 'Security', EventID: 5140, Hostname: 'A', Id: '0x1' };
  const file = { Channel: SYSMON, EventID: 11, Hostname: 'A', Id: '0x1' };
  const verdict = (document: ReturnType<typeof hunt>, table: ReturnType<typeof events>) => {
    const { verdict: is, reason } = runHunt(document, table).analytics[0].readings[0];
    return reason === null ? is : `${is}: ${reason}`;
  };

  const join = (how: string) =>
    `SELECT a.Id FROM t a ${how} JOIN (SELECT Id FROM t WHERE EventID = 11) b ON a.Id = b.Id WHERE a.EventID = 5140 AND Hostname = 'B'`;
  const both = `${row(SECURITY, 5140)}\n${row(SYSMON, 11)}`;

  it.each<[string, string, string, object[], string]>([
    ['hits', 'SELECT Id FROM t WHERE EventID = 5140', row(SECURITY, 5140), [connect], 'hits'],
    [
      'no hit though the event is there',
      "SELECT Id FROM t WHERE EventID = 5140 AND Hostname = 'B'",
      row(SECURITY, 5140),
      [connect],
      'no-hit',
    ],
    [
      'an event that is missing',
      'SELECT Id FROM t WHERE EventID = 5145',
      row(SECURITY, 5145),
      [connect],
      `cannot-know: This dataset holds no event 5145 of ${SECURITY}.`,
    ],
    [
      'an ID of another provider',
      "SELECT Id FROM t WHERE EventID = 11 AND Channel = 'x'",
      row(SYSMON, 11),
      [{ ...file, Channel: 'System' }],
      `cannot-know: This dataset holds no event 11 of ${SYSMON}.`,
    ],
    [
      'one of several IDs',
      "SELECT Id FROM t WHERE EventID IN (11, 12) AND Hostname = 'B'",
      `${row(SYSMON, 11)}\n${row(SYSMON, 12)}`,
      [file],
      'no-hit',
    ],
    [
      'none of several IDs',
      'SELECT Id FROM t WHERE (EventID = 12 OR EventID = 13)',
      `${row(SYSMON, 12)}\n${row(SYSMON, 13)}`,
      [file],
      `cannot-know: This dataset holds no event 12 or 13 of ${SYSMON}.`,
    ],
    ['one leg of a join that is missing', join('INNER'), both, [connect], `cannot-know: This dataset holds no event 11 of ${SYSMON}.`],
    [
      'one leg of a semi join that is missing',
      join('LEFT SEMI'),
      both,
      [connect],
      `cannot-know: This dataset holds no event 11 of ${SYSMON}.`,
    ],
    ['a leg that a left join can do without', join('LEFT'), both, [connect], 'no-hit'],
    ['a leg that an anti join can do without', join('LEFT ANTI'), both, [connect], 'no-hit'],
    [
      'a field that is missing',
      "SELECT Id FROM t WHERE EventID = 5140 AND ShareName LIKE '%C$'",
      row(SECURITY, 5140),
      [connect],
      'cannot-know: No event of this dataset has the field ShareName.',
    ],
    [
      'logic without an ID',
      "SELECT Id FROM t WHERE Hostname = 'B'",
      row(SECURITY, 4624),
      [connect],
      `cannot-know: This dataset holds no event 4624 of ${SECURITY}.`,
    ],
    [
      'an event that no data source names',
      'SELECT Id FROM t WHERE EventID = 1',
      row(SECURITY, 5140),
      [connect],
      'cannot-know: This dataset holds no event 1.',
    ],
  ])('tells %s', (_, logic, sources, lines, is) => {
    expect(verdict(hunt(logic, sources), events(...lines))).toBe(is);
  });

  it("reads pandas' logic for the events it needs", () => {
    const cells = "df[(df['EventID'] == 5145) & (df['Hostname'].str.lower() == 'b')]";
    expect(verdict(hunt(cells, row(SECURITY, 5145), 'Pandas Query'), events(connect))).toBe(
      `cannot-know: This dataset holds no event 5145 of ${SECURITY}.`,
    );
  });

  it('says what failed, with its place, and goes on', () => {
    const document = readHuntDocument(
      '# T\n\n## Analytic I\n\n#### Logic\n\n```\nSELECT Id FORM t\n```\n\n#### Hardened\n\n```\nSELECT Id FROM t\n```\n',
    );
    const [sql, hardened] = runHunt(document, events(connect)).analytics[0].readings;
    expect(sql).toMatchObject({ verdict: 'error', table: null, query: null });
    expect(sql.error && sql.reading.code.slice(sql.error.span.start, sql.error.span.end)).not.toBe('');
    expect(sql.reason).toBe(sql.error?.message);
    expect(hardened).toMatchObject({ verdict: 'hits', table: { rowCount: 1 } });
  });
});

describe('data sources', () => {
  const table = eventTableOf(
    [
      { log_name: 'Security', event_id: 5140, computer_name: 'A' },
      { log_name: 'security', event_id: '5140', computer_name: 'a' },
      { log_name: 'Archive', source_name: 'Microsoft-Windows-Security-Auditing', event_id: 5140, computer_name: 'B' },
      { log_name: 'System', source_name: 'Service Control Manager', event_id: 7045, computer_name: 'B' },
      { log_name: 'Microsoft-Windows-Sysmon/Operational', event_id: 11, computer_name: 'B' },
      { log_name: 'Application', event_id: 11, computer_name: 'B' },
    ]
      .map((event) => JSON.stringify(event))
      .join('\n'),
  );

  it.each([
    ['Microsoft-Windows-Security-Auditing', '5140', 3, 2],
    ['Security', '5140', 2, 1],
    ['Service Control Manager', '7045', 1, 1],
    ['Microsoft-Windows-Sysmon/Operational', '11', 1, 1],
    ['Microsoft-Windows-Sysmon', '11', 1, 1],
    ['Microsoft-Windows-Sysmon/Operational', '1', 0, 0],
  ])('of %s event %s: %i events on %i hosts', (provider, eventId, events, hosts) => {
    const document = readHuntDocument(
      `## Analytic I\n\n| Event Provider | Event |\n|---|---|\n| ${provider} | ${eventId} |\n\n#### Logic\n\n\`\`\`\nSELECT 1 FROM t\n\`\`\`\n`,
    );
    expect(runHunt(document, table).analytics[0].dataSources[0]).toMatchObject({ events, hosts });
  });
});
