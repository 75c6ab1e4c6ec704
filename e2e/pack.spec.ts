import AxeBuilder from '@axe-core/playwright';
import { readFile } from 'node:fs/promises';
import { expect, idle, test } from './fixtures';
import { onPublic, SMB_DATASET } from './public-dataset';
import { chooseAnalytic, chooseFile, openRow, openSample, panel, resultGrid, rowCount, workbenchReady } from './workbench-page';

test('a pack made here opens in a fresh profile and verifies; one flipped byte is named; its report passes axe and asks no network', async ({ home, browser, baseURL }) => {
  await openSample(home);
  await chooseAnalytic(home, 'IV');
  await home.getByRole('button', { name: 'Export', exact: true }).click();
  await home.getByRole('menuitem', { name: 'Evidence pack…' }).click();
  const maker = home.getByRole('dialog', { name: 'Evidence pack' });
  await expect(maker.getByText(/^\d+ rows and the \d+ events behind them/)).toBeVisible();
  const saving = home.waitForEvent('download');
  await maker.getByRole('button', { name: 'Save the pack' }).click();
  const download = await saving;
  const bytes = await readFile(await download.path());
  await expect(maker.getByRole('status')).toContainText(download.suggestedFilename());

  const profile = await browser.newContext({ baseURL, serviceWorkers: 'block' });
  const page = await profile.newPage();
  await page.goto('.');
  await idle(page);

  // In the middle of the file is the content of a part.
  const flipped = Buffer.from(bytes);
  flipped[Math.floor(flipped.length / 2)] ^= 1;
  await chooseFile(page, { name: 'flipped.zip', bytes: flipped });
  const check = page.getByRole('dialog', { name: 'Evidence pack' });
  await expect(check.getByRole('heading', { name: 'This pack was altered' })).toBeVisible();
  await expect(check.getByRole('alert').getByRole('listitem')).toContainText(/(events\.|rows\/IV-|hunt\.md|report\.html|SHA256SUMS|huntbook-pack\.json|The zip itself)/);
  await check.getByRole('button', { name: 'Close' }).click();

  await chooseFile(page, { name: 'whole.zip', bytes });
  await expect(check.getByText(/Verified: \d+ parts/)).toBeVisible();
  await expect(check.getByText('Reproduced: the analytics give the stated rows')).toBeVisible({ timeout: 30_000 });
  const saved = page.waitForEvent('download');
  await check.getByRole('button', { name: 'Save the report' }).click();
  const report = await readFile(await (await saved).path(), 'utf8');
  await check.getByRole('button', { name: 'Close' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toContainText('pack-events.ndjson');
  // The key went along, of the pack's own events: as of the whole dataset (truth.spec.ts).
  await page.getByRole('navigation', { name: 'Hunt' }).getByRole('link', { name: 'Ground truth' }).click();
  await expect(page.getByRole('button', { name: 'IV, Hardened: found 5 of 5 · missed 0 · 10 false alarms' })).toBeVisible();

  const reader = await profile.newPage();
  const asked: string[] = [];
  reader.on('request', (request) => asked.push(request.url()));
  await reader.route('https://report.example/', (route) => route.fulfill({ contentType: 'text/html', body: report }));
  await reader.goto('https://report.example/');
  await reader.emulateMedia({ colorScheme: 'light' });
  expect((await new AxeBuilder({ page: reader }).analyze()).violations).toEqual([]);
  // The other theme has other colours, and nothing else.
  await reader.emulateMedia({ colorScheme: 'dark' });
  expect((await new AxeBuilder({ page: reader }).withRules(['color-contrast']).analyze()).violations).toEqual([]);
  await expect(reader.getByRole('heading', { name: 'What could not be known' })).toBeVisible();
  expect(asked).toEqual(['https://report.example/']);
  await profile.close();
});


onPublic(SMB_DATASET, 'a pack of the public SMB dataset, made where sharing is, opens in a fresh profile, verifies and lands on its row and its note', async ({ home, browser, baseURL }, file) => {
  await chooseFile(home, file);
  await workbenchReady(home);
  await chooseAnalytic(home, 'IV');
  await openRow(home, 'IV', 'sql', 0);
  await panel(home).getByRole('button', { name: 'Add to the story' }).click();
  await panel(home).getByRole('textbox', { name: 'Note' }).fill('Who copied it.');
  await home.getByRole('button', { name: 'Share', exact: true }).click();
  await home.getByRole('button', { name: 'As an evidence pack…' }).click();
  const maker = home.getByRole('dialog', { name: 'Evidence pack' });
  await expect(maker.getByRole('checkbox', { name: 'Your notes: 1 entry' })).toBeChecked();
  const saving = home.waitForEvent('download');
  await maker.getByRole('button', { name: 'Save the pack' }).click();
  const bytes = await readFile(await (await saving).path());

  const profile = await browser.newContext({ baseURL, serviceWorkers: 'block' });
  const page = await profile.newPage();
  await page.goto('.');
  await idle(page);
  await chooseFile(page, { name: 'finding.zip', bytes });
  const check = page.getByRole('dialog', { name: 'Evidence pack' });
  await expect(check.getByText(/Verified: \d+ parts/)).toBeVisible();
  await expect(check.getByText('Reproduced: the analytics give the stated rows')).toBeVisible({ timeout: 30_000 });
  await check.getByRole('button', { name: 'Close' }).click();
  // On the row that was open, with its note; two rows in SQL (../shared/expected).
  await expect(panel(page).getByRole('heading', { name: 'Result row' })).toBeVisible();
  await expect(panel(page)).toContainText('0x4e13b2e');
  await expect(panel(page).getByRole('textbox', { name: 'Note' })).toHaveValue('Who copied it.');
  await expect.poll(() => rowCount(resultGrid(page, 'IV', 'sql'))).toBe(2);
  await profile.close();
});
