import type { Page } from '@playwright/test';
import { expect, idle } from './fixtures';
import { openRow, panel } from './workbench-page';

/** One screen of the sample, reached from the one before it: by its address, then by what only a hand can do. */
export interface Screen {
  readonly name: string;
  /** The address after `v=1&`; null: stays where the screen before it was. */
  readonly address: string | null;
  readonly act?: (page: Page) => Promise<void>;
}

/** The sample's events on lines 3134, 219 and 226: a process of the attack, a connect to a share and a file that is written. */
const PROCESS = '0.3134';
const CONNECT = '0.219';
const WRITTEN = '0.226';

export const SCREENS: readonly Screen[] = [
  { name: 'home', address: 'list=datasets' },
  { name: 'home, hunts', address: 'list=hunts' },
  { name: 'analytic', address: 'dataset=sample&analytic=IV' },
  {
    name: 'differences',
    address: null,
    act: async (page) => {
      await page.getByText(/^The readings differ in/).click();
      await page.getByText('Hosts: was it recorded there?').click();
    },
  },
  { name: 'logic', address: 'dataset=sample&analytic=II&reading=pandas', act: (page) => page.getByText('Logic', { exact: true }).click() },
  { name: 'row', address: 'dataset=sample&analytic=I&reading=sql', act: (page) => openRow(page, 'I', 'sql', 0) },
  { name: 'session', address: null, act: (page) => panel(page).getByTitle('Open the session by itself').click() },
  { name: 'event', address: null, act: (page) => panel(page).getByRole('link', { name: /event 5140/ }).first().click() },
  { name: 'process tree', address: `dataset=sample&view=events&event=${PROCESS}&unfold=process` },
  { name: 'across hosts', address: `dataset=sample&view=events&event=${CONNECT}` },
  {
    name: 'near miss',
    address: 'dataset=sample&analytic=IV&reading=sql',
    act: (page) => page.getByRole('button', { name: /events? fails? only this condition/ }).first().click(),
  },
  { name: 'sessions', address: 'dataset=sample&view=sessions' },
  { name: 'events', address: 'dataset=sample&view=events&filters=EventID:5145,/c$' },
  { name: 'brushed', address: 'dataset=sample&view=sessions&filters=@2026-03-10T00:00:00.000Z..2026-03-10T12:00:00.000Z' },
  {
    name: 'timeline as a table',
    address: 'dataset=sample&view=sessions',
    act: (page) => page.getByRole('figure', { name: 'Events over time' }).getByRole('button', { name: 'Table', exact: true }).click(),
  },
  {
    name: 'graph',
    address: `dataset=sample&view=graph&graph=e${WRITTEN},e${CONNECT}`,
    act: (page) => page.getByRole('figure', { name: 'Events over time' }).getByRole('button', { name: 'Chart', exact: true }).click(),
  },
  { name: 'query', address: 'dataset=sample&view=query&query=sql:SELECT_Hostname,_COUNT-o-s-c_n.FROM_t_GROUP_BY_Hostname' },
  { name: 'edit', address: 'dataset=sample&view=edit&analytic=II&reading=sql' },
  { name: 'baseline', address: 'dataset=sample&view=baseline' },
  { name: 'ground truth', address: 'dataset=sample&view=truth' },
  { name: 'lesson', address: 'dataset=sample&view=lesson&step=3' },
  { name: 'story, empty', address: 'dataset=sample&view=story' },
  {
    name: 'story',
    address: `dataset=sample&view=story&event=${CONNECT}`,
    act: async (page) => {
      await panel(page).getByRole('button', { name: 'Add to the story' }).click();
      await panel(page).getByRole('button', { name: 'Close', exact: true }).click();
    },
  },
  { name: 'import report', address: 'dataset=sample&view=report' },
  { name: 'palette', address: 'dataset=sample&analytic=I', act: (page) => page.keyboard.press('Control+k') },
  {
    name: 'keys',
    address: null,
    act: async (page) => {
      await page.keyboard.press('Escape');
      await page.keyboard.press('?');
    },
  },
];

/** Goes there within the page, so that the dataset stays open, and waits until nothing is under way. */
export async function goTo(page: Page, { address, act }: Screen): Promise<void> {
  if (address !== null) await page.goto(`./#v=1&${address}`);
  await idle(page);
  await act?.(page);
  await idle(page);
  await page.mouse.move(0, 0);
  await expect(page.locator('html')).toHaveAttribute('data-idle', 'true');
}
