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

  // Its tables are sorted and filtered, and the address has how.
  const events = home.getByRole('region', { name: 'Event IDs' });
  const first = events.getByRole('row').nth(1);
  await events.getByRole('button', { name: 'Events', exact: true }).click();
  await expect(events.getByRole('columnheader', { name: 'Events' })).toHaveAttribute('aria-sort', 'ascending');
  await events.getByRole('button', { name: 'Events', exact: true }).click();
  await events.getByRole('searchbox', { name: 'Filter Channel' }).fill('security');
  await idle(home);
  await expect(home).toHaveURL(/idtable=@-Events,Channel:security/);
  const most = (await first.textContent()) ?? '';

  await home.reload();
  await expect(home.getByRole('region', { name: 'Clocks' })).toBeVisible();
  await expect(first).toHaveText(most);
  await expect(events.getByRole('searchbox', { name: 'Filter Channel' })).toHaveValue('security');
  await home.goBack();
  await expect(events.getByRole('searchbox', { name: 'Filter Channel' })).toHaveValue('');
  // Two orders, and the report.
  for (let step = 0; step < 3; step++) await home.goBack();
  await expect(home.getByRole('region', { name: 'Clocks' })).toHaveCount(0);
});
