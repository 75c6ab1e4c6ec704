import type { ReadingAddress } from '@/lib/engine/engine';
import type { ReadingDigest, ResultDigest } from '@/lib/engine/result-digest';
import type { ResultClaim } from '@/lib/url/result-claim';

/** A reading that is not what it was when a link was made. */
export interface ReadingChange extends ReadingAddress {
  /** The hunt has it only now, or no longer. */
  readonly presence: 'kept' | 'new' | 'gone';
  readonly isCodeChanged: boolean;
  /** How many rows there were, and are; a count null: it did not run. Null where they are the same, or the link does not tell. */
  readonly rows: { readonly was: number | null; readonly is: number | null } | null;
}

/** What changed, reading by reading, in the hunt's order of today; null where the link does not tell, or what is found today is not told. */
export function readingChanges({ format, readings: claimed }: ResultClaim, now: ResultDigest | null): readonly ReadingChange[] | null {
  if (claimed.length === 0 || !now || now.readings.length === 0) return null;
  const kept = now.readings.flatMap((reading): ReadingChange[] => {
    const { analytic, reading: kind } = reading;
    const before = claimed.find(isOf(reading));
    if (!before) return [{ analytic, reading: kind, presence: 'new', isCodeChanged: false, rows: null }];
    const isCodeChanged = before.code !== reading.code;
    // Rows of another format are another digest for the same.
    const rows = before.found && now.format === format ? changedRows(before.found, reading) : null;
    return isCodeChanged || rows ? [{ analytic, reading: kind, presence: 'kept', isCodeChanged, rows }] : [];
  });
  const gone = claimed.filter((before) => !now.readings.some(isOf(before))).map(({ analytic, reading }): ReadingChange => ({ analytic, reading, presence: 'gone', isCodeChanged: false, rows: null }));
  return [...kept, ...gone];
}

function isOf({ analytic, reading }: ReadingAddress): (other: ReadingAddress) => boolean {
  return (other) => other.analytic === analytic && other.reading === reading;
}

function changedRows(before: Pick<ReadingDigest, 'rows' | 'digest'>, { rows, digest }: ReadingDigest): ReadingChange['rows'] {
  return before.rows === rows && before.digest === digest ? null : { was: before.rows, is: rows };
}
