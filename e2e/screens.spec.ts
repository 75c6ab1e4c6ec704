import { expectNoSideScroll, expectNoViolations } from './axe';
import { expect, test } from './fixtures';
import { goTo, SCREENS } from './screens';
import { makeSmall } from './small-picture';

/* Every screen, drawn as its picture has it, without a violation that axe knows, in both themes and at both widths. */
for (const { width, height, theme } of [
  { width: 1440, height: 900, theme: 'light' },
  { width: 1440, height: 900, theme: 'dark' },
  { width: 390, height: 844, theme: 'light' },
  { width: 390, height: 844, theme: 'dark' },
] as const) {
  test.describe(`${width} px, ${theme}`, () => {
    test.use({ viewport: { width, height }, colorScheme: theme, locale: 'en-US', timezoneId: 'UTC', contextOptions: { reducedMotion: 'reduce' } });

    test('every screen looks as in its picture, and axe finds nothing on it', async ({ page, context }, testInfo) => {
      test.slow();
      await page.clock.setFixedTime('2026-11-24T12:00:00Z');
      const pictures: string[] = [];
      for (const screen of SCREENS) {
        await test.step(screen.name, async () => {
          await goTo(page, screen);
          const picture = `${theme}-${width}-${screen.name.replaceAll(/\W+/g, '-')}.png`;
          pictures.push(picture);
          // How long something took differs each time. A mask would lie above the panel that covers it.
          await page.getByText(/^[\d,.]+ m?s$/).evaluateAll((durations) => durations.forEach((duration) => duration instanceof HTMLElement && (duration.style.visibility = 'hidden')));
          await expect.soft(page, screen.name).toHaveScreenshot(picture);
          await expectNoViolations(page, screen.name);
          await expectNoSideScroll(page, screen.name);
        });
      }
      if (testInfo.config.updateSnapshots === 'none') return;
      const decoder = await context.newPage();
      for (const picture of pictures) await makeSmall(decoder, testInfo.snapshotPath(picture));
    });
  });
}
