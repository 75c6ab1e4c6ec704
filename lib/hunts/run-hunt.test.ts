import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { EventTable } from '@/lib/events/event-table';
import { eventTableOf } from '@/lib/events/event-table-builder';
import { sharedPath } from '@/lib/shared-data.test-support';
import type { HuntDocument } from './hunt-document';
import type { HuntResult } from './hunt-result';
import { readingOf, rowsOf, smbHunt, tableOfZip } from './hunt-run.test-support';
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

it('finds the same again on one dataset, and anew on another', () => {
  const event = '{"Channel":"Security","EventID":5140,"ShareName":"C$","SubjectUserName":"pgustavo"}';
  const [table, other] = [eventTableOf(event), eventTableOf(`${event}\n${event}`)];
  const found = (of: EventTable) => readingOf(runHunt(smbHunt, of), 'I', 'sql').table;
  const first = found(table);
  expect([first?.rowCount, found(other)?.rowCount, found(table) === first]).toEqual([1, 2, true]);
});

it('runs only those readings of an edited hunt that were edited', () => {
  const table = eventTableOf('{"Channel":"Security","EventID":5140,"ShareName":"C$","SubjectUserName":"pgustavo"}');
  const edited: HuntDocument = {
    ...smbHunt,
    title: 'Edited',
    analytics: smbHunt.analytics.map((analytic) => ({
      ...analytic,
      readings: analytic.readings.map((reading) => (analytic.id === 'I' && reading.kind === 'sql' ? { ...reading, code: `${reading.code} OR TRUE` } : { ...reading })),
    })),
  };
  const before = runHunt(smbHunt, table).analytics.flatMap(({ readings }) => readings);
  const after = runHunt(edited, table).analytics.flatMap(({ readings }) => readings);
  const again = after.filter((reading, index) => reading.table === before[index].table);
  expect(again).toHaveLength(14);
  expect(again).not.toContain(after[0]);
});
