import { describe, expect, it } from 'vitest';
import type { ReadingDifference, ReadingKind, ReadingRun } from '@/lib/engine/engine';
import { differingRows } from './differing-rows';

const KINDS: readonly ReadingKind[] = ['sql', 'pandas', 'hardened'];

/** Readings given as lists of event sets, a letter each: what the engine would say of them follows from the letters. */
function analytic(rows: Partial<Record<ReadingKind, string>>) {
  const kinds = KINDS.filter((kind) => rows[kind] !== undefined);
  const readings = kinds.map((kind): ReadingRun => ({
    kind, verdict: 'hits', reason: null, code: '', note: '', tokens: [], error: null, columns: [], rowCount: rows[kind]?.length ?? 0, shown: 0, warnings: [], funnel: null, took: 0,
  }));
  const only = (of: string, others: string) => [...of].flatMap((letter, row) => (others.includes(letter) ? [] : [row]));
  const differences: ReadingDifference[] = kinds.flatMap((left, i) =>
    kinds.slice(i + 1).map((right) => {
      const [a, b] = [rows[left] ?? '', rows[right] ?? ''];
      return { left, right, both: a.length - only(a, b).length, onlyLeft: only(a, b), onlyRight: only(b, a) };
    }),
  );
  return { readings, differences };
}

function told(rows: Parameters<typeof analytic>[0]): string[] {
  return differingRows(analytic(rows)).map(({ home, row, in: has }) => `${rows[home]?.[row]}: ${KINDS.filter((kind) => has.has(kind)).join(' ')}`);
}

describe('differingRows', () => {
  it.each([
    ['nothing where all agree', { sql: 'ab', pandas: 'ba', hardened: 'ab' }, []],
    ['a row of one reading', { sql: 'ab', pandas: 'a', hardened: 'a' }, ['b: sql']],
    ['a row that one reading misses, once', { sql: 'ab', pandas: 'a', hardened: 'ab' }, ['b: sql hardened']],
    ['a row that the first reading misses', { sql: 'a', pandas: 'ab', hardened: 'ba' }, ['b: pandas hardened']],
    ['the SMB hunt’s analytic IV', { sql: 'xy', pandas: 'y', hardened: 'z' }, ['x: sql', 'y: sql pandas', 'z: hardened']],
    ['two readings', { sql: 'a', hardened: 'b' }, ['a: sql', 'b: hardened']],
    ['one reading has nothing to differ from', { sql: 'ab' }, []],
  ])('tells %s', (_, rows, expected) => {
    expect(told(rows)).toEqual(expected);
  });
});
