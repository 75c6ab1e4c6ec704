import { describe, expect, it } from 'vitest';
import { Random } from '@/lib/sample/random';
import { judgeSql } from './duckdb-judge.test-support';

describe('random queries', () => {
  it.each([1, 2, 3, 4])('give the rows that DuckDB gives (seed %d)', async (seed) => {
    const { withRows, refused, differences } = await judgeSql(150, new Random(seed));
    expect(refused).toEqual([]);
    expect(differences).toEqual([]);
    // Few questions have no answer.
    expect(withRows).toBeGreaterThan(60);
  });
});
