import { describe, expect, it } from 'vitest';
import type { ReadingDigest, ResultDigest } from '@/lib/engine/result-digest';
import { claimOf } from './claim';
import { readingChanges, type ReadingChange } from './reading-changes';

const reading = (analytic: string, kind: ReadingDigest['reading'], rows: number | null, more: Partial<ReadingDigest> = {}): ReadingDigest => ({ analytic, reading: kind, rows, digest: 'aaaa', code: 'ccc', ...more });
const result = (readings: readonly ReadingDigest[], format = 1): ResultDigest => ({ format, digest: 'd'.repeat(16), readings });
const THEN = [reading('I', 'sql', 48), reading('I', 'hardened', 5), reading('II', 'sql', null)];
const LINK = { kind: 'link', url: 'https://data.example/events.zip' } as const;
const UPLOAD = { kind: 'upload', sha256: 'ab'.repeat(32), name: 'a.zip' } as const;
const made = (readings: readonly ReadingDigest[], address: Parameters<typeof claimOf>[1] = LINK) => {
  const claim = claimOf({ app: '1', dataset: null, events: 506, hunt: null, result: result(readings) }, address);
  if (claim === null) throw new Error('no claim');
  return claim;
};

describe('what changed since a link was made', () => {
  it.each<[what: string, now: readonly ReadingDigest[], changes: readonly Partial<ReadingChange>[]]>([
    ['nothing', THEN, []],
    ['fewer rows', [{ ...THEN[0], rows: 44, digest: 'bbbb' }, ...THEN.slice(1)], [{ analytic: 'I', reading: 'sql', isCodeChanged: false, rows: { was: 48, is: 44 } }]],
    ['other rows, as many', [{ ...THEN[0], digest: 'bbbb' }, ...THEN.slice(1)], [{ rows: { was: 48, is: 48 } }]],
    ['a query, with the same rows', [THEN[0], { ...THEN[1], code: 'xxx' }, THEN[2]], [{ analytic: 'I', reading: 'hardened', isCodeChanged: true, rows: null }]],
    ['one that runs now', [...THEN.slice(0, 2), reading('II', 'sql', 2, { digest: 'bbbb' })], [{ rows: { was: null, is: 2 } }]],
    ['one more, one less', [...THEN.slice(0, 2), reading('III', 'sql', 1)], [{ analytic: 'III', presence: 'new' }, { analytic: 'II', presence: 'gone' }]],
  ])('%s', (_what, now, changes) => {
    const found = readingChanges(made(THEN), result(now));
    expect(found).toHaveLength(changes.length);
    expect(found).toMatchObject(changes);
  });

  it('is not told by links of before, nor where a student may not know', () => {
    expect(readingChanges({ ...made(THEN), readings: [] }, result(THEN))).toBeNull();
    expect(readingChanges(made(THEN), result([]))).toBeNull();
    expect(readingChanges(made(THEN), null)).toBeNull();
  });

  it('leaves rows that another version counts otherwise', () => {
    expect(readingChanges(made(THEN), result([{ ...THEN[0], digest: 'bbbb' }, { ...THEN[1], code: 'xxx' }, THEN[2]], 2))).toMatchObject([{ analytic: 'I', reading: 'hardened', rows: null }]);
  });

  it('a link to an uploaded dataset tells no number of rows or events, only of queries', () => {
    const claim = made(THEN, UPLOAD);
    expect([claim.events, claim.readings.map(({ found }) => found)]).toEqual([null, [null, null, null]]);
    expect(readingChanges(claim, result([{ ...THEN[0], rows: 1 }, { ...THEN[1], code: 'xxx' }, THEN[2]]))).toMatchObject([{ analytic: 'I', reading: 'hardened', isCodeChanged: true, rows: null }]);
  });

  it('of a hunt with too many readings for a link, or an analytic without a plain number, nothing is told', () => {
    expect(made(Array.from({ length: 25 }, (_, at) => reading(`${at}`, 'sql', 1))).readings).toEqual([]);
    expect(made([reading('I a', 'sql', 1)]).readings).toEqual([]);
  });
});
