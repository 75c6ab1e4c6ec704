import { readFile } from 'node:fs/promises';
import { readBaseline, writeBaseline } from '@/lib/base/baseline-file';
import { expect, test } from './fixtures';
import { analyticLink, openSample, resultGrid } from './workbench-page';

test('the baseline: marks known rows, greys them in an analytic, is exported and compared, and leads to its events', async ({ home }) => {
  await openSample(home);
  await home.getByRole('link', { name: 'Baseline' }).click();
  await expect(home.getByRole('heading', { name: 'Baseline', exact: true })).toBeFocused();
  const grid = home.getByRole('grid', { name: 'Baseline', exact: true });
  // Ten as lib/engine/baseline.test.ts reasons, the agent's among them: the backup on FS01 first.
  await expect(grid).toHaveAttribute('aria-rowcount', '11');

  const first = grid.getByRole('gridcell', { name: 'BRIGHTWATER\\svc-backup' }).first();
  await first.click({ button: 'right' });
  await home.getByRole('menuitem', { name: 'Mark all 3 rows with this account as known…' }).click();
  const dialog = home.getByRole('dialog', { name: 'Mark 3 rows as known' });
  await dialog.getByLabel('Reason').fill('Nightly backup');
  await dialog.getByRole('button', { name: 'Mark as known' }).click();
  await expect(home.getByText('3 rows marked as known')).toBeVisible();
  await expect(grid.getByRole('rowheader', { name: /known/ })).toHaveCount(3);
  await home.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(grid.getByRole('rowheader', { name: /known/ })).toHaveCount(0);

  await first.click();
  const row = home.getByRole('region', { name: 'The open row' });
  await expect(row.getByRole('link', { name: /^session / })).toHaveCount(4);
  await row.getByRole('button', { name: 'Mark as known…' }).click();
  await home.getByLabel('Reason').fill('Nightly backup');
  await home.getByLabel('Reason').press('Enter');
  await expect(grid.getByRole('gridcell', { name: 'Nightly backup' })).toHaveCount(1);

  const saving = home.waitForEvent('download');
  await home.getByRole('button', { name: 'Export', exact: true }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe('sample.baseline.json');
  const baseline = readBaseline(await readFile(await saved.path(), 'utf8'));
  if (!baseline.ok) throw new Error(baseline.error);
  expect(baseline.value.marks.map(({ reason }) => reason)).toEqual(['Nightly backup']);
  const input = home.getByLabel('Baseline file');
  const give = (text: string) => input.setInputFiles({ name: 'b.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  await give('{"format":"huntbook-baseline"}');
  await expect(home.getByText('The file holds no baseline.')).toBeVisible();
  await give(writeBaseline({ ...baseline.value, rows: baseline.value.rows.slice(1) }));
  await expect(home.getByText('1 new')).toBeVisible();
  await expect(home.getByText('9 as before')).toBeVisible();

  // The backup's write of each of three nights on FS01, and its log.
  await home.goto('./#v=1&dataset=sample&analytic=III&reading=hardened');
  await expect(home.getByRole('main').getByText('4 known', { exact: true })).toBeVisible();
  await expect(analyticLink(home, 'III')).toContainText('4 known');
  await expect(resultGrid(home, 'III', 'hardened').getByRole('rowheader', { name: /known/ })).toHaveCount(4);

  await home.goBack();
  await expect(grid.getByRole('gridcell', { name: 'Nightly backup' })).toHaveCount(1);
  await first.click();
  await row.getByRole('link', { name: '4 events' }).click();
  await expect(home.getByRole('heading', { name: 'Events' })).toBeVisible();
  await expect(home.getByText(/^4 of [\d,]+ events$/)).toBeVisible();
});
