import { expect, idle, test } from './fixtures';
import { analyticLink, chooseAnalytic, chooseReading, chooseTheme, openLink, openRow, openSample, panel, readingTab, resultGrid, workbenchReady } from './workbench-page';

test('reload and a copied link restore analytic, reading, row, session and theme', async ({ home, context }) => {
  await openSample(home);
  await chooseAnalytic(home, 'II');
  await chooseReading(home, 'pandas');
  await openRow(home, 'II', 'pandas', 0);
  await panel(home).getByTitle('Open the session by itself').click();
  await expect(panel(home).getByRole('heading', { name: /^Session 0x/ })).toBeVisible();
  await chooseTheme(home, 'Dark');
  await idle(home);
  const address = home.url();
  const session = await panel(home).getByRole('heading', { level: 2 }).textContent();

  await home.reload();
  const copy = await context.newPage();
  await copy.goto(address);
  for (const page of [home, copy]) {
    await workbenchReady(page);
    await expect(analyticLink(page, 'II')).toHaveAttribute('aria-current', 'page');
    await expect(readingTab(page, 'pandas')).toHaveAttribute('aria-selected', 'true');
    await expect(panel(page).getByRole('heading', { level: 2 })).toHaveText(session ?? '');
    await expect(panel(page).getByRole('link', { name: 'Result row' })).toBeVisible();
    await expect(resultGrid(page, 'II', 'pandas').getByRole('row', { selected: true })).toHaveCount(1);
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
    expect(page.url()).toBe(address);
  }
});

test('the back button undoes one step at a time, down to the home', async ({ home }) => {
  await openSample(home);
  await chooseAnalytic(home, 'III');
  await chooseReading(home, 'hardened');
  await openRow(home, 'III', 'hardened', 0);
  await home.goBack();
  await expect(panel(home)).toBeHidden();
  await expect(readingTab(home, 'hardened')).toHaveAttribute('aria-selected', 'true');
  await home.goForward();
  await expect(panel(home).getByRole('heading', { name: 'Result row' })).toBeVisible();
  await home.goBack();
  await home.goBack();
  await expect(readingTab(home, 'sql')).toHaveAttribute('aria-selected', 'true');
  await home.goBack();
  await expect(analyticLink(home, 'III')).not.toHaveAttribute('aria-current', 'page');
  await home.goBack();
  await expect(home.getByRole('button', { name: 'Open the sample' })).toBeVisible();
  await idle(home);
});

test('a link to a dataset on another site opens it, with the row, in a fresh window', async ({ home, otherOrigin, context }) => {
  await openLink(home, `${otherOrigin.url}healthy.zip`);
  await workbenchReady(home);
  const address = home.url();
  expect(address).toContain('dataset=');
  const other = await context.newPage();
  await other.goto(address);
  await workbenchReady(other);
  await expect(other.getByRole('list', { name: 'Dataset' })).toContainText('2,000 events');
});

test('a bad key falls back alone, and an address of a newer version says so', async ({ page }) => {
  await page.goto('.#v=1&dataset=sample&analytic=%00&reading=pandas');
  await workbenchReady(page);
  await expect(readingTab(page, 'pandas')).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByText(/analytic/).first()).toBeVisible();
  await page.goto('about:blank');
  await page.goto('.#v=99&dataset=sample');
  await expect(page.getByText(/newer/i).first()).toBeVisible();
});

test('the catalogue’s search, filters, order and tab stand in the address; reload and back restore them', async ({ home }) => {
  const search = home.getByLabel('Search datasets and hunts');
  await search.fill('remote');
  await home.getByLabel('Tactic').selectOption('TA0008');
  await home.getByRole('button', { name: 'Events', exact: true }).click();
  expect(new URL(home.url()).hash).toBe('#v=1&find=remote&tactic=TA0008&sort=-events');
  const count = await home.getByRole('status').filter({ hasText: /of 124 datasets/ }).textContent();

  await home.reload();
  await idle(home);
  await expect(search).toHaveValue('remote');
  await expect(home.getByLabel('Tactic')).toHaveValue('TA0008');
  await expect(home.getByRole('columnheader', { name: 'Events' })).toHaveAttribute('aria-sort', 'descending');
  await expect(home.getByRole('status').filter({ hasText: /of 124 datasets/ })).toHaveText(count ?? '');
  await home.getByRole('tab', { name: /^Hunts/ }).click();
  await openSample(home);
  expect(home.url()).not.toContain('find=');
  await home.goBack();
  await expect(home.getByRole('tab', { name: /^Hunts/ })).toHaveAttribute('aria-selected', 'true');
  await expect(search).toHaveValue('remote');

  // Closing a dataset leads back to it as well.
  await openSample(home);
  await home.getByRole('button', { name: 'Close' }).click();
  await expect(search).toHaveValue('remote');
  await home.getByRole('tab', { name: /^Datasets/ }).click();
  await home.getByRole('button', { name: 'Clear all' }).click();
  expect(new URL(home.url()).hash).toBe('#v=1&sort=-events');
});
