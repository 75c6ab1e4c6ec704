import type { Page } from '@playwright/test';
import { expectNoViolations } from './axe';
import { expect, idle, test } from './fixtures';
import { chooseTheme, openRow, openSample, panel, workbenchReady } from './workbench-page';

test.use({ timezoneId: 'America/New_York' });

const MOMENT = /(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)/;

async function firstEvent(page: Page): Promise<string> {
  const fact = await page.getByRole('list', { name: 'Dataset' }).getByTitle('Time range').textContent();
  return MOMENT.exec(fact ?? '')?.slice(1).join('T') ?? '';
}

/** A wall clock's reading as if it were UTC: two of one moment differ by the offset of their zones. */
const hours = (of: string) => Date.parse(`${of}Z`) / 3_600_000;

test('times are shown in UTC, in any other zone when one is chosen, and the link says which', async ({ home }) => {
  await openSample(home);
  const facts = home.getByRole('list', { name: 'Dataset' });
  await expect(facts).toContainText('UTC');
  const inUtc = await firstEvent(home);
  expect(home.url()).not.toContain('zone=');

  await home.getByRole('button', { name: 'Time zone: UTC' }).click();
  await home.getByLabel('Another zone').fill('Mars/Olympus');
  await home.keyboard.press('Enter');
  await expect(home.getByRole('alert').filter({ hasText: 'knows no such zone' })).toBeVisible();
  await home.getByLabel('Another zone').fill('+05:30');
  await home.keyboard.press('Enter');
  await expect(facts).toContainText('UTC+05:30');
  expect(hours(await firstEvent(home)) - hours(inUtc)).toBe(5.5);
  expect(home.url()).toContain('zone=%2B05:30');
  await expect(home.getByRole('figure', { name: 'Events over time, UTC+05:30' })).toBeVisible();

  await home.reload();
  await workbenchReady(home);
  await expect(home.getByRole('button', { name: 'Time zone: +05:30' })).toBeVisible();
  await home.getByRole('button', { name: 'Time zone: +05:30' }).click();
  await home.getByRole('button', { name: 'America/New_York' }).click();
  await expect(facts).toContainText('America/New_York');

  await home.getByRole('button', { name: 'Time zone: America/New_York' }).click();
  await home.getByRole('button', { name: 'UTC', exact: true }).click();
  expect(await firstEvent(home)).toBe(inUtc);
  expect(home.url()).not.toContain('zone=');
});

test('an event keeps its time as the file has it, with the chosen zone’s beside it', async ({ home }) => {
  await openSample(home);
  await openRow(home, 'I', 'sql', 0);
  await panel(home).getByTitle('UTC').first().click();
  await idle(home);
  const fact = panel(home).locator('dd').filter({ hasText: /\d\d:\d\d:\d\d/ }).first();
  const written = (await fact.textContent()) ?? '';
  await home.getByRole('button', { name: 'Time zone: UTC' }).click();
  await home.getByLabel('Another zone').fill('Asia/Tokyo');
  await home.keyboard.press('Enter');
  await expect(fact).toContainText(written);
  await expect(fact).toContainText('UTC+09:00');
  await home.getByRole('navigation', { name: 'Hunt' }).getByRole('link', { name: 'Logon sessions' }).click();
  await expect(home.getByRole('columnheader', { name: 'First event, Asia/Tokyo' }).first()).toBeVisible();
});

for (const theme of ['Light', 'Dark'] as const) {
  test(`axe finds nothing where a zone is chosen, ${theme.toLowerCase()}`, async ({ home }) => {
    await chooseTheme(home, theme);
    await home.getByRole('button', { name: 'Time zone: UTC' }).click();
    await home.getByLabel('Another zone').fill('x');
    await home.keyboard.press('Enter');
    await expectNoViolations(home, 'time zone', '[role=dialog]');
  });
}
