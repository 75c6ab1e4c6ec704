import { fileURLToPath } from 'node:url';
import { expect, idle, test } from './fixtures';
import { serveFolder } from './static-server';
import { chooseAnalytic, openRow, openSample, panel, resultGrid, workbenchReady } from './workbench-page';

test('the same folder works under a sub-path: scripts, worker, fonts, sample, hunts, reload', async ({ page }) => {
  const site = await serveFolder(fileURLToPath(new URL('../out', import.meta.url)), { mount: '/some/sub/path/' });
  const outside: string[] = [];
  page.on('response', (response) => {
    if (!response.url().startsWith(site.url) || response.status() !== 200) outside.push(`${response.status()} ${response.url()}`);
  });
  await page.goto(site.url);
  await idle(page);
  await openSample(page);
  await chooseAnalytic(page, 'II');
  await openRow(page, 'II', 'sql', 0);
  await page.reload();
  await workbenchReady(page);
  await expect(resultGrid(page, 'II', 'sql').getByRole('row', { selected: true })).toHaveCount(1);
  await expect(panel(page).getByRole('heading', { name: 'Result row' })).toBeVisible();
  expect(await page.evaluate(() => document.fonts.check('13px Geist'))).toBe(true);
  expect(outside).toEqual([]);
  await site.close();
});

test.describe('what is not there', () => {
  test.use({ expectedInConsole: /404|MIME type/ });

  test('is answered by a page that says so', async ({ page, site }) => {
    const response = await page.goto(`${site.url}nowhere`);
    expect(response?.status()).toBe(404);
    await expect(page.getByRole('heading', { name: 'There is no such page' })).toBeVisible();
  });
});
