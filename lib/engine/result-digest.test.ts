import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { RowId } from '@/lib/base/row-id';
import { rowId } from '@/lib/base/row-id';
import { eventTableOf } from '@/lib/events/event-table-builder';
import type { HuntResult } from '@/lib/hunts/hunt-result';
import { smbHunt } from '@/lib/hunts/hunt-run.test-support';
import { readHuntDocument } from '@/lib/hunts/read-hunt-document';
import { runHunt } from '@/lib/hunts/run-hunt';
import { resultDigest } from './result-digest';
import { resultOf } from './result-fixtures.test-support';

const events = { source: (row: RowId) => ({ member: 0, line: Number(row) + 1 }) };
const empty = runHunt(smbHunt, eventTableOf(new Uint8Array()));

/** The hunt's first reading alone, with these rows. */
function found(cells: readonly (readonly (string | null)[])[], lineage: readonly (readonly number[])[]): HuntResult {
  const [first] = empty.analytics;
  const table = resultOf(['user', 'share'], cells, lineage.map((rows) => rows.map((row) => rowId(row))));
  return { ...empty, analytics: [{ ...first, readings: [{ ...first.readings[0], table }] }] };
}
const digest = (result: HuntResult) => resultDigest(result, events)?.digest;

const ROWS = [['pgustavo', 'C$'], ['sysadmin', null]];
const MADE_BY = [[4, 7], [9]];
const asFound = digest(found(ROWS, MADE_BY));

describe('the digest of what a hunt found', () => {
  it('is the first 96 bits of the SHA-256 of those of each reading: of its columns, and its rows, sorted', () => {
    const text = [['I', 'sql', ['user', 'share']], [['pgustavo', 'C$'], [['0:5', '0:8']]], [['sysadmin', null], [['0:10']]]].map((line) => `${JSON.stringify(line)}\n`).join('');
    const own = createHash('sha256').update(text).digest('hex');
    expect(asFound).toBe(createHash('sha256').update(`${own}\n`).digest().subarray(0, 12).toString('base64url'));
  });

  it('does not depend on the order of rows, or of the events behind one', () => {
    expect(digest(found([...ROWS].reverse(), [[9], [7, 4]]))).toBe(asFound);
  });

  it.each<[what: string, result: HuntResult]>([
    ['a value', found([['pgustavo', 'IPC$'], ROWS[1]], MADE_BY)],
    ['a missing value that is empty instead', found([ROWS[0], ['sysadmin', '']], MADE_BY)],
    ['an event behind a row', found(ROWS, [[4, 8], [9]])],
    ['a row', found([ROWS[0]], [MADE_BY[0]])],
    ['a row that is there twice', found([...ROWS, ROWS[1]], [...MADE_BY, MADE_BY[1]])],
    ['that it could not be run', { ...empty, analytics: [{ ...empty.analytics[0], readings: [{ ...empty.analytics[0].readings[0], table: null }] }] }],
  ])('changes with %s', (_, result) => {
    expect(digest(result)).not.toBe(asFound);
  });
});

it('tells each reading by itself, its rows and its query apart', () => {
  const [first] = empty.analytics;
  const table = (cell: string) => resultOf(['user'], [[cell]], [[rowId(1)]]);
  const two = (cell: string, code: string): HuntResult => ({
    ...empty,
    analytics: [{ ...first, readings: [{ ...first.readings[0], table: table('a') }, { ...first.readings[1], reading: { ...first.readings[1].reading, code }, table: table(cell) }, { ...first.readings[2], table: null }] }],
  });
  const told = (result: HuntResult) => resultDigest(result, events)?.readings.map(({ digest: rows, code }) => [rows, code]) ?? [];
  expect(resultDigest(two('a', 'x'), events)?.readings.map(({ analytic, reading, rows }) => [analytic, reading, rows])).toEqual([['I', 'sql', 1], ['I', 'pandas', 1], ['I', 'hardened', null]]);
  const [sql, pandas, hardened] = told(two('a', 'x'));
  expect(told(two('b', 'x'))).toEqual([sql, [expect.not.stringMatching(pandas[0]), pandas[1]], hardened]);
  expect(told(two('a', 'y'))).toEqual([sql, [pandas[0], expect.not.stringMatching(pandas[1])], hardened]);
  // As Node has it.
  expect(pandas[1]).toBe(createHash('sha256').update('x').digest('base64url').slice(0, 3));
});

it('counts the order of rows where the query asks for one', () => {
  const hunt = (order: string) => readHuntDocument(`# H\n\n## Analytic I\n\n#### Logic\n\n\`\`\`\nSELECT n FROM dataTable ORDER BY n ${order}\n\`\`\`\n`);
  const table = eventTableOf(new TextEncoder().encode('{"n":"a"}\n{"n":"b"}\n'));
  const [up, down] = ['ASC', 'DESC'].map((order) => {
    const result = runHunt(hunt(order), table);
    expect(result.analytics[0].readings[0].table?.rowCount).toBe(2);
    return resultDigest(result, table)?.digest;
  });
  expect(up).not.toBe(down);
});
