import type { Locator, Page } from '@playwright/test';
import { expect, idle, test } from './fixtures';
import { onPublic, SMB_DATASET } from './public-dataset';
import { chooseAnalytic, chooseFile, chooseReading, openRow, openSample, panel, workbenchReady } from './workbench-page';


/** From the first row of analytic IV. */
async function openGraph(page: Page): Promise<Locator> {
  await chooseAnalytic(page, 'IV');
  await chooseReading(page, 'sql');
  await openRow(page, 'IV', 'sql', 0);
  await panel(page).getByRole('link', { name: 'Show in the graph' }).click();
  await expect(page.getByRole('heading', { name: 'Graph', exact: true })).toBeFocused();
  await idle(page);
  return page.getByRole('group', { name: 'Nodes' });
}

test('a row becomes a graph that grows and collapses by keyboard, stays in the address, and goes back', async ({ home }) => {
  await openSample(home);
  const nodes = await openGraph(home);
  const { keyboard } = home;
  await expect(nodes.getByRole('button')).toHaveCount(3);

  // One stop for the Tab key; arrows go from lane to lane.
  const session = nodes.getByRole('button', { name: /^Session svc-backup, network/ });
  await nodes.getByRole('button', { name: /^Host FS01/ }).focus();
  await keyboard.press('ArrowRight');
  await expect(session).toBeFocused();
  const before = await session.boundingBox();
  await keyboard.press('Enter');
  await idle(home);
  await expect(session).toHaveAttribute('aria-expanded', 'true');
  await expect(session).toBeFocused();
  await expect(nodes.getByRole('button', { name: /^Process System, PID 4, on BK01/ })).toBeVisible();
  expect(await session.boundingBox()).toEqual(before);
  const grown = home.url();

  // The events behind a relation: one opens, several are listed.
  const relations = home.getByRole('group', { name: 'Relations' });
  await relations.getByRole('button', { name: 'svc-backup made by process System, 3 events' }).focus();
  await expect(home.getByRole('region', { name: 'What is chosen' }).getByRole('listitem')).toHaveCount(3);
  await relations.getByRole('button', { name: 'svc-backup logged on from BK01, 1 event' }).press('Enter');
  await expect(panel(home).getByRole('heading', { name: /^Event/ })).toBeFocused();
  await home.goBack();

  await home.reload();
  await idle(home);
  await expect(nodes.getByRole('button')).toHaveCount(5);
  expect(home.url()).toBe(grown);

  await session.focus();
  await keyboard.press('o');
  await expect(panel(home).getByRole('heading', { name: /^Session 0x/ })).toBeFocused();
  await home.goBack();
  await session.press('Enter');
  await idle(home);
  await expect(nodes.getByRole('button')).toHaveCount(3);
  await home.goBack();
  await expect(nodes.getByRole('button')).toHaveCount(5);

  // The same in words.
  await home.getByRole('button', { name: /^The same as a list/ }).click();
  await expect(home.getByRole('list', { name: 'Nodes of the graph' })).toContainText('svc-backup wrote catalog-20260310.idx, 2 events');
});

onPublic(SMB_DATASET, 'the graph of the copy over SMB reaches the process on the other host', async ({ home }, file) => {
  await chooseFile(home, file);
  await workbenchReady(home);
  const nodes = await openGraph(home);
  await nodes.getByRole('button', { name: /^Session pgustavo, network · 0x4e13b2e, on WORKSTATION6/ }).click();
  await idle(home);
  await expect(nodes.getByRole('button', { name: /^Process System, PID 4, on WORKSTATION5/ })).toBeVisible();
  const relations = home.getByRole('group', { name: 'Relations' });
  for (const name of ['pgustavo made by process System, 3 events', 'pgustavo logged on from WORKSTATION5, 1 event', 'pgustavo wrote GruntHTTP.exe, 3 events']) {
    await expect(relations.getByRole('button', { name, exact: true })).toBeVisible();
  }
  // The file leads on to the program of its name on the host that sent it.
  await nodes.getByRole('button', { name: /^File GruntHTTP\.exe, C:\\ProgramData/ }).click();
  await idle(home);
  await expect(nodes.getByRole('button', { name: /^File GruntHTTP\.exe, C:\\Users\\pgustavo\\Desktop, on WORKSTATION5/ })).toBeVisible();
});
