import { eventLines, zipOf } from '@/lib/ingest/zip-fixtures.test-support';
import { expectNoViolations } from './axe';
import { expect, idle, test } from './fixtures';
import { chooseFile, chooseTheme, workbenchReady } from './workbench-page';

test('which files of a dataset are read is chosen by keyboard, stands in the address and is there after a reload', async ({ home }) => {
  const bytes = await zipOf({ 'first.json': eventLines(3), 'notes.txt': 'No events.', 'second.json': eventLines(20), 'third.json': eventLines(100) });
  await chooseTheme(home, 'Dark');
  await chooseFile(home, { name: 'case.zip', bytes });
  await workbenchReady(home);
  const facts = home.getByRole('list', { name: 'Dataset' });
  const files = home.getByRole('dialog', { name: 'Files' });
  const read = files.getByRole('button', { name: 'Read again with these' });

  await facts.getByRole('button', { name: '123 events' }).focus();
  await home.keyboard.press('Enter');
  await expect(files.getByRole('checkbox', { name: 'first.json' })).toBeFocused();
  await expect(read).toBeDisabled();
  await home.keyboard.press('Space');
  await expect(files.getByRole('checkbox')).toHaveCount(3);
  await expectNoViolations(home, 'files of the dataset', '[popover]:popover-open');
  await read.focus();
  await home.keyboard.press('Enter');
  await workbenchReady(home);
  await expect(facts).toContainText('120 events of 2 of 3 files');
  expect(home.url()).toContain('&members=1-2');
  await home.getByRole('link', { name: 'How it was read' }).click();
  await expect(home.getByRole('region', { name: 'Files with events' }).getByRole('row', { name: /first\.json/ })).toContainText('left out');

  await home.reload();
  await idle(home);
  await expect(facts).toContainText('120 events of 2 of 3 files');

  await facts.getByRole('button', { name: '120 events' }).click();
  await files.getByRole('button', { name: 'Choose all' }).click();
  await read.click();
  await expect(facts).toContainText('123 events');
  expect(home.url()).not.toContain('members');
  await home.goBack();
  await expect(facts).toContainText('120 events of 2 of 3 files');
});

test('a link to files that the dataset does not have says so and offers all', async ({ home, otherOrigin }) => {
  await home.goto(`.#v=1&dataset=${otherOrigin.url}healthy.zip&members=7`);
  await home.reload();
  await expect(home.getByText('healthy.zip has no file number 8 with events')).toBeVisible();
  await home.getByRole('button', { name: 'Open all its files' }).click();
  await workbenchReady(home);
  await expect(home.getByRole('list', { name: 'Dataset' })).toContainText('2,000 events');
});
