import { expect, idle, test } from './fixtures';
import { chooseAnalytic, openSample, resultGrid, rowCount } from './workbench-page';

test('a table’s sort, filter and columns stand in the address, belong to their rows, and are undone by back; a brush leaves the rows of its time', async ({ home }) => {
  await openSample(home);
  await chooseAnalytic(home, 'II');
  const grid = resultGrid(home, 'II', 'sql');
  const all = await rowCount(grid);
  const name = await grid.getByRole('columnheader').nth(1).getByRole('button').first().getAttribute('title');
  const head = grid.getByRole('columnheader', { name: name ?? '' }).first();
  await head.getByRole('button').first().click();
  await head.getByRole('button').first().click();
  await idle(home);
  await expect(head).toHaveAttribute('aria-sort', 'descending');
  expect(home.url()).toContain(`table=@-`);

  await home.getByRole('button', { name: 'Filter', exact: true }).click();
  await home.getByRole('searchbox', { name: `Filter ${name}` }).fill('no such text');
  await idle(home);
  await expect(home.getByText('No row meets the filters')).toBeVisible();
  await home.reload();
  await expect(home.getByText('No row meets the filters')).toBeVisible();
  await idle(home);
  await expect(head).toHaveAttribute('aria-sort', 'descending');
  await home.goBack();
  await idle(home);
  await expect.poll(() => rowCount(grid)).toBe(all);

  await chooseAnalytic(home, 'III');
  expect(home.url()).not.toContain('table=');
  await home.goBack();
  await expect(head).toHaveAttribute('aria-sort', 'descending');

  const figure = home.getByRole('figure', { name: 'Events over time' });
  await figure.getByRole('slider', { name: 'Selected to' }).focus();
  for (let i = 0; i < 11; i++) await home.keyboard.press('Shift+ArrowLeft');
  await idle(home);
  const only = home.getByRole('button', { name: /^in the brushed time/ });
  await expect(only).toBeVisible();
  await expect.poll(() => rowCount(grid)).toBeLessThan(all);
  await only.click();
  await expect.poll(() => rowCount(grid)).toBe(all);
});
