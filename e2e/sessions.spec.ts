import { expect, idle, test } from './fixtures';
import { openSample, panel } from './workbench-page';

test('the attack\u2019s session stands out by its hits and opens as lanes that keys go through', async ({ home }) => {
  await openSample(home);
  await home.getByRole('navigation', { name: 'Hunt' }).getByRole('link', { name: 'Logon sessions' }).click();
  await idle(home);
  const grid = home.getByRole('grid', { name: 'Logon sessions' });
  const hits = grid.getByRole('columnheader', { name: 'Hits' }).getByRole('button').first();
  await hits.click();
  await hits.click();
  await idle(home);
  // Sorted by hits, the first one has some; the service sessions are apart.
  const first = grid.getByRole('row').nth(1);
  await expect(first).toContainText(/IV \(\d+\)/);
  await expect(home.getByRole('grid', { name: 'Service sessions' })).toContainText('SYSTEM');
  await first.getByRole('gridcell').first().click();
  await idle(home);

  const lanes = panel(home).getByRole('group', { name: 'Lanes of the session' });
  for (const name of ['Logon', 'Privileges', 'Shares', 'Files']) await expect(lanes.getByRole('group', { name: new RegExp(`^${name}, [1-9]`) })).toBeVisible();
  const logon = lanes.getByRole('group', { name: /^Logon, / }).getByRole('button').first();
  await logon.focus();
  await home.keyboard.press('ArrowDown');
  await expect(lanes.getByRole('group', { name: /^Privileges, / }).getByRole('button').first()).toBeFocused();
  await home.keyboard.press('ArrowUp');
  await expect(logon).toHaveAccessibleName(/event 4624, logon · network/);
  await home.keyboard.press('Enter');
  await expect(panel(home).getByRole('heading', { name: /^Event/ }).first()).toBeVisible();
});
