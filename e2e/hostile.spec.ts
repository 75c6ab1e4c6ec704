import type { Page } from '@playwright/test';
import { zipOf } from '@/lib/ingest/zip-fixtures.test-support';
import { expect, idle, test } from './fixtures';
import { chooseFile, openRow, panel, readGrid, resultGrid, workbenchReady } from './workbench-page';

/* A dataset made to do harm to whoever looks at it. Whatever would run sets `window.ran`; the policy's complaints fail each test too. */

const RUN = 'window.ran=1';
const SCRIPT = `<script>${RUN}</script>`;
const IMAGE = `<img src=x onerror=${RUN}>`;
const VECTOR = `"><svg onload=${RUN}>`;
const FORMULA = "=cmd|' /C calc'!A0";

const share = {
  '@timestamp': '2026-03-12T08:00:00.000Z',
  Channel: 'Security',
  EventID: 5140,
  Hostname: VECTOR,
  ShareName: IMAGE,
  SubjectUserName: SCRIPT,
  SubjectLogonId: `javascript:${RUN}`,
  AccessMask: FORMULA,
  constructor: SCRIPT,
  [IMAGE]: 'a field with a name',
};
// An object literal would take __proto__ for its prototype.
const event = JSON.stringify(share).replace('{', `{"__proto__":${JSON.stringify(IMAGE)},`);

const archive = await zipOf({
  '../../x.json': `${event}\n${SCRIPT}\n`,
  [`${IMAGE}.json`]: '{"EventID":1}\n',
  'constructor': '{"EventID":1}\n',
  'cells.csv': `EventID,Note,${SCRIPT}\n1,${FORMULA},=1+1\n`,
  [`${SCRIPT}.cap`.replaceAll('/', '-')]: Uint8Array.of(0xd4, 0xc3, 0xb2, 0xa1, 2, 0, 4, 0),
});
const FILE = `${IMAGE}.zip`;

async function expectHarmless(page: Page): Promise<void> {
  expect(await page.evaluate(() => Reflect.get(window, 'ran') as unknown)).toBeUndefined();
  await expect(page.locator('img[src="x"], svg[onload], [onerror], [href^="javascript:"]')).toHaveCount(0);
  expect(await page.evaluate((run) => [...document.scripts].filter((script) => script.text === run).length, RUN)).toBe(0);
}

test('HTML, script and formulas in a dataset are text: in the table, the event, the report, and when copied', async ({ home, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await chooseFile(home, { name: FILE, bytes: archive });
  await workbenchReady(home);
  const facts = home.getByRole('list', { name: 'Dataset' });
  await expect(home.getByRole('heading', { level: 1 })).toHaveText(FILE);
  await expect(facts.getByText('4 events', { exact: true })).toBeVisible();

  await test.step('in what was skipped and which files there are', async () => {
    await facts.getByRole('button', { name: '1 line skipped · 1 file skipped' }).click();
    await expect(home.getByRole('dialog', { name: 'What was skipped' })).toContainText(SCRIPT);
    await home.keyboard.press('Escape');
    await facts.getByRole('button', { name: '4 events' }).click();
    await expect(home.getByRole('dialog', { name: 'Files' })).toContainText(`${IMAGE}.json`);
    await home.keyboard.press('Escape');
    await expectHarmless(home);
  });

  await test.step('in the table', async () => {
    const grid = resultGrid(home, 'I', 'sql');
    const { columns, rows } = await readGrid(grid);
    const cell = (name: string) => rows[0][columns.indexOf(name)];
    expect(['Hostname', 'ShareName', 'SubjectUserName', 'AccessMask'].map(cell)).toEqual([VECTOR, IMAGE, SCRIPT, FORMULA]);
    await expectHarmless(home);
  });

  await test.step('when copied: plain text, and no formula for a spreadsheet to run', async () => {
    await home.getByRole('button', { name: 'Copy', exact: true }).click();
    await home.getByRole('menuitem', { name: /All rows/ }).click();
    await expect(home.getByRole('status').filter({ hasText: 'All rows copied' })).toBeAttached();
    const copied = await home.evaluate(async () => {
      const items = await navigator.clipboard.read();
      return { types: items.flatMap((item) => item.types), text: await navigator.clipboard.readText() };
    });
    expect(copied.types).toEqual(['text/plain']);
    const [head, first] = copied.text.split('\n').map((line) => line.split('\t'));
    expect(first[head.indexOf('AccessMask')]).toBe(`'${FORMULA}`);
    expect(first[head.indexOf('ShareName')]).toBe(IMAGE);
  });

  await test.step('in the event', async () => {
    await openRow(home, 'I', 'sql', 0);
    await panel(home).getByRole('link', { name: /event\s*5140/ }).first().click();
    await expect(panel(home).getByRole('heading', { level: 2 })).toContainText('Event');
    await idle(home);
    const fields = panel(home).getByRole('tabpanel', { name: 'Fields' }).locator('dl > div');
    const shown = await fields.evaluateAll((rows) => rows.map((row) => [row.querySelector('dt')?.textContent, row.querySelector('dd > span')?.textContent]));
    expect(shown).toEqual([['__proto__', IMAGE], ...Object.entries(share).map(([name, value]) => [name, String(value)])]);
    for (const tab of ['JSON', 'As in the file']) {
      await panel(home).getByRole('tab', { name: tab }).click();
      await expect(panel(home).getByRole('tabpanel')).toContainText(SCRIPT);
    }
    await expectHarmless(home);
  });

  await test.step('in the import report and its Markdown', async () => {
    await home.getByRole('link', { name: 'How it was read' }).click();
    const report = (name: string) => home.getByRole('region', { name, exact: true });
    await expect(report('Hosts')).toContainText(VECTOR);
    await expect(report('Fields')).toContainText('__proto__');
    await expect(report('Fields')).toContainText(SCRIPT);
    await expect(report('Files with events')).toContainText(`${IMAGE}.json`);
    await expect(report('Skipped lines')).toContainText(SCRIPT);
    await expectHarmless(home);
  });
});
