import { expectNoViolations } from './axe';
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

  // From the section itself: it may be tied to the open row, the last query of this visit, or the reading.
  await home.getByRole('button', { name: 'Read the hunt' }).click();
  const document = home.getByRole('group', { name: 'The hunt’s document' });
  await document.getByRole('button', { name: 'Add a bypass…' }).click();
  const asked = home.getByRole('dialog', { name: 'Add as bypass' });
  await expect(asked.getByRole('radio')).toHaveCount(2);
  await expectNoViolations(home, 'an entry of the hunt’s section', 'dialog');
  await asked.getByRole('radio', { name: 'Analytic IV, hardened, all it finds' }).check();
  await asked.getByRole('textbox').fill('A share of another name');
  await asked.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(entries.getByRole('listitem')).toHaveCount(3);
  await idle(home);
  await home.getByRole('button', { name: 'Read the hunt' }).click();
  await document.getByRole('link', { name: 'Query in SQL' }).click();
  await expect(home.getByRole('heading', { name: 'Query', exact: true })).toBeVisible();
  await home.getByRole('button', { name: 'Undo' }).click();
  await analyticLink(home, 'IV').click();
  await expect(entries.getByRole('listitem')).toHaveCount(2);
  await idle(home);

  // An edited query goes into the text that is being edited.
  await home.getByRole('navigation', { name: 'Hunt' }).getByRole('link', { name: 'Edit hunt' }).click();
  await home.getByRole('button', { name: 'Add to the hunt' }).click();
  await home.getByRole('menuitem', { name: 'Add as bypass…' }).click();
  await home.getByRole('textbox', { name: 'How it gets past the analytic' }).fill('Written over SMB from Linux');
  await home.getByRole('button', { name: 'Add', exact: true }).click();
  await home.getByRole('button', { name: 'Keep as a hunt' }).click();
  await expect(entries.getByRole('listitem')).toHaveCount(3);
  await entries.getByRole('link', { name: 'Analytic IV, Hardened', exact: true }).click();
  await expect(home).toHaveURL(/view=query/);
  await idle(home);

  // All of this is one copy, but for the one that was kept by hand.
  await home.getByRole('button', { name: 'Close', exact: true }).first().click();
  await home.goto('./#v=1&list=hunts');
  await expect(home.getByText('A file of yours, kept on this device:')).toHaveCount(2);
});
