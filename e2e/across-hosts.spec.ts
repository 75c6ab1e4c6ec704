import type { Locator, Page } from '@playwright/test';
import { expect, idle } from './fixtures';
import { onPublic, SMB_DATASET } from './public-dataset';
import { analyticLink, chooseFile, panel, readingTab, resultGrid, workbenchReady } from './workbench-page';


/** Presses Tab until the focus is there; no more often than a patient person would. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let presses = 0; presses < 120; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`the Tab key does not reach ${String(wanted)}`);
}

onPublic(SMB_DATASET, 'from a row to its session, and across hosts to the other end of its connection, by keyboard alone', async ({ home }, file) => {
  await chooseFile(home, file);
  await workbenchReady(home);
  const { keyboard } = home;
  const side = panel(home);

  await tabTo(home, analyticLink(home, 'IV'));
  await keyboard.press('Enter');
  await idle(home);
  await tabTo(home, readingTab(home, 'sql'));
  await tabTo(home, resultGrid(home, 'IV', 'sql').locator('[role=gridcell][tabindex="0"]'));
  await keyboard.press('Enter');
  await expect(side.getByRole('heading', { name: 'Result row' })).toBeFocused();
  await idle(home);

  await tabTo(home, side.getByTitle('Open the session by itself'));
  await keyboard.press('Enter');
  await expect(side.getByRole('heading', { name: 'Session 0x4e13b2e' })).toBeFocused();
  await idle(home);
  await expect(side.getByText('172.18.39.5:62782 to 172.18.39.6:445')).toBeVisible();

  // The bind, the permit and Sysmon's connection on the host that opened it; the clocks are 1.861 s apart.
  const other = side.getByRole('region', { name: 'The other end, on WORKSTATION5.theshire.local' });
  const events = other.getByRole('listitem');
  await expect(events).toHaveCount(3);
  for (const [i, id] of ['5158', '5156', '3'].entries()) await expect(events.nth(i).getByRole('link')).toContainText(id);
  await expect(other).toContainText('The clock of WORKSTATION5 is 1.861 s ahead of that of WORKSTATION6, by 1 connection');

  await tabTo(home, events.nth(2).getByRole('link'));
  await keyboard.press('Enter');
  await expect(side.getByRole('heading', { name: 'Event on line 213' })).toBeFocused();
  await idle(home);
  // From there the way leads back to the host that took it.
  await expect(side.getByRole('region', { name: 'The other end, on WORKSTATION6.theshire.local' })).toContainText('5140');

  // Sysmon 3 of the kernel: what is told of its process.
  await side.getByRole('button', { name: /^Process tree/ }).press('Enter');
  await expect(side.getByRole('list', { name: 'Processes on WORKSTATION5.theshire.local' })).toContainText('System');

  await home.goBack();
  await expect(side.getByRole('heading', { name: 'Session 0x4e13b2e' })).toBeVisible();
  await side.getByRole('link', { name: /event 5145/ }).last().press('Enter');
  await expect(side.getByRole('heading', { name: 'Event on line 62' })).toBeFocused();
  await idle(home);
  await side.getByRole('button', { name: /^This file/ }).press('Enter');
  const steps = side.getByRole('list', { name: 'Events of this file' }).getByRole('listitem');
  await expect(steps).toHaveCount(3);
  await expect(steps.nth(2)).toContainText('created');
  await expect(side.getByRole('list', { name: 'Elsewhere' })).toContainText('Desktop\\GruntHTTP.exe');
  await home.goBack();
  await home.goBack();
  await expect(side.getByRole('heading', { name: 'Result row' })).toBeVisible();
});
