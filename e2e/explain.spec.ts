import { expect, idle, test } from './fixtures';
import { chooseAnalytic, openSample, panel, resultGrid } from './workbench-page';

test.beforeEach(async ({ home }) => {
  await openSample(home);
  await chooseAnalytic(home, 'II');
});

test('a near miss opens its events, and back leads to the list again', async ({ home }) => {
  const funnel = home.getByRole('region', { name: 'Published SQL, how it was reached' });
  const nearMiss = funnel.getByRole('region', { name: 'Leg b' }).getByRole('button', { name: /events? fails? only this condition/ }).last();
  const count = Number(/^[\d,]+/.exec((await nearMiss.getAttribute('aria-label')) ?? '')?.[0].replace(',', ''));
  expect(count).toBeGreaterThan(1);
  await nearMiss.press('Enter');
  await expect(panel(home).getByRole('heading', { name: 'Near misses' })).toBeFocused();
  await idle(home);
  await expect(panel(home).getByText(`${count} events meet every condition of leg b but this one`)).toBeVisible();
  await expect(panel(home).getByRole('listitem').first()).toHaveAttribute('aria-setsize', String(count));
  await panel(home).getByRole('listitem').first().getByRole('link').click();
  await expect(panel(home).getByRole('heading', { name: /^Event on line/ })).toBeVisible();
  await home.goBack();
  await expect(panel(home).getByRole('heading', { name: 'Near misses' })).toBeVisible();
  // The list is in the address; another reading has none.
  expect(home.url()).toContain('funnel=II.sql.only-fails.');
  await home.getByRole('tab', { name: 'Hardened' }).click();
  await expect(panel(home)).toHaveCount(0);
});

test('a row shows each condition with its value, and an event says why an analytic does not have it', async ({ home }) => {
  // LIKE '%C$' lets an IPC$ connect into the published reading; the hardened one asks for the form of an administrative share.
  await resultGrid(home, 'II', 'sql').getByRole('gridcell', { name: '\\\\*\\IPC$' }).first().click();
  await idle(home);
  const condition = panel(home).getByRole('listitem').filter({ hasText: "meets b.ShareName LIKE '%C$'" }).last();
  await expect(condition.locator('mark')).toHaveText('\\\\*\\IPC$');
  await panel(home).getByRole('link', { name: /event 5140/ }).first().click();
  await panel(home).getByRole('button', { name: /In the analytics/ }).press('Enter');
  await idle(home);
  const second = panel(home).getByRole('listitem').filter({ has: home.getByRole('heading', { name: 'Analytic II', exact: true }) });
  await expect(second.getByText(/Published SQL in \d+ rows?/)).toBeVisible();
  // Its own row it does not make there: it is in rows as the partner that leg a asks for.
  await second.getByText(/Hardened in \d+ rows? as leg a/).click();
  const failed = second.getByRole('group', { name: 'Leg b' }).getByRole('listitem').first();
  await expect(failed).toContainText("fails UPPER(b.ShareName) RLIKE '^..[*].([A-Z]|ADMIN)[$]$'");
  await expect(failed.locator('mark')).toHaveText('\\\\*\\IPC$');
});
