import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, idle, test } from './fixtures';
import { analyticLink, openSample, panel } from './workbench-page';

const editor = (page: Page) => page.getByRole('textbox', { name: 'Hunt document' });
const results = (page: Page) => page.getByRole('table', { name: 'What the text finds' });
const reading = (page: Page, name: string) => results(page).getByRole('row').filter({ has: page.getByRole('button', { name, exact: true }) });

/** From the analytic's logic to its place in the document. */
async function editLogic(page: Page, analytic: string): Promise<void> {
  await analyticLink(page, analytic).click();
  await page.getByRole('button', { name: /^Logic/ }).click();
  await page.getByRole('button', { name: 'Edit', exact: true }).click();
  await expect(editor(page)).toBeFocused();
  await idle(page);
}

/** Writes over what stands at the end of a line, and waits until the text has been run. */
async function writeAtEndOf(page: Page, line: RegExp, removed: number, text: string): Promise<void> {
  await page.locator('.cm-line').filter({ hasText: line }).first().click();
  await page.keyboard.press('End');
  for (let i = 0; i < removed; i++) await page.keyboard.press('Backspace');
  await page.keyboard.insertText(text);
  await idle(page);
}

test('a changed pattern loses a row, which is shown and opened; a reload restores the text, and it is downloaded', async ({ home }) => {
  await openSample(home);
  await editLogic(home, 'II');
  await expect(reading(home, 'Analytic II, SQL')).not.toContainText('edited');
  await writeAtEndOf(home, /AND b\.ShareName LIKE '%C\$'/, "%C$'".length, "%\\\\C$'");
  const row = reading(home, 'Analytic II, SQL');
  await expect(row).toContainText('edited');
  await expect(row).toContainText(/−[1-9]/);
  await home.getByRole('region', { name: /^Lost/ }).getByRole('rowheader').first().getByRole('button').click();
  await expect(panel(home)).toContainText('analytic II, SQL, of the original');
  await expect(panel(home)).toContainText('IPC$');
  await idle(home);

  await home.reload();
  await expect(panel(home)).toContainText('analytic II, SQL, of the original');
  await expect(row).toContainText(/−[1-9]/);
  const download = home.waitForEvent('download');
  await home.getByRole('button', { name: 'Download .md' }).click();
  const saved = await (await download).path();
  const shipped = readFileSync(new URL('../public/hunts/smb-create-remote-file.md', import.meta.url), 'utf8');
  expect(readFileSync(saved, 'utf8')).toBe(shipped.replace("AND b.ShareName LIKE '%C$'", () => "AND b.ShareName LIKE '%\\\\C$'"));

  // What was saved opens again, as a hunt of the viewer's own.
  await home.getByLabel('Dataset file').first().setInputFiles({ name: 'mine.md', mimeType: 'text/markdown', buffer: readFileSync(saved) });
  await expect(home.getByRole('navigation', { name: 'Hunt' })).toContainText('mine.md');
  await idle(home);
});

test('an unknown field is underlined and listed; reverting is undone; a new hunt runs at once', async ({ home }) => {
  await openSample(home);
  await editLogic(home, 'I');
  await writeAtEndOf(home, /^SELECT `@timestamp`, Hostname, ShareName, SubjectUserName, SubjectLogonId,\s+AccessMask$/, 0, 'Granted');
  const notes = home.getByRole('list', { name: 'Errors and warnings' });
  await expect(notes).toContainText('AccessMaskGranted');
  await expect(home.locator('.cm-lintRange-warning').filter({ hasText: 'AccessMaskGranted' })).toBeVisible();
  await home.getByRole('button', { name: 'Revert to the original' }).click();
  await expect(notes).not.toContainText('AccessMaskGranted');
  await editor(home).focus();
  await home.keyboard.press('ControlOrMeta+Z');
  await expect(notes).toContainText('AccessMaskGranted');

  await home.getByRole('button', { name: 'Add an analytic' }).click();
  await expect(reading(home, 'Analytic VI, SQL')).toContainText('new');
  await home.getByRole('button', { name: 'Keep as a hunt' }).click();
  await expect(analyticLink(home, 'VI')).toBeVisible();
  await idle(home);

  await home.getByRole('button', { name: 'Write a new hunt' }).click();
  await expect(home.getByRole('navigation', { name: 'Hunt' })).toContainText('my-hunt.md');
  await expect(reading(home, 'Analytic I, SQL')).toContainText(/\d/);
  await expect(editor(home)).toContainText('Analytic I: What this one looks for');
  await idle(home);
});
