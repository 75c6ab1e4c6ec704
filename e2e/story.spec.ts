import { readFile } from 'node:fs/promises';
import { expect, idle, test } from './fixtures';
import { chooseAnalytic, openRow, openSample, panel, resultGrid, workbenchReady } from './workbench-page';

test('a story of a row, an event and a paragraph: kept over a reload, moved, opened, exported and imported', async ({ home }) => {
  await openSample(home);
  await chooseAnalytic(home, 'II');
  await openRow(home, 'II', 'sql', 0);
  const side = panel(home);
  await side.getByRole('button', { name: 'Add to the story' }).click();
  await side.getByRole('textbox', { name: 'Note' }).fill('The share was opened here.');
  await expect(resultGrid(home, 'II', 'sql').getByRole('rowheader', { name: /starred/ })).toHaveCount(1);
  await side.getByRole('link', { name: /event 5140/ }).first().click();
  await expect(side.getByRole('heading', { name: /^Event/ })).toBeVisible();
  await side.getByRole('button', { name: 'Add to the story' }).click();
  await side.getByRole('combobox', { name: 'Tags' }).fill('IPC$, lateral movement');
  await side.getByRole('combobox', { name: 'Tags' }).press('Enter');

  await home.getByRole('link', { name: 'Story' }).click();
  await expect(home.getByRole('heading', { name: 'Story' })).toBeFocused();
  await home.getByRole('button', { name: 'Add a paragraph' }).click();
  const entries = home.getByRole('list', { name: '3 entries' }).getByRole('listitem');
  await entries.nth(2).getByRole('textbox', { name: 'Note' }).fill('How it began.');
  const up = entries.nth(2).getByRole('button', { name: 'Move entry 3 up' });
  await up.focus();
  await up.press('Enter');
  await expect(home.getByRole('button', { name: 'Move entry 2 up' })).toBeFocused();
  await home.keyboard.press('Alt+ArrowUp');
  await expect(entries.nth(0).getByRole('textbox', { name: 'Note' })).toHaveValue('How it began.');
  await expect(home.getByRole('button', { name: 'Move entry 1 up' })).toBeFocused();
  await idle(home);

  await home.reload();
  await expect(entries).toHaveCount(3, { timeout: 30_000 });
  await expect(entries.nth(0).getByRole('textbox', { name: 'Note' })).toHaveValue('How it began.');
  await expect(entries.nth(2).getByRole('combobox', { name: 'Tags' })).toHaveValue('IPC$, lateral movement');

  const saving = home.waitForEvent('download');
  await home.getByRole('button', { name: 'Export' }).click();
  const saved = await saving;
  expect(saved.suggestedFilename()).toBe('sample.story.json');
  const file = { name: 'story.json', mimeType: 'application/json', buffer: await readFile(await saved.path()) };

  await home.getByRole('button', { name: 'Remove entry 1' }).click();
  await expect(home.getByRole('button', { name: 'Undo the removal' })).toBeFocused();
  await expect(home.getByRole('list', { name: '2 entries' })).toBeVisible();
  await home.getByLabel('Story file').setInputFiles({ ...file, buffer: Buffer.from('{"format":"huntbook-story"}') });
  await expect(home.getByText('The file holds no story.')).toBeVisible();
  await home.getByLabel('Story file').setInputFiles(file);
  await expect(home.getByText('3 entries imported')).toBeVisible();
  await expect(entries).toHaveCount(3);

  await home.getByRole('link', { name: /^Row: Analytic II, published SQL/ }).click();
  await workbenchReady(home);
  await expect(side.getByRole('heading', { name: 'Result row' })).toBeVisible();
  await expect(side.getByRole('textbox', { name: 'Note' })).toHaveValue('The share was opened here.');
  await home.goBack();
  await expect(home.getByRole('heading', { name: 'Story' })).toBeVisible();
});
