import { expect, idle, test } from './fixtures';
import { madeArchives, type MadeArchive } from './made-archives';
import { chooseFile, openLink, workbenchReady } from './workbench-page';

// A refused or failed download is an error in the browser's console, whatever the page does.
test.use({ expectedInConsole: /Failed to load resource|blocked by CORS policy/ });

const BROKEN_FILES: readonly (readonly [file: MadeArchive, message: RegExp])[] = [
  ['not-a-zip.zip', /not-a-zip\.zip holds no events that can be read/],
  ['password.zip', /password\.zip is password-protected/],
  ['no-events.zip', /no-events\.zip holds no events that can be read: .*readme\.txt/],
  ['truncated.zip', /truncated\.zip is truncated or corrupt/],
  ['corrupt.zip', /is truncated or corrupt/],
];

for (const [file, message] of BROKEN_FILES) {
  test(`${file}: says what is wrong with it and what to do`, async ({ home }) => {
    await chooseFile(home, { name: file, bytes: (await madeArchives())[file] });
    const alert = home.getByRole('alert').filter({ hasText: message });
    await expect(alert).toBeVisible();
    await expect(alert.getByRole('paragraph')).toHaveCount(2);
    await idle(home);
  });
}

const BROKEN_LINKS: readonly (readonly [what: string, path: string, message: RegExp])[] = [
  ['a site that does not let other pages read it', 'healthy.zip?cors=no', /does not let other pages read it \(CORS\)/],
  ['a link that is not there', 'nowhere.zip', /nowhere\.zip answered 404/],
  ['a server in trouble', 'healthy.zip?status=503', /answered 503/],
  ['a download that breaks off', 'healthy.zip?cut=2000', /broke off|could not be fetched/],
  ['a sign-in page instead of a zip', 'not-a-zip.zip', /gave a web page \(HTML\), not a dataset/],
];

for (const [what, path, message] of BROKEN_LINKS) {
  test(`${what}: says so`, async ({ home, otherOrigin }) => {
    await openLink(home, otherOrigin.url + path);
    await expect(home.getByRole('alert').filter({ hasText: message })).toBeVisible();
    await idle(home);
  });
}

test('a link that is not http(s) is refused before anything is fetched', async ({ home }) => {
  for (const address of ['ftp://example.com/a.zip', 'javascript:alert(1)', 'file:///etc/passwd', 'no link']) {
    await openLink(home, address);
    await expect(home.getByRole('alert').filter({ hasText: /http/i })).toBeVisible();
  }
});

test('a link to a dataset on another site that allows it is opened, with one request', async ({ home, otherOrigin }) => {
  const before = otherOrigin.requests.length;
  await openLink(home, `${otherOrigin.url}healthy.zip`);
  await workbenchReady(home);
  await expect(home.getByRole('list', { name: 'Dataset' })).toContainText('2,000 events');
  expect(otherOrigin.requests.slice(before)).toEqual(['GET /healthy.zip']);
});

test('a download shows its progress and stops on Cancel', async ({ home, otherOrigin }) => {
  await openLink(home, `${otherOrigin.url}healthy.zip?stall=3000`);
  const bar = home.getByRole('progressbar', { name: 'healthy.zip' });
  await expect(bar).toBeVisible();
  await expect(home.getByText(/Downloading · .+ of/)).toBeVisible();
  await home.getByRole('button', { name: 'Cancel' }).click();
  await expect(bar).toBeHidden();
  await expect(home.getByRole('button', { name: 'Open the sample' })).toBeVisible();
  await idle(home);
});

test('after a failure the next dataset opens as if nothing had been', async ({ home }) => {
  const archives = await madeArchives();
  await chooseFile(home, { name: 'corrupt.zip', bytes: archives['corrupt.zip'] });
  await expect(home.getByRole('alert').filter({ hasText: 'corrupt' })).toBeVisible();
  await chooseFile(home, { name: 'healthy.zip', bytes: archives['healthy.zip'] });
  await workbenchReady(home);
  await expect(home.getByRole('list', { name: 'Dataset' })).toContainText('2,000 events');
});
