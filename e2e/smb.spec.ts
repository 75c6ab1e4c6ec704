import { expect, idle } from './fixtures';
import { onPublic, SMB_DATASET } from './public-dataset';
import { chooseFile, panel, readNumbers, rowCount, workbenchReady } from './workbench-page';

/*
 * The numbers were counted in the file's lines, read by Python's json: 506 events in 27 of 120 bars of 597 ms, 2 of them in the first, 94
 * of Security and 412 of Sysmon; 4 lines have GruntHTTP.exe, at 6 places; 245 events are of ID 12, 153 of them at 18:53. Two logon IDs but the
 * well-known stand in events, each on one host; 0x4e13b2e in 9 of WORKSTATION6: 4624 and 4627, 4672, two 5140 and a 5145 that only reads, two
 * 5145 that write, which a Sysmon 11 confirms, and 4634.
 */

onPublic(SMB_DATASET, 'the copy over SMB: a search, the bars and their numbers, sessions and lanes, and pivots from a bar, a count, a node and the top bar', async ({ home }, file) => {
  await chooseFile(home, file);
  await workbenchReady(home);
  const { keyboard } = home;
  const side = panel(home);
  const rail = home.getByRole('navigation', { name: 'Hunt' });
  const figure = home.getByRole('figure', { name: 'Events over time' });
  const events = home.getByRole('grid', { name: 'Events' });

  // The table of the bars, and from it to the events of one.
  await figure.getByRole('button', { name: 'Table', exact: true }).click();
  const { columns, rows } = await readNumbers(figure);
  const sum = (name: RegExp) => rows.reduce((total, row) => total + Number(row[columns.findIndex((column) => name.test(column))]), 0);
  expect([rows.length, sum(/^security$/i), sum(/Sysmon/)]).toEqual([27, 94, 412]);
  await figure.getByRole('button', { name: 'Pivot on 2020-09-22 18:53:04.182' }).click();
  await home.getByRole('menuitem', { name: 'Events of this bar' }).click();
  await expect(events).toBeVisible();
  await expect.poll(() => rowCount(events)).toBe(2);
  await figure.getByRole('button', { name: 'Chart', exact: true }).click();
  await home.getByRole('button', { name: 'Clear all filters' }).first().click();
  await expect.poll(() => rowCount(events)).toBe(506);

  await home.getByRole('searchbox', { name: 'Search the text of all events' }).fill('GruntHTTP.exe');
  await expect(home.getByText('4 of 506 events · 6 hits')).toBeVisible();
  await home.getByRole('button', { name: 'Clear all filters' }).first().click();
  await expect.poll(() => rowCount(events)).toBe(506);

  // A bar by the keys of the brush.
  await figure.getByRole('slider', { name: 'Selected from' }).focus();
  await keyboard.press('Shift+F10');
  await home.getByRole('menuitem', { name: 'Brush to this bar' }).press('Enter');
  await expect(figure.getByRole('status')).toContainText('2 events');
  await expect.poll(() => rowCount(events)).toBe(2);
  await home.goBack();
  await expect.poll(() => rowCount(events)).toBe(506);

  await home.getByRole('button', { name: 'Only EventID 12, 245' }).focus();
  await keyboard.press('Shift+F10');
  await home.getByRole('menuitem', { name: 'Count over time' }).press('Enter');
  const chart = home.getByRole('figure', { name: 'events by minute, UTC' });
  await chart.getByRole('button', { name: 'Table', exact: true }).click();
  expect((await readNumbers(chart)).rows).toEqual([['2020-09-22 18:53', '153'], ['2020-09-22 18:54', '92']]);

  // A host of the top bar to its sessions, and one of them as lanes.
  await home.getByRole('list', { name: 'Dataset' }).getByRole('button', { name: '3 hosts' }).click();
  await home.getByRole('button', { name: 'Pivot on Hostname' }).nth(1).click();
  await home.getByRole('menuitem', { name: 'Sessions on this host' }).click();
  const sessions = home.getByRole('grid', { name: 'Logon sessions' });
  await expect.poll(() => rowCount(sessions)).toBe(1);
  await sessions.getByRole('gridcell').first().click();
  await expect(side.getByRole('heading', { name: 'Session 0x4e13b2e' })).toBeVisible();
  const lanes = side.getByRole('group', { name: 'Lanes of the session' });
  for (const lane of ['Logon, 2 events', 'Privileges, 1 event', 'Shares, 3 events', 'Files, 3 events', 'Logoff, 1 event']) await expect(lanes.getByRole('group', { name: lane })).toBeVisible();

  // A file of the graph to whatever names it.
  await side.getByRole('link', { name: 'Show in the graph' }).click();
  const nodes = home.getByRole('group', { name: 'Nodes' });
  await nodes.getByRole('button', { name: /^File GruntHTTP\.exe, C:\\ProgramData/ }).focus();
  await keyboard.press('Shift+F10');
  await home.getByRole('menuitem', { name: 'Search all events for its file name' }).press('Enter');
  await expect(home.getByText('4 of 506 events · 6 hits')).toBeVisible();
  await idle(home);
  await home.reload();
  await expect(home.getByText('4 of 506 events · 6 hits')).toBeVisible();
  await expect(rail.getByRole('link', { name: 'Events', exact: true })).toHaveAttribute('aria-current', 'page');
});
