import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures';
import { madeArchives } from './made-archives';
import { workbenchReady } from './workbench-page';

const SMB = 'https://raw.githubusercontent.com/OTRF/Security-Datasets/master/datasets/atomic/windows/lateral_movement/host/covenant_copy_smb_CreateRequest.zip';

function search(page: Page): Locator {
  return page.getByRole('searchbox', { name: 'Search datasets and hunts' });
}

/** The datasets shown, without the head. */
function rows(page: Page): Locator {
  return page.getByRole('table', { name: 'Public datasets' }).getByRole('row').filter({ has: page.getByRole('rowheader') });
}

/** The page's own server stands in for the other site: no test leaves this machine. */
async function answerFor(page: Page): Promise<readonly string[]> {
  const asked: string[] = [];
  const body = Buffer.from((await madeArchives())['healthy.zip']);
  await page.route('https://raw.githubusercontent.com/**', async (route) => {
    asked.push(route.request().url());
    await route.fulfill({ body, contentType: 'application/zip', headers: { 'access-control-allow-origin': '*' } });
  });
  return asked;
}

test('the catalogue is searched by title, technique and file name', async ({ home }) => {
  await expect(rows(home)).toHaveCount(124);
  for (const text of ['covenant remote file copy', 'smb/windows admin shares covenant_copy', '2020-09-22145302']) {
    await search(home).fill(text);
    await expect(rows(home)).toHaveCount(1);
    await expect(rows(home)).toContainText('covenant_copy_smb_CreateRequest.zip');
    await expect(rows(home)).toContainText('T1021.002');
    await expect(rows(home)).toContainText('SMB/Windows Admin Shares');
    await expect(rows(home)).toContainText('506');
    await expect(rows(home)).toContainText('Fits the hunt SMB Create Remote File');
  }
  await search(home).fill('arp cache');
  await expect(rows(home)).toContainText('not counted');
  await search(home).fill('no such dataset');
  await expect(home.getByText('No dataset is like that')).toBeVisible();
  await home.getByRole('button', { name: 'Clear all' }).click();
  await expect(rows(home)).toHaveCount(124);
});

test('filters narrow it and say how much each choice leaves', async ({ home }) => {
  await home.getByLabel('Tactic').selectOption({ label: 'Lateral Movement (26)' });
  await expect(rows(home)).toHaveCount(26);
  await home.getByLabel('Technique').selectOption({ label: 'T1021.002 SMB/Windows Admin Shares (7)' });
  await expect(rows(home)).toHaveCount(7);
  await expect(home.getByRole('status').filter({ hasText: '7 of 124 datasets' })).toBeVisible();
  await home.getByRole('button', { name: 'Clear all' }).click();
  await home.getByLabel('Kind').selectOption({ label: 'Compound (12)' });
  await home.getByLabel('Source').selectOption({ label: 'Cloud (3)' });
  await home.getByLabel('Platform').selectOption('Azure');
  await expect(rows(home)).toHaveCount(3);
});

test('the heads sort it, and arrows go from row to row', async ({ home }) => {
  await home.getByRole('button', { name: 'Events', exact: true }).click();
  await expect(home.getByRole('columnheader', { name: 'Events' })).toHaveAttribute('aria-sort', 'descending');
  const counts = await rows(home).evaluateAll((lines) => lines.map((line) => Number(line.children[5].textContent.replaceAll(',', ''))));
  const counted = counts.filter((count) => !Number.isNaN(count));
  expect(counts.slice(0, counted.length)).toEqual([...counted].sort((a, b) => b - a));

  const open = rows(home).getByRole('button', { name: /^Open/ });
  await open.first().focus();
  await home.keyboard.press('ArrowDown');
  await expect(open.nth(1)).toBeFocused();
  await home.keyboard.press('End');
  await expect(open.last()).toBeFocused();
});

test('a dataset is opened as its link would be, and coming back shows what was searched for', async ({ home }) => {
  const asked = await answerFor(home);
  await search(home).fill('covenant_copy');
  await home.getByRole('button', { name: 'Open Covenant Remote File Copy, covenant_copy_smb_CreateRequest.zip' }).click();
  await workbenchReady(home);
  expect(asked).toEqual([SMB]);
  expect(new URL(home.url()).hash).toContain(`dataset=${SMB}`);
  await home.goBack();
  await expect(search(home)).toHaveValue('covenant_copy');
  await expect(rows(home)).toHaveCount(1);
});

test('the hunt that we ship runs from its notebook’s entry; each entry leads to its notebook', async ({ home }) => {
  const asked = await answerFor(home);
  await home.getByRole('tab', { name: /^Hunts/ }).click();
  await expect(home.getByRole('list', { name: 'Public hunts' }).getByRole('link')).toHaveCount(26);
  await search(home).fill('smb create');
  const notebook = home.getByRole('list', { name: 'Public hunts' }).getByRole('link', { name: 'SMB Create Remote File' });
  await expect(notebook).toHaveAttribute('href', /^https:\/\/github\.com\/OTRF\/ThreatHunter-Playbook\/blob\/main\/.*201012-RemoteCreateFileSMB\/notebook\.md$/);
  await expect(notebook).toHaveAttribute('rel', 'noopener noreferrer');
  await home.getByRole('button', { name: 'Run ours: SMB Create Remote File' }).click();
  await workbenchReady(home);
  expect(asked).toEqual([SMB]);
  expect(new URL(home.url()).hash).toContain('hunt=smb-create-remote-file');
});

test('a dataset’s link is copied', async ({ home, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await search(home).fill('covenant_copy');
  await home.getByRole('button', { name: 'Copy the link of covenant_copy_smb_CreateRequest.zip' }).click();
  await expect(home.getByRole('status').filter({ hasText: 'Copied' })).toBeAttached();
  expect(await home.evaluate(() => navigator.clipboard.readText())).toBe(SMB);
});

test('nothing jumps when the catalogue arrives, and nothing is asked of another site', async ({ page, site }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  // A font that comes late, as over a slow line, must not move the page either.
  await page.route('**/*.woff2', (route) => setTimeout(() => void route.continue(), 1000));
  await page.goto('.', { waitUntil: 'commit' });
  await expect(rows(page)).toHaveCount(124);
  await page.evaluate(() => document.fonts.ready);
  const shifts = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => resolve(list.getEntries().length)).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => resolve(0), 500);
      }),
  );
  expect(shifts).toBe(0);
  expect(asked.filter((url) => !url.startsWith(site.url))).toEqual([]);
});

test.describe('without its facts', () => {
  test.use({ expectedInConsole: /404/ });

  test('the home page works on, says so, and tries again', async ({ page }) => {
    await page.route('**/hunts.json', (route) => route.fulfill({ status: 404 }));
    await page.goto('.');
    await expect(page.getByRole('alert').filter({ hasText: 'could not be fetched' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Open the sample' })).toBeEnabled();
    await page.unroute('**/hunts.json');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(rows(page)).toHaveCount(124);
  });
});
