import { sharedPath } from '@/lib/shared-data.test-support';
import { expect, idle, test } from './fixtures';
import { chooseFile, panel, rowCount, workbenchReady } from './workbench-page';

/*
 * The numbers were counted in the file's lines, read by Python's json: 25,993 events, 49 of them 4624. They last from 08:29:48.785 to
 * 08:30:42.832; in 120 bars those are 451 ms wide, so that the 30th ends 13,530 ms after the first event. 20 events 4624 come before
 * that, 12 of them on MORDORDC; the first is the logon 0x211ec28.
 */
const DATASET = sharedPath('datasets/purplesharp_ad_playbook_I.zip');

test(
  DATASET === null
    ? 'SKIPPED, ../shared/datasets is not on this machine: from all events by facet and brush to a session and back'
    : 'from all events by facet and brush to a session and back, and the open event stays in view among all',
  async ({ home }) => {
    test.skip(DATASET === null, '../shared/datasets is not on this machine');
    await chooseFile(home, DATASET ?? '');
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
  },
);
