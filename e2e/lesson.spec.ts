import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { expectNoViolations } from './axe';
import { expect, idle, test } from './fixtures';
import { chooseFile, openSample, panel } from './workbench-page';

/** What to do with the keyboard in each step of our lesson on the sample, before Enter; the third and the last are missed. */
const ANSWERS: readonly ((page: Page) => Promise<void>)[] = [
  (page) => page.getByRole('radio', { name: /5140/ }).press('Space'),
  (page) => page.keyboard.type('159'),
  (page) => page.keyboard.type('owen.castell'),
  async (page) => {
    for (const share of ['\\\\*\\C$', '\\\\*\\IPC$', '\\\\*\\DOC$']) await page.getByRole('checkbox', { name: share, exact: true }).press('Space');
  },
  (page) => page.getByRole('radio', { name: 'One', exact: true }).press('Space'),
  (page) => page.getByRole('radio', { name: /AccessMask/ }).press('Space'),
  (page) => page.getByRole('radio', { name: /glazesync\.dll/ }).press('Space'),
  (page) => page.getByRole('radio', { name: 'The host and the logon ID' }).press('Space'),
  (page) => page.getByRole('radio', { name: /^A hit/ }).press('Space'),
  (page) => page.getByRole('radio', { name: /glazesync\.exe/ }).press('Space'),
  (page) => page.keyboard.type('15'),
  (page) => page.getByRole('radio', { name: /ADMIN/ }).press('Space'),
];

test('a student goes through the lesson by keyboard to the score; what is not reached is kept back, and a reload loses nothing', async ({ home }) => {
  await home.goto('./#v=1&dataset=sample&view=lesson&lesson=student');
  const rail = home.getByRole('navigation', { name: 'Hunt' });
  await expect(rail.getByText('Analytics open as the lesson reaches them.')).toBeVisible({ timeout: 30_000 });
  await idle(home);
  await expect(home.getByRole('heading', { name: 'From the hypothesis to an event' })).toBeVisible();
  await expect(home.getByRole('button', { name: 'Step 2: not yet' })).toBeDisabled();
  for (const [at, answer] of ANSWERS.entries()) {
    await expect(home.getByText(`Step ${at + 1} of ${ANSWERS.length}`)).toBeVisible();
    if (at > 0) await expect(home.getByRole('article').locator('input').first()).toBeFocused();
    await answer(home);
    await home.keyboard.press('Enter');
    const next = home.getByRole('button', { name: at + 1 === ANSWERS.length ? 'See the score' : 'Next step' });
    await expect(next).toBeFocused();
    await expect(home.getByText(at === 2 || at + 1 === ANSWERS.length ? '✗ Missed' : '✓ Right')).toBeVisible();
    if (at === 4) {
      // II is open in the readings that were shown, III is not.
      await expect(rail.getByRole('link', { name: /^II\b/ })).toContainText('pandas');
      await expect(rail.getByRole('link', { name: /^III\b/ })).toHaveCount(0);
      await idle(home);
      await home.reload();
      await expect(home.getByRole('heading', { name: 'The same question in pandas' })).toBeVisible({ timeout: 30_000 });
      await idle(home);
      await expectKeptBack(home);
      await home.goto(`./#v=1&dataset=sample&view=lesson&step=${at + 1}`);
      await expect(home.getByRole('heading', { name: 'The same question in pandas' })).toBeVisible({ timeout: 30_000 });
      await next.focus();
    }
    await home.keyboard.press('Enter');
  }
  await expect(home.getByRole('heading', { name: '10 of 12 right' })).toBeFocused();
  await expect(home.getByRole('list', { name: 'Missed' }).getByRole('button')).toHaveText([/^Step 3: Whose account/, /^Step 12:/]);
  await expect(rail.getByRole('link', { name: /^V\b/ })).toBeVisible();
  await home.getByRole('button', { name: 'Begin again' }).click();
  await expect(home.getByText('Step 1 of 12')).toBeVisible();
  await expect(rail.getByRole('link', { name: /^V\b/ })).toHaveCount(0);
  await home.getByRole('main').getByRole('button', { name: 'Leave the lesson…' }).click();
  await expectNoViolations(home, 'leaving the lesson', 'main');
  await home.getByRole('dialog', { name: 'Leave the lesson' }).getByRole('button', { name: 'Leave and show all' }).click();
  await expect(rail.getByRole('link', { name: /^V\b/ })).toBeVisible();
  await expect(home).not.toHaveURL(/lesson=student/);
});

/** Whatever a student tries: another address, the document, the palette, other data. */
async function expectKeptBack(page: Page): Promise<void> {
  await page.goto('./#v=1&dataset=sample&analytic=V&reading=hardened');
  await expect(page.getByText('The lesson has not reached this yet')).toBeVisible();
  await expect(page).toHaveURL(/lesson=student/);
  await page.getByRole('button', { name: 'Read the hunt' }).click();
  const document = page.getByRole('group', { name: 'The hunt’s document' });
  await expect(document.getByRole('heading', { name: 'Hypothesis' })).toBeVisible();
  await expect(document.getByRole('heading', { name: /Bypasses|False Positives|Hunter Notes/ })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await page.goto('./#v=1&dataset=sample&analytic=II&reading=sql');
  await page.getByRole('button', { name: 'Export' }).click();
  await expect(page.getByRole('menuitem', { name: 'Rows: CSV' })).toBeVisible();
  await expect(page.getByRole('menuitem', { name: /Evidence pack|The whole hunt|PySpark/ })).toHaveCount(0);
  await page.keyboard.press('Escape');
  await chooseFile(page, { name: 'own.json', bytes: new TextEncoder().encode('{"Channel":"Security","EventID":5140,"Hostname":"A","ShareName":"C$"}\n') });
  await expect(page.getByText('You take this hunt as a lesson')).toBeVisible();
  await expect(page).toHaveURL(/lesson=student/);
  await idle(page);
}

test('a teacher sees each step whole and opens what it reveals; a lesson that is dropped tells what is wrong with it at its line', async ({ home }) => {
  await openSample(home);
  await home.getByRole('navigation', { name: 'Hunt' }).getByRole('link', { name: 'Lesson' }).click();
  await home.getByRole('button', { name: 'Step 8: One session, three steps' }).click();
  await expect(home.getByRole('grid', { name: 'Analytic IV, Published SQL' })).toBeVisible();
  await home.getByRole('button', { name: 'Open the session' }).click();
  await expect(panel(home).getByRole('heading', { name: /0x5a1c3e/ })).toBeVisible();
  await expect(home.getByRole('heading', { name: 'One session, three steps' })).toBeVisible();

  const text = await readFile(new URL('../public/lessons/smb-create-remote-file.md', import.meta.url), 'utf8');
  const wrong = text.replace('sample: 159', 'sample: 160').replace('{answer} account', '{answer} name');
  await home.getByLabel('Dataset file').first().setInputFiles({ name: 'mine.md', mimeType: 'text/markdown', buffer: Buffer.from(wrong) });
  const line = wrong.split('\n').findIndex((each) => each.includes('{answer} name')) + 1;
  await expect(home.getByText(`Line ${line}: "name" is no kind of answer: those are count, account and event.`)).toBeVisible();
  await expect(home.getByText(/The answer is 160; what is revealed counts 159\./)).toBeVisible();
  await home.getByRole('button', { name: 'Remove your lesson' }).click();
  await expect(home.getByRole('button', { name: /^Step 12/ })).toBeVisible();
});
