import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import { expect, idle, test } from './fixtures';
import { openSample } from './workbench-page';

test('events are saved without their names: previewed, one kept by choice, the counts the same, the key apart', async ({ home }) => {
  await openSample(home);
  await home.keyboard.press('Control+k');
  await home.getByRole('dialog', { name: 'Commands' }).getByRole('combobox').fill('pseudonyms');
  await home.getByRole('option', { name: 'Pseudonyms…' }).click();
  const dialog = home.getByRole('dialog', { name: 'Pseudonyms' });
  const status = dialog.getByRole('region', { name: 'What the hunt finds' }).getByRole('status');
  await expect(status).toHaveText('The same number of rows in all 15 readings.');
  await expect(dialog.getByRole('region', { name: 'What is left' })).toContainText('GUIDs');
  await dialog.getByRole('button', { name: 'Keep WS11', exact: true }).click();
  await expect(dialog.getByRole('button', { name: 'Replace WS11', exact: true })).toBeVisible();
  await dialog.getByLabel('Pseudonym of nadia.brandt', { exact: true }).fill('alice');
  await home.keyboard.press('Enter');
  await idle(home);
  await expect(status).toHaveText('The same number of rows in all 15 readings.');

  const save = async (name: string) => {
    const saving = home.waitForEvent('download');
    await dialog.getByRole('button', { name }).click();
    const download = await saving;
    return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
  };
  const events = await save('Save events (NDJSON, gzip)');
  const text = gunzipSync(events.bytes).toString('utf8').toLowerCase();
  expect(events.name).toBe('sample.pseudonymised.ndjson.gz');
  expect(text).toContain('ws11.corp1.example');
  expect(text).toContain('"subjectusername":"alice"');
  for (const name of ['brightwater', 'nadia.brandt', 'owen.castell', 'ws12', '10.44.']) expect(text).not.toContain(name);
  const key = await save('Save the key');
  expect(key.bytes.toString('utf8')).toContain('nadia.brandt');
});
