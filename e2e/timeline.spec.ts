import type { Page } from '@playwright/test';
import { expect, idle, test } from './fixtures';
import { openSample } from './workbench-page';

const sessions = async (page: Page) => Number(await page.getByRole('grid', { name: 'Logon sessions' }).getAttribute('aria-rowcount')) - 1;

test('the brush is moved, zoomed into and cleared by keys, and filters the sessions', async ({ home }) => {
  await openSample(home);
  await home.getByRole('navigation', { name: 'Hunt' }).getByRole('link', { name: 'Logon sessions' }).click();
  await idle(home);
  const all = await sessions(home);
  const figure = home.getByRole('figure', { name: 'Events over time' });
  const to = figure.getByRole('slider', { name: 'Selected to' });

  await to.focus();
  for (let i = 0; i < 10; i++) await home.keyboard.press('Shift+ArrowLeft');
  await idle(home);
  await expect(figure.getByRole('status')).toContainText(/\d events?$/);
  await expect(home.getByRole('button', { name: /^Take away the filter: time/ })).toBeVisible();
  await expect.poll(() => sessions(home)).toBeLessThan(all);
  expect(await sessions(home)).toBeGreaterThan(0);
  expect(home.url()).toContain('filters=@');

  await home.keyboard.press('Enter');
  await idle(home);
  expect(home.url()).toContain('zoom=');
  await expect(to).toBeFocused();
  await home.keyboard.press('Escape');
  await idle(home);
  expect(home.url()).not.toContain('filters=');
  await expect.poll(() => sessions(home)).toBe(all);
  await home.keyboard.press('Escape');
  await idle(home);
  expect(home.url()).not.toContain('zoom=');
});

test('bars by host, and a mark opens its row by Enter', async ({ home }) => {
  await openSample(home);
  const figure = home.getByRole('figure', { name: 'Events over time' });
  await figure.getByLabel('Bars by').selectOption('host');
  await idle(home);
  expect(home.url()).toContain('bars=host');
  await figure.getByRole('group', { name: 'Hits' }).getByRole('button', { name: /^I, / }).first().focus();
  await home.keyboard.press('ArrowDown');
  await home.keyboard.press('Enter');
  await expect(home.getByRole('complementary').getByRole('heading', { name: 'Result row' })).toBeVisible();
  await expect(home.getByRole('article').getByText('Analytic II', { exact: true })).toBeVisible();
});
