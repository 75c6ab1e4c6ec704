import { readFileSync } from 'node:fs';
import JSZip from 'jszip';
import { describe, expect, it } from 'vitest';
import { eventTableOf } from '@/lib/events/event-table-builder';
import { sharedPath } from '@/lib/shared-data.test-support';
import { runQuery } from '@/lib/query/execute/run-query';
import { compilePandas } from './compile-pandas';

/* The judge: expected/ beside the repository holds what pandas 1.5.3 gave for the notebook's cells on this dataset. */
const notebook = sharedPath('hunt/smb-create-remote-file.notebook.md');
const expectedPath = sharedPath('expected/smb-create-remote-file.json');
const dataset = sharedPath('datasets/covenant_copy_smb_CreateRequest.zip');
const missing = notebook === null || expectedPath === null || dataset === null;

interface Expected {
  readonly analytics: Record<string, { readonly pandas: { readonly columns: readonly string[]; readonly rows: readonly (readonly (string | null)[])[] } }>;
}

describe.skipIf(missing)(`the published cells on the real dataset${missing ? ' (SKIPPED: ../shared is not beside the repository)' : ''}`, () => {
  it('give the rows that pandas gives', async () => {
    const cells = [...readFileSync(notebook ?? '', 'utf8').matchAll(/#### Pandas Query\s+```\{code-cell\}.*\n([^`]*)```/g)].map((match) => match[1]);
    const expected = JSON.parse(readFileSync(expectedPath ?? '', 'utf8')) as Expected;
    const zip = await JSZip.loadAsync(readFileSync(dataset ?? ''));
    const member = Object.values(zip.files).find((file) => !file.dir);
    const table = eventTableOf((await member?.async('uint8array')) ?? new Uint8Array());
    const results = cells.map((cell) => {
      const query = compilePandas(cell, table);
      if (!query.ok) throw new Error(query.error.message);
      const result = runQuery(query.value, table);
      const rows = Array.from({ length: result.rowCount }, (_, row) => result.columns.map((_, column) => result.cell(row, column)));
      return { columns: result.columns, rows };
    });
    expect(results).toEqual(['I', 'II', 'III', 'IV', 'V'].map((id) => expected.analytics[id].pandas));
  });
});
