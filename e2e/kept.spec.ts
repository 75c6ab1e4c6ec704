import AxeBuilder from '@axe-core/playwright';
import { expect, idle, test } from './fixtures';
import { madeArchives } from './made-archives';
import { chooseFile, workbenchReady } from './workbench-page';

test('an upload is there again after a reload, is listed on the home page, and goes when it is removed', async ({ home }) => {
  const name = 'with-bad-lines.zip';
  await chooseFile(home, { name, bytes: (await madeArchives())[name] });
  await workbenchReady(home);
  const address = home.url();
  const facts = home.getByRole('list', { name: 'Dataset' });

  await home.reload();
  await workbenchReady(home);
  await expect(facts).toContainText('5 events');
  expect(home.url()).toBe(address);

  await home.goto('.#');
  await home.reload();
  await idle(home);
  const kept = home.getByRole('region', { name: 'Kept on this device' });
  await expect(kept.getByRole('listitem')).toContainText(name);
  expect((await new AxeBuilder({ page: home }).analyze()).violations).toEqual([]);
  await kept.getByRole('button', { name: `Open ${name}` }).click();
  await workbenchReady(home);
  await expect(facts).toContainText('5 events');

  await home.goto('.#');
  await home.reload();
  await kept.getByRole('button', { name: `Remove ${name}` }).click();
  await expect(kept).toBeHidden();
  await home.goto(address);
  await home.reload();
  await expect(home.getByText('This link is about')).toContainText(name);
});
