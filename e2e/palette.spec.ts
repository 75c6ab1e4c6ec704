import { expect, idle, test } from './fixtures';
import { analyticLink, chooseAnalytic, openSample, panel, resultGrid } from './workbench-page';

test('the palette reaches views and actions by name, and the focus goes to their headings and comes back', async ({ home }) => {
  const { keyboard } = home;
  await keyboard.press('Control+k');
  const palette = home.getByRole('dialog', { name: 'Commands' });
  const field = palette.getByRole('combobox');
  // Whoever types before the palette's script is there loses nothing.
  await keyboard.type('sample\n');
  await expect(analyticLink(home, 'IV')).toBeVisible({ timeout: 30_000 });
  await idle(home);

  await keyboard.press('Control+k');
  await expect(palette.getByRole('option', { name: /^III · / }).first()).toBeVisible();
  await field.fill('iv pandas');
  await keyboard.press('Enter');
  await expect(home.getByRole('tab', { name: 'Published pandas' })).toHaveAttribute('aria-selected', 'true');
  await expect(home.locator('#analytic-title')).toBeFocused();

  // The views of a workbench come a moment after the palette, which an Enter waits for.
  await keyboard.press('Control+k');
  await keyboard.type('import report\n');
  await expect(home.locator('main h2')).toBeFocused();
  await idle(home);
  await home.goBack();
  await expect(home.locator('#analytic-title')).toBeFocused();

  await keyboard.press('Control+k');
  await field.fill('theme dark');
  await expect(palette.getByRole('option', { name: /dark/i }).first()).toBeVisible();
  await keyboard.press('Enter');
  await expect(home.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(palette).toBeHidden();
  await expect(home.locator('#analytic-title')).toBeFocused();

  await keyboard.press('?');
  const keys = home.getByRole('dialog', { name: 'Keys' });
  await expect(keys).toContainText('Every view and action');
  await keyboard.press('Escape');
  await expect(keys).toBeHidden();
  await expect(home.locator('#analytic-title')).toBeFocused();
});

test('a cell’s value leads on by the Menu key', async ({ home }) => {
  await openSample(home);
  await chooseAnalytic(home, 'II');
  const grid = resultGrid(home, 'II', 'sql');
  const column = await grid.getByRole('columnheader').evaluateAll((heads) => heads.findIndex((head) => head.querySelector('button')?.title === 'SubjectUserName'));
  const cell = grid.getByRole('row').nth(1).getByRole('gridcell').nth(column - 1);
  const user = (await cell.textContent()) ?? '';
  await cell.click({ button: 'right' });
  await expect(home.getByRole('menu', { name: 'SubjectUserName of row 1' })).toBeVisible();
  await home.keyboard.press('Escape');
  await expect(cell).toBeFocused();

  await home.keyboard.press('Shift+F10');
  await home.getByRole('menuitem', { name: 'Count over time' }).press('Enter');
  const counts = home.getByRole('grid', { name: 'Rows of the query' });
  await expect(counts.getByRole('columnheader', { name: 'hour, UTC' })).toBeVisible();
  await home.goBack();
  await idle(home);
  await cell.focus();
  await home.keyboard.press('ContextMenu');
  await home.getByRole('menuitem', { name: 'Sessions of this account' }).press('Enter');
  await expect(home.getByRole('button', { name: new RegExp(`user ${user}`) })).toBeVisible();
  await expect(panel(home)).toBeHidden();
});
