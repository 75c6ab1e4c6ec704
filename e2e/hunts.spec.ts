import { expectNoViolations } from './axe';
import { expect, idle, test } from './fixtures';
import { madeArchives } from './made-archives';
import { analyticLink, openLink, readingTab, resultGrid, workbenchReady } from './workbench-page';
import type { Page } from '@playwright/test';

/** A notebook in words of our own; its picture must not be asked for. */
function notebook(datasetLink: string, picture: string): string {
  const markdown = (...lines: readonly string[]) => ({ cell_type: 'markdown', metadata: {}, source: lines.map((line) => `${line}\n`) });
  const code = (source: string) => ({ cell_type: 'code', metadata: {}, execution_count: null, outputs: [], source });
  return JSON.stringify({
    cells: [
      markdown('# Shares That Were Opened', '## Hypothesis', `Somebody opens shares. ![a map](${picture}) <img src="${picture}"> [More](https://example.org/more)`),
      markdown('## Security Datasets', '| Metadata | Value |', '|--|--|', `| link | ${datasetLink} |`),
      markdown('## Analytics', '### Analytic I', 'Any share.', '| Event Provider | Event |', '|--|--|', '| Security | 5140 |', '#### Logic', '```', 'SELECT Hostname, ShareName', 'FROM dataTable', 'WHERE EventID = 5140', '```', '#### Pandas Query'),
      code("df[['Hostname','ShareName']][df['EventID'] == 5140]"),
      markdown('### Analytic II', '#### Logic', '```', 'SELECT FROM WHERE', '```', '#### Sigma', 'title: x'),
    ],
    metadata: {},
    nbformat: 4,
    nbformat_minor: 5,
  });
}

/** As a person drops files on the window. */
async function drop(page: Page, files: readonly { readonly name: string; readonly text: string }[]): Promise<void> {
  const data = await page.evaluateHandle((given) => {
    const transfer = new DataTransfer();
    for (const { name, text } of given) transfer.items.add(new File([text], name));
    return transfer;
  }, files);
  await page.dispatchEvent('body', 'drop', { dataTransfer: data });
}

const events = [
  { '@timestamp': '2026-03-12T08:00:01Z', Channel: 'Security', EventID: 5140, Hostname: 'WS1', ShareName: '\\\\*\\C$' },
  { '@timestamp': '2026-03-12T08:00:02Z', Channel: 'Security', EventID: 5140, Hostname: 'WS2', ShareName: '\\\\*\\IPC$' },
  { '@timestamp': '2026-03-12T08:00:03Z', Channel: 'Security', EventID: 4624, Hostname: 'WS1' },
];

test('a notebook and a dataset are dropped together, run, and are there again after a reload; nothing else is asked for', async ({ home, site }) => {
  const asked: string[] = [];
  home.on('request', (request) => asked.push(request.url()));
  const picture = 'https://pictures.example.org/map.png';
  await drop(home, [
    { name: 'shares.ipynb', text: notebook('https://example.org/shares.zip', picture) },
    { name: 'events.json', text: events.map((event) => JSON.stringify(event)).join('\n') },
  ]);
  await workbenchReady(home);
  const rail = home.getByRole('navigation', { name: 'Hunt' });
  await expect(rail).toContainText('Shares That Were Opened');
  await expect(rail).toContainText('Your file shares.ipynb');
  await expect(rail).toContainText('[image: a map]');
  await rail.getByText('One thing could not be read').click();
  await expect(rail).toContainText('Cell 5, line 6: "Sigma" is no known part of an analytic');
  await expect(rail.getByRole('link', { name: 'More' })).toHaveAttribute('rel', 'noopener noreferrer');
  await expect(home.getByRole('list', { name: 'Dataset' })).toContainText('3 events');
  await expect(resultGrid(home, 'I', 'sql')).toContainText('\\\\*\\IPC$');
  await readingTab(home, 'pandas').click();
  await expect(resultGrid(home, 'I', 'pandas')).toContainText('WS2');

  await expect.poll(() => home.evaluate(async () => {
    const folder = await (await navigator.storage.getDirectory()).getDirectoryHandle('hunts', { create: true });
    let count = 0;
    for await (const name of folder.keys()) count += Number(name.endsWith('.json'));
    return count;
  })).toBe(1);
  const address = home.url();
  expect(address).toMatch(/hunt=sha256:[0-9a-f]{64}:shares\.ipynb/);
  await home.reload();
  await workbenchReady(home);
  await expect(rail).toContainText('Shares That Were Opened');
  expect(home.url()).toBe(address);
  expect(asked.filter((url) => !url.startsWith(site.url) && !url.startsWith('blob:'))).toEqual([]);

  await rail.getByRole('button', { name: 'Another hunt…' }).click();
  const picker = home.getByRole('dialog', { name: 'Another hunt' });
  await expect(picker.getByRole('listitem')).toHaveCount(28);
  await expectNoViolations(home, 'hunt', 'dialog[open]');
  await picker.getByRole('button', { name: /^Run here: SMB Create Remote File \(Comes with Huntbook\)/ }).click();
  await expect(rail).toContainText('Comes with Huntbook');
  await home.goBack();
  await workbenchReady(home);
  await expect(rail).toContainText('Shares That Were Opened');
});

test('a linked notebook says which dataset it names, opens it in one click, and stands in the address', async ({ home, otherOrigin }) => {
  const link = `${otherOrigin.url}shares.ipynb`;
  await home.route(link, (route) => route.fulfill({ body: notebook(`${otherOrigin.url}healthy.zip?named`, ''), headers: { 'access-control-allow-origin': '*' } }));
  await openLink(home, link);
  await idle(home);
  const chosen = home.getByRole('region', { name: 'The chosen hunt' });
  await expect(chosen).toContainText('Shares That Were Opened');
  expect(otherOrigin.requests.filter((request) => request.includes('?named'))).toEqual([]);
  await expectNoViolations(home, 'hunt', '[aria-label="The chosen hunt"]');
  await chosen.getByRole('button', { name: 'Open healthy.zip?named' }).click();
  await workbenchReady(home);
  await expect(home.getByRole('navigation', { name: 'Hunt' })).toContainText('Shares That Were Opened');
  await expect(analyticLink(home, 'I')).toBeVisible();
  expect(decodeURIComponent(new URL(home.url()).hash)).toContain(`hunt=${link}`);
});

test('what is no hunt says so and leaves the one that is open', async ({ home }) => {
  await drop(home, [{ name: 'broken.ipynb', text: '{"cells": [' }]);
  const failure = home.getByText('This is no Jupyter notebook');
  await expect(failure).toBeVisible();
  await home.getByRole('button', { name: 'Dismiss' }).click();
  await expect(failure).toBeHidden();
  const name = 'healthy.zip';
  await home.getByLabel('Dataset file').first().setInputFiles({ name, mimeType: 'application/zip', buffer: Buffer.from((await madeArchives())[name]) });
  await workbenchReady(home);
  await drop(home, [{ name: 'words.md', text: '# Only words' }]);
  await expect(home.getByText('No analytic was found in words.md.')).toBeVisible();
  await home.getByRole('button', { name: 'Leave this hunt' }).click();
  await expect(home.getByRole('navigation', { name: 'Hunt' })).toContainText('SMB Create Remote File');
});
