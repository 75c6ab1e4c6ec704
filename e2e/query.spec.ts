import type { Page } from '@playwright/test';
import { expect, idle, test } from './fixtures';
import { analyticLink, openSample, panel, rowCount } from './workbench-page';

async function openQueryPage(page: Page): Promise<void> {
  await openSample(page);
  await page.getByRole('navigation', { name: 'Hunt' }).getByRole('link', { name: 'Query' }).click();
  await expect(editor(page, 'SQL')).toBeVisible();
  await idle(page);
}

function editor(page: Page, language: 'SQL' | 'pandas') {
  return page.getByRole('textbox', { name: `Query in ${language}` });
}

async function write(page: Page, language: 'SQL' | 'pandas', text: string): Promise<void> {
  await editor(page, language).focus();
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.insertText(text);
  await expect(editor(page, language)).toContainText(text.split('\n')[0]);
}

const rows = (page: Page) => page.getByRole('grid', { name: 'Rows of the query' });

test('a query is written by keyboard with what the dataset offers, run, and its row opened; a link restores it', async ({ home }) => {
  await openQueryPage(home);
  await write(home, 'SQL', 'SELECT Hostname, Sha');
  // The editor hears no key for what it has only just offered.
  await expect(async () => {
    await home.keyboard.press('ArrowDown');
    await expect(home.getByRole('listbox', { name: 'Completions' }).getByRole('option').nth(1)).toHaveAttribute('aria-selected', 'true', { timeout: 100 });
  }).toPass();
  await home.keyboard.press('ArrowUp');
  await home.keyboard.press('Enter');
  await home.keyboard.insertText('\nFROM t WHERE EventID = 5145 AND ShareName LIKE ');
  await home.keyboard.type("'%C");
  await expect(async () => {
    await home.getByRole('listbox', { name: 'Completions' }).getByRole('option', { name: /C\$/ }).first().click({ timeout: 1_000 });
    await expect(editor(home, 'SQL')).toContainText(/SELECT Hostname, ShareName.*LIKE '%.*C\$'/, { timeout: 500 });
  }).toPass();
  await home.keyboard.press('Control+Enter');
  await expect(rows(home)).toBeVisible();
  await idle(home);
  const count = await rowCount(rows(home));
  expect(count).toBeGreaterThan(0);

  await rows(home).getByRole('gridcell').first().click();
  await expect(panel(home).getByRole('heading', { name: 'Result row' })).toBeVisible();
  await expect(panel(home)).toContainText('of the query');
  await idle(home);
  await home.reload();
  await expect(panel(home).getByText(/Row 1 of the query/)).toBeVisible();
  await idle(home);
  expect(await rowCount(rows(home))).toBe(count);

  await home.getByRole('button', { name: 'History' }).click();
  await expect(home.getByRole('button', { name: /^SELECT Hostname, ShareName/ })).toBeVisible();
});

test('an error is underlined and told with its place; groups are drawn as a chart; a reading is taken over', async ({ home }) => {
  await openQueryPage(home);
  await expect(home.locator('.cm-token-keyword').first()).toHaveText('SELECT');
  await write(home, 'SQL', 'SELECT NTILE(3)\nFROM t');
  const notes = home.getByRole('list', { name: 'Errors and warnings' });
  await expect(notes).toContainText('The function NTILE is not supported');
  await expect(home.locator('.cm-lintRange-error')).toHaveText('NTILE');
  await home.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(home.getByText('This query could not run')).toBeVisible();
  await home.getByRole('button', { name: 'line 1, column 8' }).click();
  await expect(editor(home, 'SQL')).toBeFocused();
  await home.keyboard.press('Escape');
  await home.keyboard.press('Tab');
  await expect(editor(home, 'SQL')).not.toBeFocused();

  await home.getByRole('tab', { name: 'pandas' }).click();
  await idle(home);
  await write(home, 'pandas', "df.groupby('EventID').size()");
  await home.keyboard.press('Control+Enter');
  const chart = home.getByRole('figure', { name: /by EventID/ });
  await expect(chart).toBeVisible();
  await idle(home);
  await chart.getByRole('button', { name: 'Table' }).click();
  await expect(chart.getByRole('row')).toHaveCount(1 + Math.min(30, await rowCount(rows(home))));

  await analyticLink(home, 'I').click();
  await idle(home);
  await home.getByRole('button', { name: /^Logic/ }).click();
  await home.getByRole('button', { name: 'Edit as query' }).click();
  await expect(editor(home, 'SQL')).toContainText('NOT ShareName LIKE');
  await expect(rows(home)).toBeVisible();
});

test('a query is kept as an analytic of the hunt, which a reload keeps', async ({ home }) => {
  await openQueryPage(home);
  await write(home, 'SQL', "SELECT Hostname, ShareName FROM t WHERE EventID = 5140 AND ShareName RLIKE 'ADMIN'");
  await home.getByRole('button', { name: 'Keep as analytic' }).click();
  await home.getByLabel('Title').fill('Administrative shares');
  await home.keyboard.press('Enter');
  await expect(analyticLink(home, 'VI')).toContainText('Administrative shares');
  await idle(home);
  await home.reload();
  await expect(home.getByRole('heading', { name: 'Administrative shares' })).toBeVisible();
  await expect(home.getByRole('navigation', { name: 'Hunt' })).toContainText('smb-create-remote-file-edited.md');
  await idle(home);
});
