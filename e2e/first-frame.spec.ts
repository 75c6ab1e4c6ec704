import { expect, test } from './fixtures';

test.use({ colorScheme: 'light', expectedInConsole: /ERR_FAILED/ });

test('the first frame has the theme of the link, before any of the page’s own scripts has come', async ({ page, site }) => {
  await page.route('**/_next/**/*.js', (route) => route.abort());
  await page.goto(`${site.url}#v=1&theme=dark`);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator('html')).toHaveAttribute('data-idle', 'false');
});
