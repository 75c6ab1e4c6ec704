import { expect, idle, test } from './fixtures';
import { analyticLink, chooseAnalytic, chooseReading, openSample, readGrid, readingTab, resultGrid, rowCount } from './workbench-page';

test.use({ expectedInConsole: /made to fail/ });

test('a worker that crashed is reported, and restarted with the same dataset and hunt', async ({ home }) => {
  await openSample(home);
  await chooseReading(home, 'pandas');
  const before = await readGrid(resultGrid(home, 'I', 'pandas'));
  const [worker] = home.workers();
  // Nothing in the worker catches it, so the page is told that the worker failed.
  await worker.evaluate(() => {
    setTimeout(() => {
      throw new Error('made to fail');
    });
  });
  // Nobody asks for anything: the page is told.
  const restart = home.getByRole('button', { name: 'Restart the engine' });
  await expect(restart).toBeVisible();
  await restart.click();
  await expect(restart).toBeHidden();
  await idle(home);
  await analyticLink(home, 'II').click();
  await idle(home);
  await expect(readingTab(home, 'pandas')).toHaveAttribute('aria-selected', 'true');
  expect(await rowCount(resultGrid(home, 'II', 'pandas'))).toBeGreaterThan(0);
  await chooseAnalytic(home, 'I');
  expect(await readGrid(resultGrid(home, 'I', 'pandas'))).toEqual(before);
});

test('a worker that ends without a word, as for want of memory, is noticed at once, and the page lives on', async ({ home }) => {
  await openSample(home);
  const [worker] = home.workers();
  await worker.evaluate(() => {
    setTimeout(() => self.close());
  });
  const restart = home.getByRole('button', { name: 'Restart the engine' });
  await expect(restart).toBeVisible();
  await expect(home.getByText('close other tabs, or open fewer of its files')).toBeVisible();
  await restart.click();
  await expect(restart).toBeHidden();
  await idle(home);
  await chooseAnalytic(home, 'II');
  expect(await rowCount(resultGrid(home, 'II', 'sql'))).toBeGreaterThan(0);
});
