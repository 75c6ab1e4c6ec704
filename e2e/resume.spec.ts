import { expect, idle, test } from './fixtures';
import { openLink, workbenchReady } from './workbench-page';

// A connection that breaks is an error in the browser's console, whatever the page does.
test.use({ expectedInConsole: /Failed to load resource|net::ERR/ });

const CUT = 3_000;

const CASES: readonly (readonly [what: string, query: string, secondRequest: RegExp])[] = [
  ['goes on where it broke off, where Last-Modified shows that it is the same file', `cut=${CUT}&then=range&version=last-modified`, / bytes=\d+-$/],
  ['goes on where it broke off, where an ETag shows it', `cut=${CUT}&then=range&version=etag`, / bytes=\d+-$/],
  ['begins again where the server takes no ranges', `cut=${CUT}&then=whole&version=etag`, / bytes=\d+-$/],
  ['begins again where nothing tells versions of the file apart', `cut=${CUT}&then=range`, /then=range$/],
];

test('a download that breaks off is taken up again: the dataset is whole, whatever the server can do', async ({ home, otherOrigin }) => {
  for (const [what, query, secondRequest] of CASES) {
    await test.step(what, async () => {
      const before = otherOrigin.requests.length;
      await openLink(home, `${otherOrigin.url}healthy.zip?${query}`);
      await workbenchReady(home);
      const facts = home.getByRole('list', { name: 'Dataset' });
      await expect(facts.getByText('2,000 events', { exact: true })).toBeVisible();
      await expect(facts.getByText('0 lines skipped', { exact: true })).toBeVisible();
      // No OPTIONS among them: file hosts do not answer those.
      expect(otherOrigin.requests.slice(before)).toEqual([`GET /healthy.zip?${query}`, expect.stringMatching(secondRequest)]);
      const asked = / bytes=(\d+)-$/.exec(otherOrigin.requests.at(-1) ?? '');
      if (asked) expect(Number(asked[1])).toBeLessThanOrEqual(CUT);
      await home.getByRole('button', { name: 'Close' }).click();
      await idle(home);
    });
  }
});
