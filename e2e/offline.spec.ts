import { fileURLToPath } from 'node:url';
import { expect, idle, test } from './fixtures';
import { serveFolder } from './static-server';
import { ANALYTICS, analyticLink, chooseFile, openRow, workbenchReady } from './workbench-page';

const OUT = fileURLToPath(new URL('../out', import.meta.url));
const SAMPLE = fileURLToPath(new URL('../public/datasets/sample.zip', import.meta.url));

// Chromium's word for the one request at the end.
test.use({ serviceWorkers: 'allow', expectedInConsole: /ERR_INTERNET_DISCONNECTED/ });

test('after one visit the app works without a network, under a sub-path: reloaded, then an upload from file to row; each request is listed with its reason', async ({ page, context, problems }) => {
  const site = await serveFolder(OUT, { mount: '/some/sub/path/' });
  await page.goto(site.url);
  await idle(page);
  await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
  // Installable, but that a test's browser is a private window.
  const chromium = await context.newCDPSession(page);
  expect(await chromium.send('Page.getAppManifest')).toMatchObject({ url: `${site.url}manifest.webmanifest`, errors: [] });
  const { installabilityErrors } = await chromium.send('Page.getInstallabilityErrors');
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([]);

  await site.close();
  await context.setOffline(true);
  await page.reload();
  await idle(page);
  await chooseFile(page, SAMPLE);
  await workbenchReady(page);
  for (const id of ANALYTICS) await expect(analyticLink(page, id)).toBeVisible();
  await openRow(page, 'I', 'sql', 0);

  await page.keyboard.press('Control+k');
  await page.getByRole('dialog', { name: 'Commands' }).getByRole('combobox').fill('request');
  await page.keyboard.press('Enter');
  const requests = page.getByRole('dialog', { name: 'Requests' });
  await expect(requests.getByRole('status')).toContainText('Each is known.');
  await expect(requests.getByRole('row', { name: /own file.*hunts\/smb-create-remote-file\.md.*Page/ })).toBeVisible();
  await expect(requests.getByRole('row', { name: /own file.*_next.*Engine/ }).first()).toBeVisible();

  expect(problems).toEqual([]);
  // What nothing here asks for, as an extension's script may.
  await page.evaluate(() => void fetch('https://elsewhere.invalid/?user=pgustavo').catch(() => undefined));
  await expect(requests.getByRole('status')).toContainText('1 address unknown');
  await expect(requests.getByRole('row', { name: /Unknown.*elsewhere\.invalid/ })).toBeVisible();
});
