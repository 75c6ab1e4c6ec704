import { existsSync, readFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { sharedPath } from '@/lib/shared-data.test-support';
import { expect, idle, test } from './fixtures';
import { madeArchives } from './made-archives';
import { ANALYTICS, chooseAnalytic, chooseFile, chooseReading, openRow, readGrid, resultGrid, workbenchReady } from './workbench-page';

const SAMPLE = fileURLToPath(new URL('../public/datasets/sample.zip', import.meta.url));
const PUBLIC_DATASET = sharedPath('datasets/covenant_copy_smb_CreateRequest.zip');
const EXPECTED = sharedPath('expected/smb-create-remote-file.json');
const hasShared = PUBLIC_DATASET !== null && EXPECTED !== null;

interface Expected {
  readonly analytics: Readonly<Record<string, Readonly<Record<'sql' | 'pandas', { readonly columns: readonly string[]; readonly rows: readonly (readonly (string | null)[])[] }>>>>;
}

const sorted = (rows: readonly (readonly (string | null)[])[]): readonly string[] => rows.map((row) => JSON.stringify(row)).sort();

test(`the public dataset gives, on screen, the rows that DuckDB and pandas give${hasShared ? '' : ' (SKIPPED: no ../shared beside the checkout)'}`, async ({ home }) => {
  test.skip(!hasShared, 'needs ../shared/datasets/covenant_copy_smb_CreateRequest.zip and ../shared/expected');
  if (PUBLIC_DATASET === null || EXPECTED === null) return;
  const expected = JSON.parse(readFileSync(EXPECTED, 'utf8')) as Expected;
  await chooseFile(home, PUBLIC_DATASET);
  await workbenchReady(home);
  await expect(home.getByRole('list', { name: 'Dataset' })).toContainText('506 events');
  for (const analytic of ANALYTICS) {
    await chooseAnalytic(home, analytic);
    for (const kind of ['sql', 'pandas'] as const) {
      await chooseReading(home, kind);
      const shown = await readGrid(resultGrid(home, analytic, kind));
      const wanted = expected.analytics[analytic][kind];
      expect(shown.columns, `${analytic} ${kind}`).toEqual(wanted.columns);
      expect(sorted(shown.rows), `${analytic} ${kind}`).toEqual(sorted(wanted.rows));
    }
  }
});

test('an upload makes no request, wherever one goes with it', async ({ home, context, site }) => {
  expect(existsSync(SAMPLE)).toBe(true);
  const requests: string[] = [];
  context.on('request', (request) => requests.push(request.url()));
  await chooseFile(home, SAMPLE);
  await workbenchReady(home);
  await chooseReading(home, 'pandas');
  await chooseReading(home, 'sql');
  await openRow(home, 'I', 'sql', 0);
  await home.getByRole('navigation', { name: 'Hunt' }).getByRole('link', { name: 'Logon sessions' }).click();
  await idle(home);
  // The page's own scripts and hunt document may still come; nothing else, and nothing is sent with them.
  expect(requests.filter((url) => !url.startsWith(site.url) || /[?]/.test(url.slice(site.url.length)))).toEqual([]);
});

test('an upload’s link carries the file’s name and SHA-256 and nothing of its events', async ({ home }) => {
  await chooseFile(home, SAMPLE);
  await workbenchReady(home);
  await openRow(home, 'I', 'sql', 0);
  const sha256 = createHash('sha256').update(readFileSync(SAMPLE)).digest('hex');
  expect(home.url()).toContain(`dataset=sha256:${sha256}:sample.zip`);
  expect(home.url()).not.toMatch(/session=|host=|user=/);
});

test('whoever opens the link of an upload is asked for that file, and lands on the same row with it', async ({ home, browser, site }) => {
  await chooseFile(home, SAMPLE);
  await workbenchReady(home);
  await chooseAnalytic(home, 'II');
  await openRow(home, 'II', 'sql', 0);
  const link = home.url();
  const theirs = await browser.newContext();
  const other = await theirs.newPage();
  await other.goto(link);
  await expect(other.getByText('This link is about')).toContainText('sample.zip');
  expect(other.url()).toBe(link);
  await chooseFile(other, SAMPLE);
  await workbenchReady(other);
  await expect(resultGrid(other, 'II', 'sql').getByRole('row', { selected: true })).toHaveCount(1);
  expect(other.url().startsWith(site.url)).toBe(true);
  await theirs.close();
});

test('a file dropped anywhere on the window is opened', async ({ home }) => {
  const bytes = [...(await madeArchives())['with-bad-lines.zip']];
  const data = await home.evaluateHandle((content) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([new Uint8Array(content)], 'with-bad-lines.zip'));
    return transfer;
  }, bytes);
  await home.dispatchEvent('body', 'dragenter', { dataTransfer: data });
  await expect(home.getByText('Drop to open the dataset')).toBeVisible();
  await home.dispatchEvent('body', 'drop', { dataTransfer: data });
  await workbenchReady(home);
  await expect(home.getByText('Drop to open the dataset')).toBeHidden();
  const facts = home.getByRole('list', { name: 'Dataset' });
  await expect(facts).toContainText('5 events');
  await facts.getByRole('button', { name: '2 lines skipped' }).click();
  await expect(home.getByRole('dialog', { name: 'What was skipped' })).toContainText('line 4');
  await expect(home.getByRole('dialog', { name: 'What was skipped' })).toContainText('not an event');
});
