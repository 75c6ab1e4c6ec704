import { expect, idle, test } from './fixtures';
import { openSample } from './workbench-page';

const rail = 'Hunt';

test('two tabs have one story: stars and tags by key in a list, a tag that completes, each tab shows what the other did', async ({ home, context }) => {
  await openSample(home);
  await home.getByRole('navigation', { name: rail }).getByRole('link', { name: 'Logon sessions' }).click();
  const sessions = home.getByRole('grid', { name: 'Logon sessions' });
  await sessions.getByRole('gridcell').first().focus();
  await home.keyboard.press('s');
  await expect(sessions.getByRole('rowheader', { name: /starred/ })).toHaveCount(1);
  await idle(home);

  const other = await context.newPage();
  await other.goto(home.url());
  const there = other.getByRole('grid', { name: 'Logon sessions' });
  await expect(there.getByRole('rowheader', { name: /starred/ })).toHaveCount(1, { timeout: 30_000 });
  await there.getByRole('gridcell').first().focus();
  await other.keyboard.press('ArrowDown');
  await other.keyboard.press('t');
  await other.getByRole('combobox', { name: 'Tags' }).fill('lateral movement');
  await other.keyboard.press('Enter');
  await expect(there.getByRole('rowheader', { name: /starred, lateral movement/ })).toHaveCount(1);
  await expect(sessions.getByRole('rowheader', { name: /starred, lateral movement/ })).toHaveCount(1);

  // The first row is tagged here, with what was typed there.
  await sessions.getByRole('gridcell').first().focus();
  await home.keyboard.press('t');
  await home.getByRole('combobox', { name: 'Tags' }).fill('lat');
  await home.keyboard.press('ArrowDown');
  await home.keyboard.press('Enter');
  await home.keyboard.press('Enter');
  await expect(there.getByRole('rowheader', { name: /starred, lateral movement/ })).toHaveCount(2);
  await expect(sessions.getByRole('gridcell').first()).toBeFocused();

  // By Shift F10 on a facet: the events over time, by the hour in a dataset of some days.
  await home.getByRole('navigation', { name: rail }).getByRole('link', { name: 'Events', exact: true }).click();
  await home.getByRole('button', { name: /^Only EventID / }).first().focus();
  await home.keyboard.press('Shift+F10');
  await home.getByRole('menuitem', { name: 'Count over time' }).click();
  await expect(home.getByRole('columnheader', { name: 'hour, UTC' })).toBeVisible();
});
