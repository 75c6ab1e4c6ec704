import { describe, expect, it } from 'vitest';
import { eventTableOf } from '@/lib/events/event-table-builder';
import { checkHunt } from './check-hunt';
import { readHuntDocument } from './read-hunt-document';
import { runHunt } from './run-hunt';

const table = eventTableOf(
  [
    '{"EventID":5140,"Channel":"Security","Hostname":"WKS1","SubjectLogonId":"0x1","ShareName":"IPC$"}',
    '{"EventID":4624,"Channel":"Security","Hostname":"WKS1","TargetLogonId":"0x1","IpAddress":"10.0.0.9"}',
  ].join('\n'),
);

const SHARES = '| Data source | Event Provider | Relationship | Event |\n|---|---|---|---|\n| File | Security | share | 5140 |\n';
const LOGONS = '| Logon | Security | logon | 4624 |\n';

function hunt(sources: string, sql: string | null, pandas: string | null): string {
  const readings = [sql === null ? '' : `#### Logic\n\n\`\`\`sql\n${sql}\n\`\`\`\n`, pandas === null ? '' : `#### Pandas Query\n\n\`\`\`{code-cell} ipython3\n${pandas}\n\`\`\`\n`];
  return `# Hunt\n\n### Analytic I: One\n\n${sources}\n${readings.join('\n')}`;
}

/** What is said, and the text that it is said of. */
function checked(markdown: string): (readonly [severity: string, text: string, message: string])[] {
  const checks = checkHunt(runHunt(readHuntDocument(markdown), table));
  for (const { line, span } of checks) expect(line).toBe(markdown.slice(0, span.start).split('\n').length);
  return checks.map(({ severity, span, message }) => [severity, markdown.slice(span.start, span.end), message]);
}

const JOINED = (how: string, on: string, select = 'a.ShareName') =>
  `SELECT ${select}\nFROM t a\n${how} (SELECT TargetLogonId, IpAddress FROM t WHERE EventID = 4624) b\n${on}\nWHERE a.EventID = 5140`;

describe('checkHunt', () => {
  it('has nothing to say of a hunt whose words and logic agree', () => {
    expect(checked(hunt(SHARES + LOGONS, JOINED('JOIN', 'ON a.SubjectLogonId = b.TargetLogonId', 'b.IpAddress'), "df[df['EventID'].isin([5140, 4624])]"))).toEqual([]);
  });

  it('underlines a field that no event has, where it stands in the document', () => {
    expect(checked(hunt(SHARES, 'SELECT ShareNam\nFROM t WHERE EventID = 5140', null))).toEqual([['warning', 'ShareNam', expect.stringContaining('ShareNam')]]);
  });

  it('tells what keeps a reading from running, at its place', () => {
    expect(checked(hunt(SHARES, 'SELECT NTILE(3) FROM t WHERE EventID = 5140', null))).toEqual([['error', expect.stringContaining('NTILE'), expect.stringContaining('NTILE')]]);
  });

  it('tells what could not be read of the document', () => {
    const found = checked(`${hunt(SHARES, 'SELECT 1 AS one FROM t WHERE EventID = 5140', null)}\n#### Notes\n\nx\n`);
    expect(found).toEqual([['error', '#### Notes', expect.stringContaining('no known part')]]);
  });

  describe('unused legs', () => {
    // An inner join with a condition filters, so its table is used though its columns are not.
    it('leaves a join alone that only filters', () => expect(checked(hunt(SHARES + LOGONS, JOINED('JOIN', 'ON a.SubjectLogonId = b.TargetLogonId'), null))).toEqual([]));

    it('names a table that nothing refers to', () => {
      // The condition asks the left side alone, so each of its rows comes with every logon.
      const found = checked(hunt(SHARES + LOGONS, JOINED('JOIN', 'ON a.ShareName IS NOT NULL'), null));
      expect(found.map(([, , message]) => message)).toEqual([expect.stringMatching(/^Nothing refers to b/)]);
    });

    it('names a LEFT JOIN that nothing reads', () => {
      const found = checked(hunt(SHARES + LOGONS, JOINED('LEFT JOIN', 'ON a.SubjectLogonId = b.TargetLogonId'), null));
      expect(found.map(([, , message]) => message)).toEqual([expect.stringMatching(/^Nothing reads b.*: a LEFT JOIN drops no row/)]);
      expect(checked(hunt(SHARES + LOGONS, JOINED('LEFT JOIN', 'ON a.SubjectLogonId = b.TargetLogonId', 'b.IpAddress'), null))).toEqual([]);
    });

    it('names a variable that nothing reads', () => {
      expect(checked(hunt(SHARES, null, "shares = df[df['EventID'] == 5140]\nother = df\nshares"))).toEqual([['warning', 'other', expect.stringContaining('nothing reads')]]);
    });
  });

  describe('the table of data sources', () => {
    it('is missed', () => expect(checked(hunt('', 'SELECT Hostname FROM t WHERE EventID = 5140', null))).toEqual([['warning', '### Analytic I: One', expect.stringContaining('no table of data sources')]]));

    it('names an event that no reading asks for', () => {
      expect(checked(hunt(SHARES + LOGONS, 'SELECT Hostname FROM t WHERE EventID = 5140', null))).toEqual([['warning', LOGONS.trim(), expect.stringContaining('asks for event 4624')]]);
    });

    // Any event may be meant by a reading that names none.
    it('is not contradicted by a reading that asks for no event ID', () => expect(checked(hunt(SHARES + LOGONS, 'SELECT Hostname FROM t', null))).toEqual([]));

    it('lacks an event that a reading asks for', () => {
      expect(checked(hunt(SHARES, 'SELECT Hostname FROM t WHERE EventID IN (5140, 4624)', null))).toEqual([['warning', 'EventID IN (5140, 4624)', expect.stringContaining('does not name event 4624')]]);
    });
  });
});
