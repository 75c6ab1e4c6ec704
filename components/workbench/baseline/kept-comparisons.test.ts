import { expect, it } from 'vitest';
import type { BaselineFile } from '@/lib/base/baseline';
import { KeptComparisons } from './kept-comparisons';

const file = (name: string): BaselineFile => ({ dataset: { sha256: null, name }, zone: 'UTC', rows: [], marks: [] });
const noStorage = () => Promise.reject(new Error('no storage'));

it('finds by its digest what was imported on this visit, where the browser keeps nothing', async () => {
  const kept = new KeptComparisons(noStorage);
  const [one, two] = [await kept.keep(file('march.zip')), await kept.keep(file('april.zip'))];
  expect(one).toMatch(/^[0-9a-f]{64}$/);
  expect(one).not.toBe(two);
  expect([await kept.find(one), await kept.find(two)]).toEqual([file('march.zip'), file('april.zip')]);
  expect(await new KeptComparisons(noStorage).find(one)).toBeNull();
});
