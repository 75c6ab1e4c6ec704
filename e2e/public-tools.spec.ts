import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { readBaseline } from '@/lib/base/baseline-file';
import { expect, idle, test } from './fixtures';
import { serveFolder } from './static-server';
import { ANALYTICS, analyticLink, chooseAnalytic, chooseFile, chooseReading, openSample, resultGrid, rowCount, workbenchReady } from './workbench-page';

const OUT = fileURLToPath(new URL('../out', import.meta.url));
const SMB = fileURLToPath(new URL('../../shared/datasets/covenant_copy_smb_CreateRequest.zip', import.meta.url));
const skipped = existsSync(SMB) ? '' : ' (SKIPPED: ../shared/datasets is not on this machine)';

/** Rows of each analytic as published, as DuckDB counts them (../shared/expected). */
const ROWS = { I: 1, II: 2, III: 1, IV: 2, V: 1 } as const;

async function saved(page: Page, choose: () => Promise<void>): Promise<string> {
  const saving = page.waitForEvent('download');
  await choose();
  return readFile(await (await saving).path(), 'utf8');
}

test.describe('without a network', () => {
  test.use({ serviceWorkers: 'allow' });
  test.skip(skipped !== '');

  test(`the public SMB dataset as an upload: five analytics, their rows exported, each request known${skipped}`, async ({ page, context }) => {
    const site = await serveFolder(OUT);
    const asked = new Set<string>();
    await page.goto(site.url);
    await idle(page);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await site.close();
    await context.setOffline(true);
    // The browser's own list, of the page and of all its workers.
    context.on('request', (request) => asked.add(request.url().replace(/#.*$/s, '')));
    await page.reload();
    await idle(page);
    await chooseFile(page, SMB);
    await workbenchReady(page);
    for (const id of ANALYTICS) {
      await chooseAnalytic(page, id);
      await chooseReading(page, 'sql');
      expect(await rowCount(resultGrid(page, id, 'sql'))).toBe(ROWS[id]);
      const csv = await saved(page, async () => {
        await page.getByRole('button', { name: 'Export', exact: true }).click();
        await page.getByRole('menuitem', { name: 'Rows: CSV', exact: true }).click();
      });
      expect(csv.trimEnd().split('\r\n')).toHaveLength(1 + ROWS[id]);
      await expect(page.getByRole('dialog', { name: 'Export' }).getByRole('status')).toHaveText(`${ROWS[id]} row${ROWS[id] === 1 ? '' : 's'} saved`);
      await page.keyboard.press('Escape');
    }
    await page.keyboard.press('Control+k');
    await page.getByRole('dialog', { name: 'Commands' }).getByRole('combobox').fill('request');
    await page.keyboard.press('Enter');
    const requests = page.getByRole('dialog', { name: 'Requests' });
    await expect(requests.getByRole('status')).toContainText('Each is known.');
    // None is missing; the page says of the service worker's own file that the browser looks for it by itself.
    const listed = await requests.getByRole('row').evaluateAll((rows) => rows.map((row) => row.querySelector('[title]')?.getAttribute('title') ?? ''));
    expect([...asked].filter((url) => /^http/.test(url) && !url.endsWith('/offline-worker.js') && !listed.includes(url))).toEqual([]);
    expect(asked.size).toBeGreaterThan(10);
  });
});

test.describe('the baseline of the public SMB dataset', () => {
  test.skip(skipped !== '');

  test(`is marked with an expiry, exported, and imported in a fresh browser that compares it with the sample and goes on after a reload${skipped}`, async ({ home, browser, baseURL }) => {
    await chooseFile(home, SMB);
    await workbenchReady(home);
    await home.getByRole('link', { name: 'Baseline' }).click();
    const grid = home.getByRole('grid', { name: 'Baseline', exact: true });
    // The copy of GruntHTTP.exe, and nothing else.
    await expect(grid).toHaveAttribute('aria-rowcount', '2');
    await grid.getByRole('gridcell', { name: /pgustavo$/ }).click();
    await home.getByRole('region', { name: 'The open row' }).getByRole('button', { name: 'Mark as known…' }).click();
    await home.getByLabel('Reason').fill('Class exercise');
    await home.getByLabel('Expires on').fill('2999-01-01');
    await home.getByLabel('Reason').press('Enter');
    await expect(grid.getByRole('gridcell', { name: 'Class exercise, until 2999-01-01' })).toBeVisible();
    const text = await saved(home, () => home.getByRole('button', { name: 'Export', exact: true }).click());
    const file = readBaseline(text);
    expect(file).toMatchObject({ ok: true, value: { rows: [{ directory: 'ProgramData' }], marks: [{ reason: 'Class exercise', expires: Date.UTC(2999, 0, 1) }] } });

    // Greyed and counted apart, and still there.
    for (const [analytic, rows] of [['III', 1], ['IV', 2]] as const) {
      await chooseAnalytic(home, analytic);
      await chooseReading(home, 'sql');
      await expect(home.getByRole('main').getByText(`${rows} known`, { exact: true })).toBeVisible();
      await expect(analyticLink(home, analytic)).toContainText(`${rows} known`);
      await expect(resultGrid(home, analytic, 'sql').getByRole('rowheader', { name: /known/ })).toHaveCount(rows);
    }

    // Every hit is known now: in the timeline, and of the session behind it.
    await expect(home.getByRole('group', { name: 'Hits' }).getByRole('button', { name: /, known$/ }).first()).toBeVisible();
    await home.getByRole('link', { name: 'Logon sessions' }).click();
    await expect(home.getByText('1 session with known hits only')).toBeVisible();

    const other = await browser.newContext({ baseURL });
    const page = await other.newPage();
    await page.goto('.');
    await idle(page);
    await openSample(page);
    await page.getByRole('link', { name: 'Baseline' }).click();
    // One that expired long ago counts as unknown.
    const expired = text.replace(String(Date.UTC(2999, 0, 1)), '1');
    await page.getByLabel('Baseline file').setInputFiles({ name: 'smb.baseline.json', mimeType: 'application/json', buffer: Buffer.from(expired) });
    const compared = page.getByRole('region', { name: 'Compared with covenant_copy_smb_CreateRequest.zip' });
    // Ten rows of the sample (lib/engine/baseline.test.ts), and the one of the other dataset.
    for (const words of ['10 new', '1 gone', '0 as before']) await expect(compared.getByText(words, { exact: true })).toBeVisible();
    await compared.getByRole('columnheader', { name: 'Writes now' }).getByRole('button', { name: 'Writes now', exact: true }).click();
    await expect(page).toHaveURL(/compared=[0-9a-f]{64}&.*comparison=@now/);
    await page.reload();
    await expect(compared.getByText('1 gone', { exact: true })).toBeVisible();
    await expect(compared.getByRole('columnheader', { name: 'Writes now' })).toHaveAttribute('aria-sort', 'ascending');
    await compared.getByRole('button', { name: 'Close the comparison' }).click();
    await expect(page).not.toHaveURL(/compared=/);
    await other.close();
  });
});
