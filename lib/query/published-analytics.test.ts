import { readFileSync } from 'node:fs';
import JSZip from 'jszip';
import { beforeAll, describe, expect, it } from 'vitest';
import type { EventTable } from '@/lib/events/event-table';
import { eventTableOf } from '@/lib/events/event-table-builder';
import { sharedPath } from '@/lib/shared-data.test-support';
import { rowsOf, runSql } from './query.test-support';

const paths = {
  hunt: sharedPath('hunt/smb-create-remote-file.notebook.md'),
  expected: sharedPath('expected/smb-create-remote-file.json'),
  dataset: sharedPath('datasets/covenant_copy_smb_CreateRequest.zip'),
};
const missing = Object.values(paths).includes(null);

interface Expected {
  readonly analytics: Readonly<Record<string, { readonly sql: { readonly columns: readonly string[]; readonly rows: readonly (readonly (string | null)[])[] } }>>;
}

/** The SQL of analytics I to V: the notebook's blocks without a language. */
function publishedSql(markdown: string): string[] {
  return [...markdown.matchAll(/```\{code-block\}\n([^]*?)```/g)].map((match) => match[1]);
}

describe.skipIf(missing)(`the published SQL on the public dataset${missing ? ' (SKIPPED: ../shared is not there)' : ''}`, () => {
  let table: EventTable;
  let queries: string[];
  let expected: Expected;
  beforeAll(async () => {
    const zip = await JSZip.loadAsync(readFileSync(paths.dataset ?? ''));
    const [member] = Object.values(zip.files).filter((file) => file.name.endsWith('.json'));
    table = eventTableOf(await member.async('uint8array'));
    queries = publishedSql(readFileSync(paths.hunt ?? '', 'utf8'));
    expected = JSON.parse(readFileSync(paths.expected ?? '', 'utf8'));
  });

  it.each([
    ['I', 1],
    ['II', 2],
    ['III', 1],
    ['IV', 2],
    ['V', 1],
  ])('gives exactly the rows of analytic %s (%d)', (id, rowCount) => {
    const result = runSql(queries[['I', 'II', 'III', 'IV', 'V'].indexOf(id)], table);
    expect(result.columns).toEqual(expected.analytics[id].sql.columns);
    expect(result.rowCount).toBe(rowCount);
    expect(rowsOf(result).sort()).toEqual([...expected.analytics[id].sql.rows].sort());
  });

  it('tells what each condition and join of analytic IV left', () => {
    const { funnel } = runSql(queries[3], table);
    expect(funnel.legs.map(({ leg, start, steps }) => [leg.path.join(' › '), start, ...steps.map(({ left }) => left)])).toEqual([
      ['d', 506, 94, 3, 3, 1],
      ['c › b', 506, 94, 2, 2],
      ['c › a › dataTable', 506, 94, 2, 1, 1],
    ]);
    expect(funnel.joins.map(({ text, leftRows, rightRows, pairs }) => [text, leftRows, rightRows, pairs])).toEqual([
      ['b.SubjectLogonId = a.SubjectLogonId', 2, 1, 2],
      ['d.SubjectLogonId = c.SubjectLogonId', 1, 2, 2],
    ]);
  });

  it('tells the events behind a row of analytic IV and the value that joined them', () => {
    const result = runSql(queries[3], table);
    expect(result.lineage(0).map(({ leg, events }) => [leg.alias, events.map((event) => table.source(event).line)])).toEqual([
      ['d', [62]],
      ['b', [58]],
      ['dataTable', [58]],
    ]);
    expect(result.joinKeys(1).map(({ join, text, value }) => [join, text, value])).toEqual([
      [0, 'b.SubjectLogonId = a.SubjectLogonId', '0x4e13b2e'],
      [1, 'd.SubjectLogonId = c.SubjectLogonId', '0x4e13b2e'],
    ]);
  });
});
