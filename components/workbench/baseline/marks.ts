import { baselineId, isExpired, type BaselineKey, type BaselineMark } from '@/lib/base/baseline';
import { MOST_BASELINE_ROWS } from '@/lib/base/baseline-file';

export type Marks = readonly BaselineMark[];
export type MarksChange = (marks: Marks) => Marks;

/** Marks the rows as known; what was said of them before is replaced. More than a file holds are not taken. */
export function marking(keys: readonly BaselineKey[], { reason, expires }: Pick<BaselineMark, 'reason' | 'expires'>): MarksChange {
  const added = keys.map(({ account, source, host, share, directory }) => ({ account, source, host, share, directory, reason, expires }));
  return adding(added);
}

export function adding(added: Marks): MarksChange {
  return (marks) => {
    const byId = new Map([...marks, ...added].map((mark) => [baselineId(mark), mark]));
    return byId.size > MOST_BASELINE_ROWS ? marks : [...byId.values()];
  };
}

export function unmarking(keys: readonly BaselineKey[]): MarksChange {
  const ids = new Set(keys.map(baselineId));
  return (marks) => marks.filter((mark) => !ids.has(baselineId(mark)));
}

/** Takes a change of these keys back: what `before` said of them stands again. */
export function undoing(keys: readonly BaselineKey[], before: Marks): MarksChange {
  const ids = new Set(keys.map(baselineId));
  return (marks) => adding(before.filter((mark) => ids.has(baselineId(mark))))(unmarking(keys)(marks));
}

export function marksById(marks: Marks): ReadonlyMap<string, BaselineMark> {
  return new Map(marks.map((mark) => [baselineId(mark), mark]));
}

/** When the next of them expires, in milliseconds since 1970; null: never. */
export function nextExpiry(marks: Marks, now: number): number | null {
  return marks.reduce<number | null>((next, { expires }) => (expires !== null && expires > now && (next === null || expires < next) ? expires : next), null);
}

export function standingMarks(marks: Marks, now: number): Marks {
  return marks.filter((mark) => !isExpired(mark, now));
}
