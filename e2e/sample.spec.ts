import { expect, idle, test } from './fixtures';
import { ANALYTICS, analyticLink, chooseAnalytic, chooseReading, openRow, openSample, panel, readGrid, READINGS, readingTab, resultGrid, rowCount } from './workbench-page';

test.beforeEach(async ({ home }) => {
  await openSample(home);
});

test('the sample opens with its facts and what was skipped', async ({ home }) => {
  const facts = home.getByRole('list', { name: 'Dataset' });
  await expect(facts).toContainText(/[45],\d{3} events/);
  await expect(facts).toContainText(/\d hosts/);
  await facts.getByRole('button', { name: '3 lines skipped' }).click();
  const skipped = home.getByRole('dialog', { name: 'What was skipped' });
  await expect(skipped.getByText(/^line [\d,]+/)).toHaveCount(3);
});

test('every analytic shows as many rows in each reading as its tab and the list say', async ({ home }) => {
  let differing = 0;
  for (const analytic of ANALYTICS) {
    await chooseAnalytic(home, analytic);
    const counts: number[] = [];
    for (const kind of READINGS) {
      await chooseReading(home, kind);
      const said = Number(/(\d+) rows?/.exec((await readingTab(home, kind).textContent()) ?? '')?.[1]);
      const count = said === 0 ? await resultGrid(home, analytic, kind).count() : await rowCount(resultGrid(home, analytic, kind));
      expect(count, `${analytic} ${kind}`).toBe(said);
      counts.push(said);
    }
    if (new Set(counts).size > 1) differing += 1;
  }
  // The sample is made so that the readings differ (analytics II and IV at the least, through `IPC$`).
  expect(differing).toBeGreaterThanOrEqual(2);
});

test('an analytic has its words, its data sources, its logic, the funnel and how the readings differ', async ({ home }) => {
  await chooseAnalytic(home, 'IV');
  const sources = home.getByRole('group', { name: 'Data sources' });
  await expect(sources.getByRole('row')).not.toHaveCount(0);
  await expect(sources).toContainText('5145');
  await expect(sources).toContainText(/\d events?/);
  await home.getByText('Logic', { exact: true }).click();
  await expect(home.getByLabel('Published SQL, logic')).toContainText('SELECT');
  const funnel = home.getByRole('region', { name: 'Published SQL, how it was reached' });
  await expect(funnel.getByText('events in the dataset').first()).toBeVisible();
  await expect(funnel.getByText(/rows? joined from/).first()).toBeVisible();
  await home.getByText(/^The readings differ in/).click();
  await expect(home.getByRole('group', { name: 'Rows in which the readings differ' }).getByRole('row')).not.toHaveCount(0);
});

test('the result table sorts, filters, hides columns and copies', async ({ home, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await chooseAnalytic(home, 'II');
  const grid = resultGrid(home, 'II', 'sql');
  const before = await readGrid(grid);
  const count = await rowCount(grid);
  expect(before.rows.length).toBeGreaterThan(1);

  const port = before.columns.indexOf('IpPort');
  await grid.getByRole('columnheader').nth(port + 1).getByRole('button').first().click();
  await expect(grid.getByRole('columnheader').nth(port + 1)).toHaveAttribute('aria-sort', 'ascending');
  await idle(home);
  const ports = (await readGrid(grid)).rows.map((row) => Number(row[port]));
  expect(ports).toEqual([...ports].sort((a, b) => a - b));

  await home.getByRole('button', { name: 'Filter', exact: true }).click();
  const wanted = before.rows[0][port] ?? '';
  await grid.getByLabel('Filter IpPort').fill(wanted);
  await expect.poll(async () => (await readGrid(grid)).rows.every((row) => row[port]?.includes(wanted))).toBe(true);
  await grid.getByLabel('Filter IpPort').fill('no such port');
  await expect(grid.getByRole('row')).toHaveCount(1);
  await grid.getByLabel('Filter IpPort').fill('');
  await expect.poll(() => rowCount(grid)).toBe(count);

  await home.getByRole('button', { name: 'Columns', exact: true }).click();
  await home.getByRole('menuitemcheckbox', { name: 'Hostname' }).click();
  await home.keyboard.press('Escape');
  await expect.poll(async () => (await readGrid(grid)).columns).toEqual(before.columns.filter((name) => name !== 'Hostname'));

  await home.getByRole('button', { name: 'Copy', exact: true }).click();
  await home.getByRole('menuitem', { name: 'All rows, tab-separated' }).click();
  await expect(home.getByText('All rows copied')).toBeVisible();
  const copied = await home.evaluate(() => navigator.clipboard.readText());
  expect(copied.trimEnd().split('\n')).toHaveLength(count + 1);
});

test('a result row leads to its join chain, the session behind it, its file, and one event in full', async ({ home }) => {
  await chooseAnalytic(home, 'V');
  await chooseReading(home, 'hardened');
  await openRow(home, 'V', 'hardened', 0);
  const side = panel(home);
  await expect(side.getByText('The events that matched, leg by leg')).toBeVisible();
  await expect(side.getByText('joined on').first()).toBeVisible();
  await expect(side.getByText('The session behind it')).toBeVisible();
  for (const fact of ['Host', 'Logon ID', 'Account', 'Logon type', 'Source', 'Start', 'End']) {
    await expect(side.getByRole('term').filter({ hasText: new RegExp(`^${fact}$`) })).toBeVisible();
  }
  await expect(side.getByText(/, says Sysmon 11/).first()).toBeVisible();

  await side.getByTitle('Open the session by itself').click();
  await expect(side.getByRole('heading', { name: /^Session 0x/ })).toBeVisible();
  await idle(home);
  await side.getByRole('link', { name: /event 4624/ }).first().click();
  await expect(side.getByRole('heading', { name: /^Event on line \d+/ })).toBeVisible();
  await idle(home);
  await expect(side.getByRole('term').filter({ hasText: /^TargetLogonId$/ })).toBeVisible();
  await side.getByRole('tab', { name: 'As in the file' }).click();
  const raw = await side.getByLabel('The event\'s line in the file').textContent();
  expect(JSON.parse(raw ?? '')).toMatchObject({ EventID: 4624 });

  await home.keyboard.press('Escape');
  await expect(side.getByRole('heading', { name: /^Session 0x/ })).toBeVisible();
});

test('host and account pivot to their sessions', async ({ home }) => {
  await openRow(home, 'I', 'sql', 0);
  const host = panel(home).getByTitle(/^Sessions on /).first();
  const name = (await host.textContent()) ?? '';
  await host.click();
  await expect(home.getByRole('heading', { name: 'Logon sessions' })).toBeVisible();
  await expect(home.getByRole('button', { name: `Take away the filter: host ${name}` })).toBeVisible();
  await idle(home);
  const sessions = home.getByRole('grid', { name: 'Logon sessions' });
  await sessions.getByRole('gridcell').first().click();
  await expect(panel(home).getByRole('heading', { name: /^Session 0x/ })).toBeVisible();
});

test('the timeline shows the events over time, as a chart and as numbers', async ({ home }) => {
  const figure = home.getByRole('figure', { name: 'Events over time' });
  await expect(figure.locator('svg.recharts-surface')).toBeVisible();
  await figure.getByRole('button', { name: 'Table' }).click();
  const counts = await figure.getByRole('row').evaluateAll((rows) =>
    rows.slice(1).map((row) => [...row.querySelectorAll('td')].slice(1).reduce((sum, cell) => sum + Number((cell.textContent ?? '').replaceAll(',', '') || 0), 0)),
  );
  expect(counts.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(4000);
});

test('what an analytic cannot know is not shown as "no hit"', async ({ home }) => {
  await expect(analyticLink(home, 'I')).not.toContainText('cannot know');
  await expect(home.getByText('none in this dataset: cannot know')).toHaveCount(0);
});
