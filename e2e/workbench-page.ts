import type { Locator, Page } from '@playwright/test';
import type { ReadingKind } from '@/lib/engine/engine';
import { expect, idle } from './fixtures';

/* What a person does on the page, by the names that a screen reader would say. */

export const READING_NAMES: Readonly<Record<ReadingKind, string>> = { sql: 'Published SQL', pandas: 'Published pandas', hardened: 'Hardened' };
export const READINGS: readonly ReadingKind[] = ['sql', 'pandas', 'hardened'];
export const ANALYTICS = ['I', 'II', 'III', 'IV', 'V'] as const;

export async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Open the sample' }).click();
  await workbenchReady(page);
}

/** By the hidden field behind "Choose a file". */
export async function chooseFile(page: Page, file: string | { readonly name: string; readonly bytes: Uint8Array }): Promise<void> {
  const input = page.getByLabel('Dataset file').first();
  if (typeof file === 'string') await input.setInputFiles(file);
  else await input.setInputFiles({ name: file.name, mimeType: 'application/zip', buffer: Buffer.from(file.bytes) });
}

export async function openLink(page: Page, url: string): Promise<void> {
  await page.getByLabel('or open a link to one').fill(url);
  await page.getByRole('button', { name: 'Open link' }).click();
}

export async function workbenchReady(page: Page): Promise<void> {
  await expect(page.getByRole('tab', { name: READING_NAMES.sql })).toBeVisible({ timeout: 30_000 });
  await idle(page);
}

export function analyticLink(page: Page, id: string): Locator {
  return page.getByRole('navigation', { name: 'Hunt' }).getByRole('link', { name: new RegExp(`^${id}\\b(?!\\w)`) });
}

export async function chooseAnalytic(page: Page, id: string): Promise<void> {
  await analyticLink(page, id).click();
  await expect(page.getByText(`Analytic ${id}`, { exact: true })).toBeVisible();
  await idle(page);
}

export function readingTab(page: Page, kind: ReadingKind): Locator {
  return page.getByRole('tab', { name: READING_NAMES[kind] });
}

export async function chooseReading(page: Page, kind: ReadingKind): Promise<void> {
  await readingTab(page, kind).click();
  await expect(readingTab(page, kind)).toHaveAttribute('aria-selected', 'true');
  await idle(page);
}

export function resultGrid(page: Page, analytic: string, kind: ReadingKind): Locator {
  return page.getByRole('grid', { name: `Analytic ${analytic}, ${READING_NAMES[kind]}`, exact: true });
}

export interface ShownTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | null)[])[];
}

/** How many rows the table has; it draws only those in view. */
export async function rowCount(grid: Locator): Promise<number> {
  return Number(await grid.getAttribute('aria-rowcount')) - 1;
}

/** The table as it stands on screen, for as many rows as it draws; null for a missing value. */
export async function readGrid(grid: Locator): Promise<ShownTable> {
  const columns = await grid.getByRole('columnheader').evaluateAll((heads) => heads.slice(1).map((head) => head.querySelector('button')?.title ?? ''));
  const rows = await grid.getByRole('row').evaluateAll((lines) =>
    lines.slice(1).map((line) => [...line.querySelectorAll('[role=gridcell]')].map((cell) => (cell.querySelector('.sr-only') === null ? cell.textContent : null))),
  );
  return { columns, rows };
}

/** The numbers behind a chart, as its frame shows them. */
export async function readNumbers(figure: Locator): Promise<{ readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] }> {
  const [columns, ...rows] = await figure.getByRole('row').evaluateAll((lines) => lines.map((line) => [...line.children].map((cell) => cell.textContent ?? '')));
  return { columns, rows };
}

export function panel(page: Page): Locator {
  return page.getByRole('complementary');
}

export async function openRow(page: Page, analytic: string, kind: ReadingKind, row: number): Promise<void> {
  const line = resultGrid(page, analytic, kind).getByRole('row').nth(row + 1);
  await line.getByRole('gridcell').first().click();
  await expect(panel(page).getByRole('heading', { name: 'Result row' })).toBeVisible();
  await idle(page);
}

export async function chooseTheme(page: Page, name: 'Light' | 'Dark' | 'As the system'): Promise<void> {
  await page.getByRole('button', { name: 'Theme' }).click();
  await page.getByRole('menuitemcheckbox', { name }).click();
  await page.keyboard.press('Escape');
}
