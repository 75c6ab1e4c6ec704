import { expect, idle, test } from './fixtures';
import { openSample } from './workbench-page';

test('the import report opens from the top bar, stays in the address and copies', async ({ home, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openSample(home);
  await home.getByRole('link', { name: 'How it was read' }).click();
  await expect(home.getByRole('heading', { name: 'Import report', level: 2 })).toBeVisible();
  await idle(home);
  await expect(home).toHaveURL(/view=report/);
  for (const name of ['File', 'Clocks', 'Field names', 'Hosts', 'Channels', 'Event IDs', 'Fields', 'Skipped lines']) {
    await expect(home.getByRole('region', { name, exact: true })).toBeVisible();
  }
  await expect(home.getByRole('region', { name: 'File', exact: true })).toContainText(/SHA-256[0-9a-f]{64}/);
  await expect(home.getByRole('region', { name: 'Clocks' })).toContainText('beside UtcTime');
  await expect(home.getByRole('region', { name: 'Skipped lines' }).getByRole('row')).toHaveCount(4);

  await home.getByRole('button', { name: 'Copy as JSON' }).click();
  await expect(home.getByRole('status').filter({ hasText: 'Copied' })).toBeAttached();
  const copied: unknown = JSON.parse(await home.evaluate(() => navigator.clipboard.readText()));
  expect(copied).toMatchObject({ summary: { name: 'sample.zip', skippedLines: 3 } });

  await home.reload();
  await expect(home.getByRole('region', { name: 'Clocks' })).toBeVisible();
  await home.goBack();
  await expect(home.getByRole('region', { name: 'Clocks' })).toHaveCount(0);
});
