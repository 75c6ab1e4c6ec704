import { beforeAll, describe, expect, it } from 'vitest';
import type { EventTable } from '@/lib/events/event-table';
import { eventTableOf } from '@/lib/events/event-table-builder';
import { sharedPath } from '@/lib/shared-data.test-support';
import { differenceCauses } from './difference-causes';
import { type DifferenceCauses, wordsText } from './difference-shapes';
import type { ReadingKind } from './hunt-document';
import type { HuntResult } from './hunt-result';
import { readingOf, repositoryPath, smbHunt, tableOfZip } from './hunt-run.test-support';
import { readHuntDocument } from './read-hunt-document';
import { runHunt } from './run-hunt';

/** "pattern 40: ShareName = \\*\IPC$ ×39, \\*\DOC$ ×1": rows that the first reading has and the other lacks come first. */
function told({ onlyLeft, onlyRight }: DifferenceCauses): readonly string[][] {
  return [onlyLeft, onlyRight].map(({ causes, unexplained }) => [
    ...causes.map(({ kind, rows, field, values, words }) => {
      const named = values.map(({ value, rows: of }) => `${value ?? 'missing'} ×${of}`).join(', ');
      return `${kind} ${rows}: ${kind === 'duplicates' ? wordsText(words, (of) => of) : [field, named].filter(Boolean).join(' = ')}`;
    }),
    ...(unexplained > 0 ? [`unexplained ${unexplained}`] : []),
  ]);
}

function causesOf(result: HuntResult, table: EventTable, id: string, left: ReadingKind, right: ReadingKind): DifferenceCauses {
  const causes = differenceCauses(readingOf(result, id, left), readingOf(result, id, right), table);
  if (causes === null) throw new Error('not compared');
  return causes;
}

const SMB = sharedPath('datasets/covenant_copy_smb_CreateRequest.zip');

describe.skipIf(SMB === null)('the SMB hunt on its own dataset (skipped where ../shared is missing)', () => {
  let table: EventTable;
  let result: HuntResult;
  beforeAll(async () => {
    table = await tableOfZip(SMB ?? '');
    result = runHunt(smbHunt, table);
  });

  it("II: names '%C$' against IPC$, with both conditions at their places", () => {
    const { onlyLeft, onlyRight, both } = causesOf(result, table, 'II', 'sql', 'pandas');
    expect([both, onlyLeft.rows, onlyRight.rows]).toEqual([1, 1, 0]);
    const [cause] = onlyLeft.causes;
    expect(cause).toMatchObject({ kind: 'pattern', field: 'ShareName', rows: 1, alone: 1, values: [{ value: '\\\\*\\IPC$', rows: 1 }] });
    const at = (kind: ReadingKind, span = { start: 0, end: 0 }) => readingOf(result, 'II', kind).reading.code.slice(span.start, span.end);
    expect(at('sql', cause.has?.span)).toBe("b.ShareName LIKE '%C$'");
    expect(at('pandas', cause.lacks?.span)).toContain("df['ShareName'].str.endswith('\\\\C$', na=False)");
    expect(wordsText(cause.words, (kind) => kind)).toBe("In sql, b.ShareName LIKE '%C$' also matches \\\\*\\IPC$; pandas asks for df['ShareName'].str.endswith('\\\\C$', na=False).");
  });

  it('IV: as II, and one write is met by two connects', () => {
    expect(told(causesOf(result, table, 'IV', 'sql', 'pandas'))).toEqual([
      ['pattern 1: ShareName = \\\\*\\IPC$ ×1', 'duplicates 1: One event 5145 of d meets 2 events 5140 of c › b: it makes 2 rows in sql, 1 in pandas.'],
      [],
    ]);
  });

  it.each(['I', 'III', 'V'])('%s: the published readings agree', (id) => {
    expect(told(causesOf(result, table, id, 'sql', 'pandas'))).toEqual([[], []]);
  });

  // The only other write asks for 0x17019f, which holds the write bit.
  it.each([
    ['III', 'AccessMask'],
    ['V', 'AccessMask'],
  ])('%s: hardened adds the mask that holds the write bit', (id, field) => {
    expect(told(causesOf(result, table, id, 'sql', 'hardened'))[1][0]).toBe(`value 1: ${field} = 0x17019f ×1`);
  });
});

/** Reasoned from the sample's story (see sample-truth.test.ts), entry by entry. */
describe('the SMB hunt on the sample', () => {
  let table: EventTable;
  let result: HuntResult;
  beforeAll(async () => {
    table = await tableOfZip(repositoryPath('public/datasets/sample.zip'));
    result = runHunt(smbHunt, table);
  });

  it.each<[string, ReadingKind, ReadingKind, readonly string[], readonly string[]]>([
    // Two visits to IPCAMERAS; one connect without an account name.
    ['I', 'sql', 'pandas', ['pattern 2: ShareName = \\\\*\\IPCAMERAS ×2'], ['missing 1: SubjectUserName = missing ×1']],
    // The service session 0x3e7 under the name SYSTEM, three times.
    ['I', 'sql', 'hardened', ['filter 3: SubjectLogonId = 0x3e7 ×3'], ['missing 1: SubjectUserName = missing ×1']],
    // IPC$ with itself: 18 visits, 9 backups, 1 verifying, 4 attacks, 2 pairs of hosts, DOC$'s visit, and 4 of the service's 2 IPC$ × 2. DOC$ is one more.
    ['II', 'sql', 'pandas', ['pattern 40: ShareName = \\\\*\\IPC$ ×39, \\\\*\\DOC$ ×1', expect.stringMatching(/^duplicates /)], []],
    // One write to DOC$; two writes without an account name.
    ['III', 'sql', 'pandas', ['pattern 1: ShareName = \\\\*\\DOC$ ×1'], ['missing 2: SubjectUserName = missing ×2']],
    ['III', 'pandas', 'hardened', ['filter 1: SubjectLogonId = 0x3e7 ×1'], ['value 2: AccessMask = 0x17019f ×2', 'pattern 1: ShareName = \\\\*\\ADMIN$ ×1']],
    // SQL lowers the file's name and not the process's; pandas the other way round.
    [
      'V',
      'sql',
      'pandas',
      ['case 2: Glaze-trials.xlsx · glaze-trials.xlsx ×1, GLZSVC.exe · glzsvc.exe ×1'],
      ['case 1: Image = SYSTEM ×1'],
    ],
  ])('%s: %s and %s', (id, left, right, onlyLeft, onlyRight) => {
    expect(told(causesOf(result, table, id, left, right))).toEqual([onlyLeft, onlyRight]);
  });

  it('explains every row of every pair', () => {
    for (const { analytic, differences } of result.analytics) {
      for (const { left, right, onlyLeft, onlyRight } of differences) {
        const causes = causesOf(result, table, analytic.id, left, right);
        expect([causes.onlyLeft.rows, causes.onlyRight.rows]).toEqual([onlyLeft.length, onlyRight.length]);
        expect([causes.onlyLeft.unexplained, causes.onlyRight.unexplained], `${analytic.id}: ${left}, ${right}`).toEqual([0, 0]);
      }
    }
  });

  it('says that .head() shows fewer rows', () => {
    const { notes } = causesOf(result, table, 'I', 'sql', 'pandas');
    expect(notes.map((words) => wordsText(words, (kind) => kind))).toEqual(['pandas itself would show only the first 5 of its 47 rows (.head()); all are compared here.']);
  });
});

describe('a cause', () => {
  const events = (...lines: object[]) => eventTableOf(lines.map((line) => JSON.stringify(line)).join('\n'));
  const between = (sql: string, pandasOrHardened: string, table: EventTable) => {
    const isPandas = pandasOrHardened.startsWith('df') || pandasOrHardened.includes('pd.');
    const fence = (code: string) => `\`\`\`\n${code}\n\`\`\`\n\n`;
    const document = readHuntDocument(`# T\n\n## Analytic I\n\n#### Logic\n\n${fence(sql)}#### ${isPandas ? 'Pandas Query' : 'Hardened'}\n\n${fence(pandasOrHardened)}`);
    return told(causesOf(runHunt(document, table), table, 'I', 'sql', isPandas ? 'pandas' : 'hardened'));
  };
  const a = { EventID: 1, Id: 'x', User: 'Ann' };
  const b = { EventID: 2, Id: 'x', User: 'bob' };

  it.each<[string, string, string, object[], readonly string[], readonly string[]]>([
    ['a list that is longer', 'SELECT * FROM t WHERE EventID IN (1, 2)', "df[df['EventID'] == 1]", [a, b], ['value 1: EventID = 2 ×1'], []],
    ['letter case', "SELECT * FROM t WHERE LOWER(User) = 'ann'", "df[df['User'] == 'ann']", [a], ['case 1: User = Ann ×1'], []],
    ['letter case of what is left out', "SELECT * FROM t WHERE NOT User LIKE 'ann'", "df[~df['User'].str.contains('(?i)ann')]", [a], ['case 1: User = Ann ×1'], []],
    ['text against numbers', "SELECT * FROM t WHERE EventID = '1'", "df[df['EventID'] == '1']", [a], ['type 1: EventID = 1 ×1'], []],
    ['a field that only some have', "SELECT * FROM t WHERE NOT User LIKE 'z%'", "df[~df['User'].str.startswith('z', na=False)]", [a, { EventID: 3 }], [], ['missing 1: User = missing ×1']],
    ['a field that none has', 'SELECT * FROM t WHERE EventID = 1', "SELECT * FROM t WHERE EventID = 1 AND Nowhere = 2", [a], ['absent 1: Nowhere'], []],
    ['a filter that one lacks', 'SELECT * FROM t WHERE EventID < 3', "df[(df['EventID'] < 3) & (df['User'] != 'bob')]", [a, b], ['filter 1: User = bob ×1'], []],
    [
      'a key that one lacks',
      'SELECT * FROM t p JOIN t q ON p.Id = q.Id WHERE p.EventID = 1 AND q.EventID = 2',
      'SELECT * FROM t p JOIN t q ON p.Id = q.Id AND p.User = q.User WHERE p.EventID = 1 AND q.EventID = 2',
      [a, b],
      ['join 1: Ann · bob ×1'],
      [],
    ],
    [
      'a leg that one lacks',
      'SELECT * FROM t p WHERE p.EventID = 1',
      'SELECT p.* FROM t p JOIN t q ON p.Id = q.Id WHERE p.EventID = 1 AND q.EventID = 4',
      [a, b],
      ['partner 1: '],
      [],
    ],
    [
      'a partner taken away',
      'SELECT * FROM t p WHERE p.EventID = 1',
      'SELECT p.* FROM t p LEFT ANTI JOIN t q ON p.Id = q.Id AND q.EventID = 2 WHERE p.EventID = 1',
      [a, b],
      ['join 1: '],
      [],
    ],
    [
      'missing keys, which meet in pandas only',
      'SELECT * FROM t p JOIN t q ON p.Id = q.Id WHERE p.EventID = 1 AND q.EventID = 2',
      "p = df[df['EventID'] == 1]\nq = df[df['EventID'] == 2]\npd.merge(p, q, on='Id', how='inner')",
      [{ EventID: 1 }, { EventID: 2 }, { ...a, EventID: 3 }],
      [],
      ['missing 1: Id = missing ×1'],
    ],
    ['rows that are cut', 'SELECT * FROM t WHERE EventID < 3', "SELECT * FROM (SELECT * FROM t WHERE EventID < 3 LIMIT 1) s", [a, b], ['limit 1: '], []],
    [
      'a semi join',
      'SELECT p.* FROM t p JOIN t q ON p.Id = q.Id WHERE p.EventID = 1 AND q.EventID = 2',
      'SELECT p.* FROM t p LEFT SEMI JOIN t q ON p.Id = q.Id AND q.EventID = 2 WHERE p.EventID = 1',
      [a, b, b],
      [
        expect.stringMatching(/^duplicates 2: hardened tells the same events in one row together with others/),
        'duplicates 2: One event 1 of p meets 2 events 2 of q: it makes 2 rows in sql, 1 in hardened.',
      ],
      [expect.stringMatching(/^duplicates 1: hardened tells in one row what sql tells in rows of fewer events/)],
    ],
    [
      'a branch of a union',
      'SELECT Id FROM t WHERE EventID = 1 UNION ALL SELECT Id FROM t WHERE EventID = 2',
      "SELECT Id FROM t WHERE EventID = 1 UNION ALL SELECT Id FROM t WHERE EventID = 2 AND User = 'Ann'",
      [a, b],
      ['filter 1: User = bob ×1'],
      [],
    ],
    ['groups of other events', 'SELECT Id, COUNT(*) FROM t GROUP BY Id', "SELECT Id, COUNT(*) FROM t WHERE User = 'Ann' GROUP BY Id", [a, b], ['filter 1: User = bob ×1'], [expect.stringMatching(/^duplicates 1: /)]],
  ])('is named: %s', (_, sql, other, lines, onlyLeft, onlyRight) => {
    expect(between(sql, other, events(...lines))).toEqual([onlyLeft, onlyRight]);
  });

  it('is not made up: what no condition explains is counted', () => {
    const sql = 'SELECT Id, COUNT(*) AS n FROM t GROUP BY Id';
    expect(between(sql, `${sql} HAVING COUNT(*) > 1`, events(a))).toEqual([['unexplained 1'], []]);
  });
});
