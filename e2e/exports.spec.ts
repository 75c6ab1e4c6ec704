import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expect, idle, test } from './fixtures';
import { chooseAnalytic, openSample } from './workbench-page';

async function saved(page: Page, choose: () => Promise<void>): Promise<{ readonly name: string; readonly text: string }> {
  const saving = page.waitForEvent('download');
  await choose();
  const download = await saving;
  return { name: download.suggestedFilename(), text: await readFile(await download.path(), 'utf8') };
}

test('rows, events, a layer and a finding are saved; rules are shown with what they lose, and copied', async ({ home, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openSample(home);
  await chooseAnalytic(home, 'IV');
  const fromMenu = async (name: string) => {
    await home.getByRole('button', { name: 'Export', exact: true }).click();
    await home.getByRole('menuitem', { name, exact: true }).click();
  };
  const dialog = home.getByRole('dialog', { name: 'Export' });

  const rows = await saved(home, () => fromMenu('Rows: CSV'));
  expect(rows.name).toBe('sample-iv-sql.csv');
  expect(rows.text.split('\r\n')[0]).toBe('@timestamp,Hostname,ShareName,SubjectUserName,SubjectLogonId,IpAddress,IpPort,RelativeTargetName,Source events');
  await expect(dialog.getByRole('status')).toHaveText(`${rows.text.trimEnd().split('\r\n').length - 1} rows saved`);
  await expect(dialog.getByText('apostrophe')).toBeVisible();
  await home.keyboard.press('Escape');
  await expect(dialog).toBeHidden();

  await fromMenu('Copy as Elastic EQL…');
  await expect(dialog.getByText('sequence by winlog.event_data.SubjectLogonId')).toBeVisible();
  await expect(dialog.getByRole('listitem').filter({ hasText: 'Time window' })).toBeVisible();
  await dialog.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(dialog.getByRole('button', { name: 'Copied' })).toBeVisible();
  expect(await home.evaluate(() => navigator.clipboard.readText())).toContain('[ any where winlog.channel : "security" and event.code == "5145"');
  await dialog.getByRole('button', { name: 'Close' }).click();

  const layer = await saved(home, () => fromMenu('The whole hunt: ATT&CK Navigator layer'));
  expect(JSON.parse(layer.text)).toMatchObject({ domain: 'enterprise-attack', techniques: [{ techniqueID: 'T1021.002', score: 5 }, { techniqueID: 'T1570', score: 5 }] });
  const finding = await saved(home, () => fromMenu('Analytic IV: Finding (Markdown)'));
  expect(finding.text).toContain('# Finding: SMB Create Remote File');

  // The example that the section begins with.
  await home.getByRole('link', { name: 'Query', exact: true }).click();
  await home.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(home.getByRole('grid', { name: 'Rows of the query' })).toBeVisible();
  const queried = await saved(home, () => fromMenu('Rows: CSV'));
  expect([queried.name, queried.text.split('\r\n')[0]]).toEqual(['sample-query-sql.csv', 'Channel,EventID,events,Source events']);
  await home.keyboard.press('Escape');
  await fromMenu('Copy as Sigma…');
  await expect(dialog.getByRole('heading', { name: 'Query, as Sigma' })).toBeVisible();
  await home.keyboard.press('Escape');

  await home.getByRole('link', { name: 'Events', exact: true }).click();
  await expect(home.getByRole('heading', { name: 'Events', exact: true })).toBeVisible();
  await idle(home);
  // By the palette.
  const events = await saved(home, async () => {
    await home.keyboard.press('Control+k');
    await home.getByRole('dialog', { name: 'Commands' }).getByRole('combobox').fill('Timesketch');
    await home.getByRole('option', { name: 'Events: Timesketch JSONL' }).click();
  });
  const lines = events.text.trimEnd().split('\n');
  await expect(dialog.getByRole('status')).toHaveText(`${lines.length.toLocaleString('en')} events saved`);
  expect(JSON.parse(lines[0])).toMatchObject({ timestamp_desc: '@timestamp' });
});
