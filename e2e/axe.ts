import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './fixtures';

/**
 * Everything that axe knows, the best practices too. `within` is a selector, by default of the whole page. Without frames of
 * other origins the legacy mode finds the same in half the time; what passed is not listed, which saves half of the rest.
 */
export async function expectNoViolations(page: Page, screen: string, within?: string): Promise<void> {
  const axe = new AxeBuilder({ page }).setLegacyMode(true).options({ resultTypes: ['violations'] });
  const { violations } = await (within === undefined ? axe : axe.include(within)).analyze();
  const found = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target.join(' ')} ${node.failureSummary ?? ''}`));
  expect.soft(found, `axe, ${screen}`).toEqual([]);
}

/** Nothing sticks out to the side. */
export async function expectNoSideScroll(page: Page, screen: string): Promise<void> {
  expect.soft(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), `side scroll, ${screen}`).toBeLessThanOrEqual(0);
}
