import AxeBuilder from '@axe-core/playwright';
import { readFile } from 'node:fs/promises';
import { expect, idle, test } from './fixtures';
import { chooseAnalytic, chooseFile, openSample } from './workbench-page';

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

  const reader = await profile.newPage();
  const asked: string[] = [];
  reader.on('request', (request) => asked.push(request.url()));
  await reader.route('https://report.example/', (route) => route.fulfill({ contentType: 'text/html', body: report }));
  await reader.goto('https://report.example/');
  for (const colorScheme of ['light', 'dark'] as const) {
    await reader.emulateMedia({ colorScheme });
    expect((await new AxeBuilder({ page: reader }).analyze()).violations).toEqual([]);
  }
  await expect(reader.getByRole('heading', { name: 'What could not be known' })).toBeVisible();
  expect(asked).toEqual(['https://report.example/']);
  await profile.close();
});
