import { cp, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { offlineFiles, withFiles } from '@/app/offline-files.mjs';
import { expect, idle, test } from './fixtures';
import { serveFolder } from './static-server';
import { openSample, resultGrid } from './workbench-page';

const OUT = fileURLToPath(new URL('../out', import.meta.url));
const WORKER = fileURLToPath(new URL('../public/offline-worker.js', import.meta.url));

/** Words of a script that is fetched when its section is first opened. */
const WORDS_OF_QUERY = 'Nothing has been run yet';

/** The export as another build of it would be: its page says so, and the script of the section Query has another name. */
async function otherBuild(folder: string): Promise<void> {
  await cp(OUT, folder, { recursive: true });
  const names = (await readdir(folder, { recursive: true })).map((name) => name.split(sep).join('/'));
  const scripts = await Promise.all(names.filter((name) => name.endsWith('.js')).map(async (name) => ({ name, text: await readFile(join(folder, name), 'utf8') })));
  const renamed = scripts.find(({ text }) => text.includes(WORDS_OF_QUERY))?.name;
  if (renamed === undefined) throw new Error('no script of the section Query');
  const base = renamed.replace(/^.*\//, '');
  const to = `other-${base}`;
  for (const { name, text } of scripts) if (text.includes(base)) await writeFile(join(folder, name), text.replaceAll(base, to));
  await rename(join(folder, renamed), join(folder, renamed.replace(base, to)));
  const page = join(folder, 'index.html');
  await writeFile(page, (await readFile(page, 'utf8')).replace('<html ', '<html data-build="other" '));
  const files = offlineFiles(names.map((name) => (name === renamed ? renamed.replace(base, to) : name)).filter((name) => /\.\w+$/.test(name)));
  const bytes = new Map(await Promise.all(files.map(async (name) => [name, await readFile(join(folder, name))] as const)));
  await writeFile(join(folder, 'offline-worker.js'), withFiles(await readFile(WORKER, 'utf8'), bytes));
}

test.use({ serviceWorkers: 'allow' });

test('a newer build is offered; the page that is open goes on with its own scripts, and loading the newer one loses nothing', async ({ page }) => {
  const folder = await mkdtemp(join(tmpdir(), 'builds-'));
  const served = join(folder, 'served');
  await otherBuild(join(folder, 'other'));
  await symlink(OUT, served);
  const site = await serveFolder(served);
  try {
    await page.goto(site.url);
    await idle(page);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await openSample(page);
    await page.getByRole('link', { name: 'Baseline' }).click();
    const grid = page.getByRole('grid', { name: 'Baseline', exact: true });
    await grid.getByRole('gridcell', { name: 'BRIGHTWATER\\svc-backup' }).first().click();
    await page.getByRole('region', { name: 'The open row' }).getByRole('button', { name: 'Mark as known…' }).click();
    await page.getByLabel('Reason').fill('Nightly backup');
    await page.getByLabel('Reason').press('Enter');
    await expect(grid.getByRole('gridcell', { name: 'Nightly backup' })).toHaveCount(1);
    await idle(page);

    await rm(served);
    await symlink(join(folder, 'other'), served);
    await page.goto(`${site.url}#v=1&dataset=sample&analytic=III&reading=hardened`);
    await page.reload();
    const offer = page.getByRole('status').filter({ hasText: 'A newer Huntbook is on this device' });
    await expect(offer).toBeVisible();
    await expect(page.locator('html')).not.toHaveAttribute('data-build', 'other');
    // Its script is no longer on the host.
    await page.getByRole('link', { name: 'Query', exact: true }).click();
    await expect(page.getByText(WORDS_OF_QUERY)).toBeVisible();
    await page.goBack();

    await offer.getByRole('button', { name: 'Load it' }).click();
    await expect(page.locator('html')).toHaveAttribute('data-build', 'other');
    await expect(resultGrid(page, 'III', 'hardened').getByRole('rowheader', { name: /known/ })).toHaveCount(4);
    await expect(offer).toBeHidden();
    await page.getByRole('link', { name: 'Query', exact: true }).click();
    await expect(page.getByText(WORDS_OF_QUERY)).toBeVisible();
  } finally {
    await site.close();
    await rm(folder, { recursive: true });
  }
});
