import { eventLines, zipOf } from '@/lib/ingest/zip-fixtures.test-support';
import { expectNoViolations } from './axe';
import { expect, test } from './fixtures';
import { chooseFile, workbenchReady } from './workbench-page';

const GIB = 2 ** 30;

/** Events, and resource forks of macOS that state 3 GiB each: the whole is over the limit, but they are never inflated. */
async function bigByItsOwnAccount(): Promise<Uint8Array> {
  const archive = await zipOf({ 'a.json': eventLines(7), '__MACOSX/._1': 'fork', '__MACOSX/._2': 'fork', '__MACOSX/._3': 'fork' });
  const view = new DataView(archive.buffer);
  for (let at = 0; at + 46 <= archive.length; at++) {
    // The directory's entries (APPNOTE 4.3.12): the size at 24, the name at 46.
    if (view.getUint32(at, true) === 0x02014b50 && archive[at + 46] === '_'.charCodeAt(0)) view.setUint32(at + 24, 3 * GIB, true);
  }
  return archive;
}

test('the limit is told on the home page; what is over it is refused, and opens once the limit is raised', async ({ home }) => {
  await expect(home.getByText('Archives may inflate to 8 GiB')).toBeVisible();
  await chooseFile(home, { name: 'big.zip', bytes: await bigByItsOwnAccount() });
  const notice = home.getByRole('alert').filter({ hasText: 'big.zip holds 9.0 GiB by its own account, more than the limit of 8.0 GiB.' });
  await expect(notice).toBeVisible();
  await expectNoViolations(home, 'refusal', '[role=alert]');
  await notice.getByRole('button', { name: 'Raise the limit to 16 GiB and open again' }).click();
  await workbenchReady(home);
  await expect(home.getByRole('list', { name: 'Dataset' })).toContainText('7 events');
});
