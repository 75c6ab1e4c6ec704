import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, idle, test } from './fixtures';
import { madeArchives } from './made-archives';
import { chooseAnalytic, chooseFile, chooseTheme, openRow, openSample, panel } from './workbench-page';

/** Everything that axe knows, the best practices too. */
async function expectNoViolations(page: Page, screen: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const found = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`));
  expect(found, screen).toEqual([]);
}

/** Nothing sticks out to the side. */
async function expectNoSideScroll(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
}

// Contrast hangs on the theme and layout on the width: each is looked at once, for axe takes long.
for (const { name, width, height, theme } of [
  { name: 'wide', width: 1440, height: 900, theme: 'Light' },
  { name: 'narrow', width: 390, height: 844, theme: 'Dark' },
] as const) {
  test.describe(`${name}, ${theme.toLowerCase()}`, () => {
    test.use({ viewport: { width, height } });

    // axe looks at every element, which takes a while on a busy machine.
    test.slow();

    test.beforeEach(async ({ home }) => {
      await chooseTheme(home, theme);
      await expect(home.locator('html')).toHaveAttribute('data-theme', theme.toLowerCase());
    });

    test('axe finds nothing on the home, a failure or an opening', async ({ home, otherOrigin }) => {
      // A few rows of the catalogue stand for all: each costs axe as much as the one before.
      await home.getByRole('searchbox').fill('covenant_copy');
      await expectNoViolations(home, 'home');
      await expectNoSideScroll(home);

      await chooseFile(home, { name: 'no-events.zip', bytes: (await madeArchives())['no-events.zip'] });
      await expect(home.getByRole('alert').filter({ hasText: 'holds no events' })).toBeVisible();
      await idle(home);
      await expectNoViolations(home, 'home after a failure');

      await home.getByLabel('or open a link to one').fill(`${otherOrigin.url}healthy.zip?stall=3000`);
      await home.getByRole('button', { name: 'Open link' }).click();
      await expect(home.getByText(/Downloading/)).toBeVisible();
      await expectNoViolations(home, 'opening');
    });

    test('axe finds nothing on the workbench', async ({ home }) => {
      await openSample(home);
      await expectNoViolations(home, 'workbench');
      await expectNoSideScroll(home);
      if (name === 'wide') await chooseAnalytic(home, 'IV');
      else await home.getByLabel('Analytic', { exact: true }).selectOption('IV');
      await idle(home);
      await home.getByText('Logic', { exact: true }).click();
      await home.getByText(/^The readings differ in/).click();
      await home.getByText('Hosts: was it recorded there?').click();
      await idle(home);
      await expectNoViolations(home, 'analytic with everything unfolded');
      await home.getByRole('button', { name: /events? fails? only this condition/ }).first().click();
      await idle(home);
      await expectNoViolations(home, 'events of a near miss');
      // On a narrow screen the panel covers the page.
      await panel(home).getByRole('button', { name: 'Close', exact: true }).click();
      await home.getByRole('link', { name: 'Query', exact: true }).click();
      await home.getByRole('button', { name: 'Run', exact: true }).click();
      await expect(home.getByRole('grid', { name: 'Rows of the query' })).toBeVisible();
      await idle(home);
      await expectNoViolations(home, 'query');
      await expectNoSideScroll(home);
      await home.getByRole('link', { name: 'Logon sessions' }).click();
      await idle(home);
      await expectNoViolations(home, 'sessions');
    });

    test('axe finds nothing on a row, its session and its event', async ({ home }) => {
      await openSample(home);
      await openRow(home, 'I', 'sql', 0);
      await expectNoViolations(home, 'result row');
      await panel(home).getByTitle('Open the session by itself').click();
      await expect(panel(home).getByRole('heading', { name: /^Session/ })).toBeVisible();
      await idle(home);
      await expectNoViolations(home, 'session');
      await panel(home).getByRole('link', { name: /event 5140/ }).first().click();
      await expect(panel(home).getByRole('heading', { name: /^Event/ })).toBeVisible();
      await idle(home);
      await expectNoViolations(home, 'event');
      await expectNoSideScroll(home);
    });
  });
}

test('the page follows the system’s theme until the viewer chooses one', async ({ home }) => {
  const background = () => home.evaluate(() => getComputedStyle(document.body).backgroundColor);
  await home.emulateMedia({ colorScheme: 'light' });
  const light = await background();
  await home.emulateMedia({ colorScheme: 'dark' });
  const dark = await background();
  expect(dark).not.toBe(light);
  await chooseTheme(home, 'Light');
  expect(await background()).toBe(light);
});
