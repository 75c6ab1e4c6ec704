import { expectNoSideScroll, expectNoViolations } from './axe';
import { expect, idle, test } from './fixtures';
import { madeArchives } from './made-archives';
import { chooseFile, chooseTheme } from './workbench-page';

/* What passes by; screens.spec.ts has axe look at every screen that stays. */

// Contrast hangs on the theme and layout on the width: what passes by is looked at once in each.
for (const { name, width, height, theme } of [
  { name: 'wide', width: 1440, height: 900, theme: 'Light' },
  { name: 'narrow', width: 390, height: 844, theme: 'Dark' },
] as const) {
  test.describe(`${name}, ${theme.toLowerCase()}`, () => {
    test.use({ viewport: { width, height } });

    test.beforeEach(async ({ home }) => {
      await chooseTheme(home, theme);
      await expect(home.locator('html')).toHaveAttribute('data-theme', theme.toLowerCase());
    });

    test('axe finds nothing after a failure or while a dataset opens', async ({ home, otherOrigin }) => {
      // A few rows of the catalogue stand for all: each costs axe as much as the one before.
      await home.getByRole('searchbox').fill('covenant_copy');
      await chooseFile(home, { name: 'no-events.zip', bytes: (await madeArchives())['no-events.zip'] });
      await expect(home.getByRole('alert').filter({ hasText: 'holds no events' })).toBeVisible();
      await idle(home);
      await expectNoViolations(home, 'home after a failure');

      await home.getByLabel('or open a link to one').fill(`${otherOrigin.url}healthy.zip?stall=3000`);
      await home.getByRole('button', { name: 'Open link' }).click();
      await expect(home.getByText(/Downloading/)).toBeVisible();
      await expectNoViolations(home, 'opening');
      await expectNoSideScroll(home, 'opening');
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
