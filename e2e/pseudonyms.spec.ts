import { readFile } from 'node:fs/promises';
import { gunzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import JSZip from 'jszip';
import { expect, idle, test } from './fixtures';
import { onPublic, SMB_DATASET } from './public-dataset';
import { chooseFile, openSample, workbenchReady } from './workbench-page';

test('events and a pack are saved without their names: previewed, one kept by choice, the counts the same, the key apart', async ({ home }) => {
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

  const save = (name: string) => saved(home, () => dialog.getByRole('button', { name }).click());
  const events = await save('Save events (NDJSON, gzip)');
  const text = gunzipSync(events.bytes).toString('utf8').toLowerCase();
  expect(events.name).toBe('sample.pseudonymised.ndjson.gz');
  expect(text).toContain('ws11.corp1.example');
  expect(text).toContain('"subjectusername":"alice"');
  for (const name of ['brightwater', 'nadia.brandt', 'owen.castell', 'ws12', '10.44.']) expect(text).not.toContain(name);
  const key = await save('Save the key');
  expect(key.bytes.toString('utf8')).toContain('nadia.brandt');

  // The same choices in a pack: none of the names is in it, byte by byte in any case, in UTF-8 or UTF-16, nor the dataset's digest.
  await dialog.getByRole('button', { name: 'Evidence pack with these…' }).click();
  const maker = home.getByRole('dialog', { name: 'Evidence pack' });
  await expect(maker.getByRole('checkbox', { name: /^Replace users, hosts/ })).toBeChecked();
  await maker.getByRole('button', { name: 'Look at each replacement…' }).click();
  await expect(dialog.getByLabel('Pseudonym of nadia.brandt', { exact: true })).toHaveValue('alice');
  await dialog.getByRole('button', { name: 'Close' }).click();
  const pack = await saved(home, () => maker.getByRole('button', { name: 'Save the pack' }).click());
  const packKey = await saved(home, () => maker.getByRole('button', { name: 'Save the key' }).click());
  const originals = readKey(packKey.bytes.toString('utf8'));
  expect(originals).toEqual(expect.arrayContaining(['nadia.brandt', 'owen.castell', 'fs01']));
  expect(originals).not.toContain('ws11');
  const members = await inflated(pack.bytes);
  expect(members.get('events.ndjson')).toContain('ws11.corp1.example');
  expect([...members.keys()].filter((name) => name.includes('key'))).toEqual(['answer-key.json']);
  expect(namesIn(members, [...originals, SAMPLE_SHA256])).toEqual([]);

  await chooseFile(home, { name: pack.name, bytes: pack.bytes });
  const check = home.getByRole('dialog', { name: 'Evidence pack' });
  await expect(check.getByText('The pack does not say which dataset it is of')).toBeVisible();
  await expect(check.getByText('Reproduced: the analytics give the stated rows')).toBeVisible();
});

/** Analytic and rows, before and after, in SQL and in pandas, as DuckDB and pandas found them (../shared/expected). */
const EXPECTED = ['I 1 1', 'I 1 1', 'II 2 2', 'II 1 1', 'III 1 1', 'III 1 1', 'IV 2 2', 'IV 1 1', 'V 1 1', 'V 1 1'];

onPublic(SMB_DATASET, 'a pack with pseudonyms of the public SMB dataset, found where sharing is: the five analytics count the same, and none of the names is in it', async ({ home }, file) => {
  await chooseFile(home, file);
  await workbenchReady(home);
  await home.getByRole('button', { name: 'Share', exact: true }).click();
  await home.getByRole('button', { name: 'With pseudonyms…' }).click();
  const dialog = home.getByRole('dialog', { name: 'Pseudonyms' });
  const found = dialog.getByRole('region', { name: 'What the hunt finds' });
  await expect(found.getByRole('status')).toHaveText('The same number of rows in all 15 readings.');
  const counts = await found.getByRole('row').evaluateAll((rows) => rows.slice(1).map((row) => [...row.children].map((cell) => cell.textContent)));
  expect(counts.filter(([, reading]) => reading !== 'Hardened').map(([id, , before, after]) => `${id} ${before} ${after}`)).toEqual(EXPECTED);
  await dialog.getByRole('button', { name: 'Evidence pack with these…' }).click();
  const maker = home.getByRole('dialog', { name: 'Evidence pack' });
  const pack = await saved(home, () => maker.getByRole('button', { name: 'Save the pack' }).click());
  const key = await saved(home, () => maker.getByRole('button', { name: 'Save the key' }).click());
  const originals = readKey(key.bytes.toString('utf8'));
  expect(originals).toEqual(expect.arrayContaining(['pgustavo', 'theshire', 'workstation5', 'workstation6', '172.18.39.5']));
  expect(namesIn(await inflated(pack.bytes), originals)).toEqual([]);
});

const SAMPLE_SHA256 = '9b68cab1dbdfd4df4c5bd75f14464c8f1df4709004d9155ceb898d5e6c4d37f6';

async function saved(page: Page, press: () => Promise<void>): Promise<{ readonly name: string; readonly bytes: Buffer }> {
  const saving = page.waitForEvent('download');
  await press();
  const download = await saving;
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

/** The names that a key says are replaced, in lower case. */
function readKey(text: string): readonly string[] {
  return [...text.matchAll(/"original": ("(?:[^"\\]|\\.)*")/g)].map(([, literal]) => String(JSON.parse(literal)).toLowerCase());
}

/** Every member of a zip, with its name before it, byte by byte in lower case. */
async function inflated(zip: Buffer): Promise<ReadonlyMap<string, string>> {
  const { files } = await JSZip.loadAsync(zip);
  const texts = await Promise.all(Object.entries(files).map(async ([name, file]): Promise<[string, string]> => [name, `${name}\n${(await file.async('nodebuffer')).toString('latin1')}`.toLowerCase()]));
  return new Map(texts);
}

function namesIn(members: ReadonlyMap<string, string>, names: readonly string[]): readonly string[] {
  return [...members].flatMap(([member, text]) =>
    names.flatMap((name) => (['utf8', 'utf16le'] as const).filter((encoding) => text.includes(Buffer.from(name, encoding).toString('latin1'))).map((encoding) => `${name} in ${member}, ${encoding}`)),
  );
}
