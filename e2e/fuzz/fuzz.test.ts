import { describe, expect, it } from 'vitest';
import { findPandas } from '@/lib/query/pandas/pandas-judge.test-support';
import { Random } from '@/lib/sample/random';
import { fuzzArchives } from './fuzz-archives';
import { fuzzLines } from './fuzz-lines';
import { fuzzPandas } from './fuzz-pandas';
import { goodArchives, goodLines } from './good-input';

const SEED = 20200922;
const pandas = findPandas();

describe('a short run of npm run fuzz', () => {
  it('finds no line that the index and JSON.parse take differently', async () => {
    const { accepted, refused, differences } = fuzzLines(await goodLines(), 5_000, new Random(SEED));
    expect(differences).toEqual([]);
    // The changes leave both kinds.
    expect(Math.min(accepted, refused)).toBeGreaterThan(1_000);
  });

  it('finds no archive that ends in anything but a dataset or words for a person', async () => {
    const { opened, refused, failures } = await fuzzArchives((await goodArchives()).files, 150, new Random(SEED));
    expect(failures).toEqual([]);
    expect(opened).toBeGreaterThan(10);
    expect(Object.keys(refused)).toContain('corrupt');
  });

  it.skipIf('reason' in pandas)(`finds no cell that pandas reads differently${'reason' in pandas ? ` (SKIPPED: ${pandas.reason})` : ''}`, async () => {
    const { errors, differences } = await fuzzPandas('python' in pandas ? pandas.python : '', 400, new Random(SEED));
    expect(differences).toEqual([]);
    // Most cells have rows to compare.
    expect(errors).toBeLessThan(40);
  });
});
