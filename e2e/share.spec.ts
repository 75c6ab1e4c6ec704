import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expectNoViolations } from './axe';
import { expect, idle, test } from './fixtures';
import { scanCodes } from '@/components/workbench/share/scan-code.test-support';
import { openSample, workbenchReady } from './workbench-page';

const SAMPLE_HUNT = fileURLToPath(new URL('../public/hunts/smb-create-remote-file.md', import.meta.url));

test('a shared link tells what it reveals and is scanned from its code; it opens as reproduced, and says what of the hunt and of the rows changed', async ({ home, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openSample(home);
  await home.getByRole('button', { name: 'Share', exact: true }).click();
  const share = home.getByRole('dialog', { name: 'Share this view' });
  const reveals = share.getByRole('region', { name: 'What the link reveals' });
  await expect(reveals).toContainText('the sample');
  await expect(reveals).toContainText('Digest of all rows');
  await share.getByRole('button', { name: 'Copy the link' }).click();
  const link = await home.evaluate(() => navigator.clipboard.readText());
  await share.getByRole('button', { name: 'QR code' }).click();
  const code = home.getByRole('dialog', { name: 'QR code of the link' });
  expect(await scanCodes(await code.getByRole('img', { name: 'QR code' }).screenshot())).toEqual([link]);
  await code.getByRole('button', { name: 'Close' }).click();

  const reader = await context.newPage();
  await reader.goto(link);
  await workbenchReady(reader);
  await reader.getByRole('button', { name: 'Reproduced' }).click();
  await expect(reader.getByRole('dialog', { name: 'Whether this link reproduces' })).toContainText('Every row of every reading is the same');
  // It is about this hunt on this dataset, whatever is looked at.
  await reader.getByRole('navigation', { name: 'Hunt' }).getByRole('link', { name: 'Logon sessions' }).click();
  await idle(reader);
  await expect(reader.getByRole('button', { name: 'Reproduced' })).toBeVisible();

  // A later version of the hunt, with one row fewer in its first analytic.
  const changed = readFileSync(SAMPLE_HUNT, 'utf8').replace(/EventID = 5140/i, 'EventID = 5141');
  await context.route('**/hunts/smb-create-remote-file.md', (route) => route.fulfill({ body: changed, contentType: 'text/markdown' }));
  await reader.reload();
  await reader.getByRole('button', { name: 'Changed: hunt, rows' }).click();
  const said = reader.getByRole('dialog', { name: 'Whether this link reproduces' });
  await expect(said).toContainText('Other queries: I SQL.');
  await expect(said.getByRole('listitem')).toHaveText(['I · Published SQL48 fewer: 0 rows, were 48']);
  await expectNoViolations(reader, 'what changed since a link was made', 'header');
  await said.getByRole('link', { name: 'I · Published SQL' }).click();
  await expect(reader).toHaveURL(/analytic=I&reading=sql/);
  await idle(reader);

  await reader.goto(`./#v=1&dataset=sample&view=events&filters=${Array.from({ length: 30 }, (_, at) => `Hostname:WORKSTATION-${at}`).join(',')}`);
  await idle(reader);
  await reader.getByRole('button', { name: 'Share', exact: true }).click();
  await expect(reader.getByText(/No QR code: the link has [\d,]+ characters/)).toBeVisible();
  await expect(reader.getByRole('button', { name: 'QR code' })).toBeDisabled();
});
