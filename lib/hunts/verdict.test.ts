import { describe, expect, it } from 'vitest';
import { eventTableOf } from '@/lib/events/event-table-builder';
import { readHuntDocument } from './read-hunt-document';
import { runHunt } from './run-hunt';

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
      'an ID that is cast',
      "SELECT Id FROM t WHERE CAST(EventID AS string) = '5145'",
      row(SECURITY, 5145),
      [connect],
      `cannot-know: This dataset holds no event 5145 of ${SECURITY}.`,
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

  it.each([
    ['made text', "df[(df['EventID'].astype(str) == '5145')]", [connect]],
    ['text in the file', "df[(df['EventID'] == 5145)]", [{ ...connect, EventID: '5140' }]],
  ])('looks through what pandas does to an ID: %s', (_name, cells, lines) => {
    expect(verdict(hunt(cells, row(SECURITY, 5145), 'Pandas Query'), events(...lines))).toBe(`cannot-know: This dataset holds no event 5145 of ${SECURITY}.`);
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
