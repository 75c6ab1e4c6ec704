import { expect, idle, test } from './fixtures';
import { chooseAnalytic, chooseFile, openSample, panel, workbenchReady } from './workbench-page';

test('the readings of analytic II differ by a pattern that also matches IPC$, named with both conditions, the values and the rows', async ({ home }) => {
  await openSample(home);
  await chooseAnalytic(home, 'II');
  await home.getByRole('button', { name: /^The readings differ in/ }).click();
  await idle(home);
  const side = home.getByRole('region', { name: 'Only in Published SQL' });
  const cause = side.getByRole('listitem').filter({ hasText: 'Pattern' }).first();
  await expect(cause).toContainText("b.ShareName LIKE '%C$' also matches \\\\*\\IPC$, \\\\*\\DOC$; Published pandas asks for");
  await expect(cause.getByLabel('Published SQL, the condition')).toContainText("AND b.ShareName LIKE '%C$'");
  await expect(cause.getByLabel('Published pandas, the condition')).toContainText("df['ShareName'].str.endswith('\\\\C$', na=False)");
  await expect(cause.getByRole('list', { name: 'Values of ShareName that decide' })).toContainText('\\\\*\\IPC$ × 39');

  await cause.getByRole('button', { name: '40 rows' }).click();
  await idle(home);
  await cause.getByRole('group', { name: 'Rows of this cause' }).getByRole('button', { name: /^SQL \d/ }).first().click();
  await expect(panel(home).getByRole('heading', { name: 'Result row' })).toBeVisible();
  await home.keyboard.press('Escape');

  const all = home.getByRole('region', { name: 'The rows themselves' });
  await all.getByRole('searchbox', { name: /^Filter The events behind it/ }).fill('IPC$');
  await all.getByRole('button', { name: 'Row', exact: true }).click();
  await all.getByRole('button', { name: 'Row', exact: true }).click();
  await idle(home);
  await expect(home).toHaveURL(/differing=@-row,events:IPC/);
  await expect(all.getByRole('columnheader', { name: 'Row' })).toHaveAttribute('aria-sort', 'descending');

  await home.getByRole('group', { name: 'Readings compared' }).getByRole('button', { name: /Published SQL and Hardened/ }).click();
  await expect(side.getByRole('listitem').filter({ hasText: 'Join' }).first()).toContainText('LOWER(b.Hostname) = LOWER(a.Hostname)');
});

const connect = { Channel: 'Security', EventID: 5140, ShareName: '\\\\*\\Docs', SubjectUserName: 'ann', SubjectLogonId: '0x1' };
const write = { ...connect, EventID: 5145, AccessMask: '0x1', RelativeTargetName: 'a.txt', IpAddress: '10.0.0.1', IpPort: '1' };
const LINES = [
  { ...connect, Hostname: 'FS01' },
  { ...write, Hostname: 'FS01' },
  { ...connect, Hostname: 'DC01' },
  { Channel: 'System', EventID: 7036, Hostname: 'WKS2' },
];

test('no hit and cannot know look different by host: in the list, beside the reading and in the table of hosts', async ({ home }) => {
  await chooseFile(home, { name: 'events.json', bytes: new TextEncoder().encode(LINES.map((line) => `${JSON.stringify(line)}\n`).join('')) });
  await workbenchReady(home);
  const list = home.getByRole('navigation', { name: 'Hunt' });
  await expect(list.getByRole('link', { name: /^III\b/ })).toContainText('no hit; 2 of 3 hosts cannot know');
  await expect(list.getByRole('link', { name: /^V\b/ })).toContainText('cannot know');

  await chooseAnalytic(home, 'III');
  await expect(home.getByText('No hit, where that can be known')).toBeVisible();
  const row = (host: string) => home.getByRole('group', { name: 'Hosts' }).getByRole('row', { name: new RegExp(`^${host} `) });
  await expect(row('FS01')).toContainText('no hit');
  await expect(row('DC01')).toContainText(/not recorded.*cannot know: no Security 5145/);
  await expect(row('WKS2')).toContainText(/not recorded.*cannot know: no Security 5145/);

  // Analytic I has a hit on two hosts; the third still cannot know.
  await chooseAnalytic(home, 'I');
  await home.getByRole('button', { name: /^Hosts: was it recorded there/ }).click();
  await expect(row('WKS2')).toContainText('cannot know: no Security 5140');
  await expect(row('DC01')).toContainText('1 row');
});
