import { expectNoViolations } from './axe';
import { expect, idle, test } from './fixtures';
import { madeArchives } from './made-archives';
import { chooseFile, openLink, workbenchReady } from './workbench-page';
import type { Page } from '@playwright/test';

/** Keeping goes on behind the page: what is written counts once its manifest is. */
async function keptAre(page: Page, count: number): Promise<void> {
  const written = () =>
    page.evaluate(async () => {
      const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('datasets', { create: true });
      let manifests = 0;
      for await (const id of folder.keys()) {
        for await (const name of (await folder.getDirectoryHandle(id)).keys()) manifests += Number(name === 'manifest.json');
      }
      return manifests;
    });
  await expect.poll(written).toBe(count);
}

test('an upload is there again after a reload, is listed on the home page, and goes when it is removed', async ({ home }) => {
  const name = 'with-bad-lines.zip';
  await chooseFile(home, { name, bytes: (await madeArchives())[name] });
  await workbenchReady(home);
  await keptAre(home, 1);
  const address = home.url();
  const facts = home.getByRole('list', { name: 'Dataset' });

  await home.reload();
  await workbenchReady(home);
  await expect(facts).toContainText('5 events');
  expect(home.url()).toBe(address);

  await home.goto('.#');
  await home.reload();
  await idle(home);
  const kept = home.getByRole('region', { name: 'Kept on this device' });
  await expect(kept.getByRole('listitem')).toContainText(name);
  await expectNoViolations(home, 'kept files', '[aria-labelledby=kept]');
  await kept.getByRole('button', { name: `Open ${name}` }).click();
  await workbenchReady(home);
  await expect(facts).toContainText('5 events');

  await home.goto('.#');
  await home.reload();
  await kept.getByRole('button', { name: `Remove ${name}` }).click();
  await expect(kept).toBeHidden();
  await home.goto(address);
  await home.reload();
  await expect(home.getByText('This link is about')).toContainText(name);
});

test('a link is opened from the device’s copy without a request, and fetched again when asked', async ({ home, otherOrigin }) => {
  const link = `${otherOrigin.url}healthy.zip?kept`;
  const asked = () => otherOrigin.requests.filter((request) => request.includes('?kept')).length;
  await openLink(home, link);
  await workbenchReady(home);
  await keptAre(home, 1);
  await expect(home.getByText('From this device’s copy')).toBeHidden();

  await home.reload();
  await workbenchReady(home);
  await expect(home.getByText(/From this device’s copy, kept \d{4}-\d\d-\d\d \d\d:\d\d UTC/)).toBeVisible();
  await expect(home.getByRole('list', { name: 'Dataset' })).toContainText('2,000 events');
  expect(asked()).toBe(1);

  await home.getByRole('button', { name: 'Fetch again' }).click();
  await workbenchReady(home);
  await expect(home.getByText('From this device’s copy')).toBeHidden();
  expect(asked()).toBe(2);
  await keptAre(home, 1);

  await home.goto('.#');
  await home.reload();
  const kept = home.getByRole('region', { name: 'Kept on this device' });
  await expect(kept.getByRole('listitem')).toContainText(`From a link to ${new URL(link).host}`);
  await kept.getByRole('button', { name: 'Remove all' }).click();
  await expect(kept).toBeHidden();
  await keptAre(home, 0);
});

test('several files are one dataset again after a reload, each event at its file and line', async ({ home }) => {
  const event = (id: number) => JSON.stringify({ '@timestamp': `2026-03-12T08:00:0${id}Z`, Channel: 'Security', EventID: id, Hostname: 'WS1' });
  const files = { 'b.json': [1, 2, 3], 'a.json': [4, 5] };
  const input = home.getByLabel('Dataset file').first();
  await input.setInputFiles(Object.entries(files).map(([name, ids]) => ({ name, mimeType: 'application/json', buffer: Buffer.from(ids.map(event).join('\n')) })));
  await workbenchReady(home);
  await keptAre(home, 1);
  const address = home.url();
  expect(address).toContain(':2%20files');

  // The third line of the second file by name.
  await home.goto(`${address}&event=1.3`);
  await home.reload();
  await workbenchReady(home);
  await expect(home.getByRole('complementary')).toContainText('b.json, line 3');
  await expect(home.getByRole('complementary')).toContainText('2026-03-12T08:00:03Z');
  await home.goto('.#');
  await home.reload();
  await expect(home.getByRole('region', { name: 'Kept on this device' }).getByRole('listitem')).toContainText('2 files of yours');
});

test('where there is no room to keep a dataset, the page says so and goes on', async ({ page, otherOrigin }) => {
  await page.addInitScript(() => {
    FileSystemFileHandle.prototype.createWritable = () => Promise.reject(new DOMException('The quota is used up.', 'QuotaExceededError'));
  });
  await page.goto('.');
  await idle(page);
  await openLink(page, `${otherOrigin.url}healthy.zip`);
  await workbenchReady(page);
  await expect(page.getByText('There is no room to keep this dataset on this device')).toBeVisible();
  await keptAre(page, 0);
});
