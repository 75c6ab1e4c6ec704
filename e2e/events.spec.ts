import type { Locator, Page } from '@playwright/test';
import { expect, idle, test } from './fixtures';
import { openSample, panel, rowCount } from './workbench-page';

async function openEvents(page: Page): Promise<Locator> {
  await openSample(page);
  await page.getByRole('navigation', { name: 'Hunt' }).getByRole('link', { name: 'Events' }).click();
  const grid = page.getByRole('grid', { name: 'Events' });
  await expect(grid).toBeVisible();
  await idle(page);
  return grid;
}

test('facets include and exclude, chips say so, back undoes, and one click makes SQL with the same events', async ({ home }) => {
  const grid = await openEvents(home);
  const all = await rowCount(grid);
  await home.getByRole('searchbox', { name: 'Find a value of EventID' }).fill('5145');
  const only = home.getByRole('button', { name: /^Only EventID 5145, / });
  const wanted = Number(/, ([\d,]+)$/.exec((await only.getAttribute('aria-label')) ?? '')?.[1].replaceAll(',', ''));
  await only.click();
  await idle(home);
  await expect.poll(() => rowCount(grid)).toBe(wanted);
  await expect(home.getByRole('columnheader', { name: 'ShareName' })).toBeVisible();
  const chips = home.getByRole('list', { name: 'Filters' });
  await chips.getByRole('button', { name: 'EventID is 5145. Exclude it instead' }).click();
  await idle(home);
  await expect.poll(() => rowCount(grid)).toBe(all - wanted);
  await home.goBack();
  await idle(home);
  await expect.poll(() => rowCount(grid)).toBe(wanted);
  await home.getByRole('button', { name: 'As SQL' }).click();
  const rows = home.getByRole('grid', { name: 'Rows of the query' });
  await expect(rows).toBeVisible();
  await expect(home.getByRole('textbox', { name: 'Query in SQL' })).toContainText('EventID = 5145');
  await expect.poll(() => rowCount(rows)).toBe(wanted);
});

test('a search marks and counts its hits; a value of an event filters; a reload restores it', async ({ home }) => {
  const grid = await openEvents(home);
  await home.getByRole('searchbox', { name: 'Search the text of all events' }).fill('c$');
  await expect(home.getByText(/ of [\d,]+ events · [\d,]+ hits/)).toBeVisible();
  await idle(home);
  const found = await rowCount(grid);
  expect(found).toBeGreaterThan(0);
  await grid.getByRole('gridcell').first().click();
  await expect(panel(home).locator('mark').first()).toHaveText(/c\$/i);
  await panel(home).getByRole('button', { name: 'Pivot on EventID' }).last().click();
  await home.getByRole('menuitem', { name: 'Exclude this' }).click();
  await idle(home);
  await expect.poll(() => rowCount(grid)).toBeLessThan(found);
  const left = await rowCount(grid);
  await home.reload();
  await expect(grid).toBeVisible();
  await idle(home);
  await expect.poll(() => rowCount(grid)).toBe(left);
  await home.getByRole('button', { name: 'Clear all filters' }).first().click();
  await expect(home.getByText(/^No filter/)).toBeVisible();
});
