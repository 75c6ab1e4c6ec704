import AxeBuilder from '@axe-core/playwright';
import { eventLines, zipOf } from '@/lib/ingest/zip-fixtures.test-support';
import { expect, test } from './fixtures';
import { chooseFile, workbenchReady } from './workbench-page';

const GIB = 2 ** 30;

/** Events, and three pictures that state 3 GiB each: the whole is over the limit, but only the beginning of a picture is looked at. */
async function bigByItsOwnAccount(): Promise<Uint8Array> {
  // Noise, so that it stays as long when packed.
  let noise = 1;
  const picture = Uint8Array.from({ length: 300_000 }, () => (noise = (Math.imul(noise, 1_103_515_245) + 12_345) >>> 0) >>> 24);
  picture.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const archive = await zipOf({ 'a.json': eventLines(7), '1.png': picture, '2.png': picture, '3.png': picture });
  const view = new DataView(archive.buffer);
  for (let at = 0; at + 46 <= archive.length; at++) {
    // The directory's entries (APPNOTE 4.3.12): the size at 24, the name at 46.
    if (view.getUint32(at, true) === 0x02014b50 && archive[at + 47] === '.'.charCodeAt(0) && archive[at + 46] !== 'a'.charCodeAt(0)) {
      view.setUint32(at + 24, 3 * GIB, true);
    }
  }
  return archive;
}

test('the limit is told on the home page; what is over it is refused, and opens once the limit is raised', async ({ home }) => {
  await expect(home.getByText('Archives may inflate to 8 GiB')).toBeVisible();
  await chooseFile(home, { name: 'big.zip', bytes: await bigByItsOwnAccount() });
  const notice = home.getByRole('alert').filter({ hasText: 'big.zip holds 9.0 GiB by its own account, more than the limit of 8.0 GiB.' });
  await expect(notice).toBeVisible();
  expect((await new AxeBuilder({ page: home }).include('[role=alert]').analyze()).violations).toEqual([]);
  await notice.getByRole('button', { name: 'Raise the limit to 16 GiB and open again' }).click();
  await workbenchReady(home);
  await expect(home.getByRole('list', { name: 'Dataset' })).toContainText('7 events');
});
