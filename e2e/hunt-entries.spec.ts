import { expect, idle, test } from './fixtures';
import { analyticLink, chooseAnalytic, chooseReading, openSample, panel, resultGrid } from './workbench-page';

test('a row becomes a false positive and a query a bypass of the hunt, which a reload and its links keep', async ({ home }) => {
  await openSample(home);
  await chooseAnalytic(home, 'IV');
  await chooseReading(home, 'hardened');
  const cell = resultGrid(home, 'IV', 'hardened').getByRole('gridcell', { name: 'svc-backup' }).first();
  await cell.click();
  await idle(home);
  const opened = new URL(home.url()).hash.match(/row=([^&]*)/)?.[1];
  await cell.click({ button: 'right' });
  await home.getByRole('menuitem', { name: 'Add to false positives…' }).click();
  const dialog = home.getByRole('dialog', { name: 'Add to false positives' });
  await dialog.getByRole('textbox', { name: 'What it is, and why it is harmless' }).fill('The backup writes its [catalogue] each night');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  const entries = home.getByRole('region', { name: 'False positives and bypasses' });
  await expect(entries.getByRole('listitem')).toContainText(['The backup writes its [catalogue] each night']);
  await idle(home);

  await home.getByRole('navigation', { name: 'Hunt' }).getByRole('link', { name: 'Query' }).click();
  await home.getByRole('button', { name: 'Add to the hunt' }).click();
  await home.getByRole('menuitem', { name: 'Add as bypass…' }).click();
  await home.getByRole('textbox', { name: 'How it gets past the analytic' }).fill('A mask of 0x4');
  await home.getByRole('button', { name: 'Add', exact: true }).click();
  await idle(home);
  await analyticLink(home, 'I').click();
  await expect(entries.getByRole('listitem')).toHaveCount(2);
  await home.reload();
  await expect(entries.getByRole('listitem')).toContainText(['A mask of 0x4', 'The backup writes']);
  await entries.getByRole('link', { name: /^Analytic IV, hardened/ }).click();
  await expect(panel(home)).toContainText('svc-backup');
  expect(new URL(home.url()).hash).toContain(`row=${opened}`);
  await idle(home);
});
