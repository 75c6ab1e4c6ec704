import { readFile } from 'node:fs/promises';
import { expect, idle, test } from './fixtures';
import { chooseReading, openSample, READING_NAMES, workbenchReady } from './workbench-page';

/** `(a+)+$` tries to split a run of a's in every way before it gives up: 2^40 ways here. */
const ENDLESS = "SELECT EventID FROM t WHERE CONCAT(EventID, '".concat('a'.repeat(40), "!') RLIKE '(a+)+$'");

test('a hunt that does not end is cancelled by keyboard; the dataset stays open and the hunt can run again', async ({ home }) => {
  const hunt = await readFile(new URL('../public/hunts/smb-create-remote-file.md', import.meta.url), 'utf8');
  const endless = hunt.replace(/(#### Logic\n[^]*?```[^\n]*\n)[^]*?(\n```)/, (_, before: string, after: string) => `${before}${ENDLESS}${after}`);
  expect(endless).toContain(ENDLESS);
  let served = endless;
  await home.context().route('**/hunts/*.md', (route) => route.fulfill({ contentType: 'text/markdown', body: served }));
  await home.reload();
  await idle(home);
  await home.getByRole('button', { name: 'Open the sample' }).click();
  const cancel = home.getByRole('button', { name: 'Cancel the hunt' });
  await cancel.focus();
  await home.keyboard.press('Enter');
  await expect(home.getByText('The hunt was cancelled.')).toBeVisible();
  await idle(home);
  await expect(home.getByText('The engine behind this page has stopped.')).toHaveCount(0);
  // What does not hang on the hunt can still be asked: it opened again.
  await expect(home.getByRole('button', { name: /\d events/ }).first()).toBeVisible();

  served = hunt;
  await home.getByRole('button', { name: 'Run the hunt again' }).click();
  await expect(cancel).toBeVisible();
  await cancel.click();
  await expect(home.getByRole('button', { name: 'Run the hunt again' })).toBeVisible();
  await home.reload();
  await workbenchReady(home);
});

test('the words of the document stand above a reading\u2019s code', async ({ home }) => {
  await openSample(home);
  await chooseReading(home, 'hardened');
  await home.getByRole('button', { name: /^Logic/ }).click();
  await expect(home.getByRole('region', { name: `${READING_NAMES.hardened}, how it was reached` })).toContainText('Leaves out the service sessions');
});
