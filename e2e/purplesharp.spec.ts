import { readFile } from 'node:fs/promises';
import { expect, idle } from './fixtures';
import { onPublic, PURPLESHARP_DATASET } from './public-dataset';
import { chooseFile, panel, readNumbers, rowCount, workbenchReady } from './workbench-page';

/*
 * The numbers were counted in the file's lines, read by Python's json: 25,993 events, 49 of them 4624. They last from 08:29:48.785 to
 * 08:30:42.832; in 120 bars those are 451 ms wide, so that the 30th ends 13,530 ms after the first event. 20 events 4624 come before
 * that, 12 of them on MORDORDC; the first is the logon 0x211ec28.
 */

onPublic(PURPLESHARP_DATASET, 'from all events by facet and brush to a session and back, and the open event stays in view among all', async ({ home }, file) => {
  await chooseFile(home, file);
  await workbenchReady(home);
  await home.getByRole('navigation', { name: 'Hunt' }).getByRole('link', { name: 'Events' }).click();
  const grid = home.getByRole('grid', { name: 'Events' });
  await expect(grid).toBeVisible();
  await idle(home);
  await expect.poll(() => rowCount(grid)).toBe(25_993);

  await home.getByRole('searchbox', { name: 'Find a value of EventID' }).fill('4624');
  await home.getByRole('button', { name: 'Only EventID 4624, 49' }).click();
  await idle(home);
  await expect.poll(() => rowCount(grid)).toBe(49);

  const figure = home.getByRole('figure', { name: 'Events over time' });
  await figure.getByRole('slider', { name: 'Selected to' }).focus();
  for (let i = 0; i < 9; i++) await home.keyboard.press('Shift+ArrowLeft');
  await idle(home);
  await expect(figure.getByRole('status')).toContainText('20 events');
  await expect.poll(() => rowCount(grid)).toBe(20);
  await expect(home.getByRole('button', { name: 'Only Hostname MORDORDC.theshire.local, 12' })).toBeVisible();

  await grid.getByRole('gridcell').first().click();
  const side = panel(home);
  await side.getByTitle('Session 0x211ec28 on MORDORDC.theshire.local').click();
  await expect(side.getByRole('heading', { name: /^Session 0x211ec28/ })).toBeVisible();
  await home.goBack();
  await expect(side.getByRole('heading', { name: /^Event/ }).first()).toBeVisible();
  await idle(home);
  await expect.poll(() => rowCount(grid)).toBe(20);

  await home.getByRole('button', { name: 'Clear all filters' }).click();
  await idle(home);
  await expect.poll(() => rowCount(grid)).toBe(25_993);
  const open = grid.getByRole('row', { selected: true });
  await expect(open).toBeInViewport();
  await expect(open).toContainText('4624');
  await home.reload();
  await expect(grid).toBeVisible();
  await idle(home);
  await expect(open).toBeInViewport();
  await home.goBack();
  await idle(home);
  await expect.poll(() => rowCount(grid)).toBe(20);
});

/*
 * By the same judge: 50 logon IDs of one host but 0x0, 0x3e7 and 0x3e4, 21 of them in an event of the first 30 bars; 64 bars have an
 * event. 0x9b1ad0 of WORKSTATION7 stands in 335 events as SubjectLogonId; wsmprovhost.exe (3804, line 3193) started powershell.exe (3932) in
 * it, and that conhost.exe (692): in 4688, 4689 and Sysmon 1. Port 58201 of 172.18.39.5 stands in a 5158, a 5156 and a Sysmon 3 of WORKSTATION5.
 */
onPublic(PURPLESHARP_DATASET, 'the timeline’s numbers, a session found by the palette, its lanes and processes, a pivot, the other end of a connection, and a story taken along', async ({ home }, file) => {
  await chooseFile(home, file);
  await workbenchReady(home);
  const { keyboard } = home;
  const side = panel(home);
  const figure = home.getByRole('figure', { name: 'Events over time' });

  await figure.getByRole('button', { name: 'Table', exact: true }).click();
  const { columns, rows } = await readNumbers(figure);
  const sum = (name: string) => rows.reduce((total, row) => total + Number(row[columns.indexOf(name)]), 0);
  expect(rows).toHaveLength(64);
  expect(['Security', 'Microsoft-Windows-Sysmon/Operational', 'Windows PowerShell', 'Microsoft-Windows-PowerShell/Operational'].map(sum)).toEqual([2_843, 22_054, 342, 747]);
  await figure.getByLabel('Bars by').selectOption('host');
  await expect(figure.getByRole('columnheader', { name: 'WORKSTATION5.theshire.local' })).toBeVisible();
  const byHost = await readNumbers(figure);
  expect(byHost.rows.find(([time]) => time === '2020-10-22 08:30:07.276')).toEqual(['2020-10-22 08:30:07.276', '955', '31', '7', '7', '0']);
  await figure.getByRole('button', { name: 'Chart', exact: true }).click();

  await home.getByRole('navigation', { name: 'Hunt' }).getByRole('link', { name: 'Logon sessions' }).click();
  const sessions = home.getByRole('grid', { name: 'Logon sessions' });
  await expect(sessions).toBeVisible();
  await idle(home);
  await expect.poll(() => rowCount(sessions)).toBe(50);
  await expect.poll(() => rowCount(home.getByRole('grid', { name: 'Service sessions' }))).toBe(5);
  await figure.getByRole('slider', { name: 'Selected to' }).focus();
  for (let i = 0; i < 9; i++) await keyboard.press('Shift+ArrowLeft');
  await expect.poll(() => rowCount(sessions)).toBe(21);
  await expect(figure.getByRole('status')).toContainText('5,294 events');
  await idle(home);
  await keyboard.press('Escape');
  await expect.poll(() => rowCount(sessions)).toBe(50);

  await keyboard.press('Control+k');
  await keyboard.type('9b1ad0\n');
  await expect(side.getByRole('heading', { name: 'Session 0x9b1ad0' })).toBeVisible();
  await idle(home);
  const lanes = side.getByRole('group', { name: 'Lanes of the session' });
  await expect(lanes.getByRole('group', { name: 'Logoff, 0 events' })).toContainText('no logoff in this dataset');
  await side.getByRole('button', { name: 'Add to the story' }).click();
  await side.getByRole('textbox', { name: 'Note' }).fill('PowerShell from afar.');
  await lanes.getByRole('group', { name: 'Processes, 9 events' }).getByRole('button').first().click();
  await expect(side.getByRole('heading', { name: 'Event on line 3193' })).toBeVisible();
  await side.getByRole('button', { name: /^Process tree/ }).click();
  const processes = side.getByRole('list', { name: 'Processes on WORKSTATION7.theshire.local' }).getByRole('listitem');
  await expect(processes.filter({ hasText: /^Level 2: wsmprovhost\.exe 3804/ })).toBeVisible();
  await expect(processes.filter({ hasText: /^Level 3: powershell\.exe 3932/ })).toBeVisible();
  await expect(processes.filter({ hasText: /^Level 4: conhost\.exe 692/ })).toBeVisible();

  await side.getByRole('link', { name: 'Session 0x9b1ad0' }).first().click();
  await side.getByRole('link', { name: /event 4656/ }).first().click();
  await side.getByRole('button', { name: 'Pivot on SubjectLogonId' }).click();
  await home.getByRole('menuitem', { name: 'Filter to this' }).click();
  const events = home.getByRole('grid', { name: 'Events' });
  await expect(events).toBeVisible();
  await expect.poll(() => rowCount(events)).toBe(335);

  await keyboard.press('Control+k');
  await keyboard.type('9b1a6d\n');
  const other = side.getByRole('region', { name: 'The other end, on WORKSTATION5.theshire.local' }).getByRole('listitem');
  await expect(other).toHaveCount(3);
  for (const [i, id] of ['5158', '5156', '3'].entries()) await expect(other.nth(i).getByRole('link')).toContainText(id);

  await home.getByRole('link', { name: 'Story' }).click();
  const entries = home.getByRole('list', { name: '1 entry' });
  await expect(entries).toContainText('0x9b1ad0');
  const saving = home.waitForEvent('download');
  await home.getByRole('button', { name: 'Export' }).click();
  const buffer = await readFile(await (await saving).path());
  await home.getByRole('button', { name: 'Remove entry 1' }).click();
  await home.getByLabel('Story file').setInputFiles({ name: 'story.json', mimeType: 'application/json', buffer });
  await expect(entries.getByRole('textbox', { name: 'Note' })).toHaveValue('PowerShell from afar.');
});
