import type { Page } from '@playwright/test';
import { expect, idle, test } from './fixtures';
import { openSample, rowCount } from './workbench-page';

/** What the browser laid out, of the first row in view and of the page. */
async function measured(page: Page) {
  return page.evaluate(() => {
    const grid = document.querySelector('[role=grid]');
    const rows = [...document.querySelectorAll('[role=grid] [data-index]')].map((row) => row.getBoundingClientRect());
    const root = document.documentElement;
    return {
      rem: parseFloat(getComputedStyle(root).fontSize),
      rowHeight: rows[0].height,
      // The next row begins where one ends.
      gap: rows[1].top - rows[0].bottom,
      sideScroll: root.scrollWidth - root.clientWidth,
      gridFits: grid !== null && grid.getBoundingClientRect().right <= root.clientWidth,
    };
  });
}

test.use({ viewport: { width: 1280, height: 720 } });

test('the presentation size makes everything larger, rows of long tables too, and is in the link and on the device', async ({ home }) => {
  await openSample(home);
  await home.getByRole('link', { name: 'Events', exact: true }).click();
  await idle(home);
  expect(await measured(home)).toMatchObject({ rem: 16, rowHeight: 28, gap: 0, gridFits: true });

  await home.getByRole('button', { name: 'Theme and size' }).click();
  await home.getByRole('menuitemcheckbox', { name: 'Presentation size' }).click();
  await home.keyboard.press('Escape');
  await idle(home);
  expect(await measured(home)).toEqual({ rem: 24, rowHeight: 42, gap: 0, sideScroll: 0, gridFits: true });
  expect(home.url()).toContain('size=large');

  // The last row is reached, and is where the table ends.
  const grid = home.getByRole('grid', { name: 'Events' });
  await grid.getByRole('gridcell').first().focus();
  await home.keyboard.press('Control+End');
  const last = (await rowCount(grid)) - 1;
  await expect(grid.locator(`[data-index="${last}"]`)).toBeInViewport();
  await expect(grid.locator(':focus')).toHaveCount(1);

  // Another link on this device opens as large; the normal size takes it back.
  await home.goto('.');
  await home.reload();
  await idle(home);
  await expect(home.locator('html')).toHaveAttribute('data-size', 'large');
  await home.keyboard.press('Control+k');
  await home.getByRole('combobox', { name: 'Commands' }).fill('size normal');
  await home.keyboard.press('Enter');
  await expect(home.locator('html')).not.toHaveAttribute('data-size');
});
