import type { Locator, Page } from '@playwright/test';
import { expect, idle, test } from './fixtures';
import { analyticLink, panel, readingTab, resultGrid, workbenchReady } from './workbench-page';

/** Presses Tab until the focus is there; no more often than a patient person would. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let presses = 0; presses < 80; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the Tab key does not reach ${String(wanted)}`);
}

test('from the home to the raw event and back by keyboard alone', async ({ home }) => {
  const { keyboard } = home;
  await tabTo(home, home.getByRole('button', { name: 'Open the sample' }));
  await keyboard.press('Enter');
  await workbenchReady(home);

  await tabTo(home, analyticLink(home, 'II'));
  await keyboard.press('Enter');
  await expect(analyticLink(home, 'II')).toHaveAttribute('aria-current', 'page');
  await idle(home);

  await tabTo(home, readingTab(home, 'sql'));
  await keyboard.press('ArrowRight');
  await expect(readingTab(home, 'pandas')).toBeFocused();
  await keyboard.press('Home');
  await expect(readingTab(home, 'sql')).toHaveAttribute('aria-selected', 'true');
  await idle(home);

  const cell = resultGrid(home, 'II', 'sql').locator('[role=gridcell][tabindex="0"]');
  await tabTo(home, cell);
  await keyboard.press('ArrowDown');
  await expect(resultGrid(home, 'II', 'sql').getByRole('row').nth(2).getByRole('gridcell').first()).toBeFocused();
  await keyboard.press('Enter');
  const side = panel(home);
  await expect(side.getByRole('heading', { name: 'Result row' })).toBeFocused();
  await idle(home);

  await tabTo(home, side.getByTitle('Open the session by itself'));
  await keyboard.press('Enter');
  await expect(side.getByRole('heading', { name: /^Session 0x/ })).toBeFocused();
  await idle(home);

  await tabTo(home, side.getByRole('link', { name: /event 5140/ }).first());
  await keyboard.press('Enter');
  await expect(side.getByRole('heading', { name: /^Event on line/ })).toBeFocused();
  await idle(home);
  await tabTo(home, side.getByRole('tab', { name: 'Fields' }));
  await keyboard.press('End');
  await expect(side.getByLabel('The event\'s line in the file')).toContainText('5140');

  await keyboard.press('Escape');
  await expect(side.getByRole('heading', { name: /^Session 0x/ })).toBeVisible();
  await keyboard.press('Escape');
  await expect(side.getByRole('heading', { name: 'Result row' })).toBeVisible();
  await keyboard.press('Escape');
  await expect(side).toBeHidden();
  await expect(resultGrid(home, 'II', 'sql').getByRole('row').nth(2).getByRole('gridcell').first()).toBeFocused();
});
