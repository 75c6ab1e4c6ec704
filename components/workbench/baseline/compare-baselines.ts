import { baselineId, type BaselineRow } from '@/lib/base/baseline';

/** A row of two baselines, in the time zone of both. */
export interface ComparedRow {
  readonly change: 'new' | 'gone' | 'changed' | 'same';
  /** As it is now; of one that is gone, as it was. */
  readonly row: BaselineRow;
  readonly writesThen: number;
  readonly writesNow: number;
  /** Hours of day with writes now and none then; of one that is new or gone, none. */
  readonly newHours: readonly number[];
}

/** From so many times as many writes on, or as few, a row has changed. */
const RATIO = 2;

/** New ones first, then what is gone, what changed and what is as it was. */
export function comparedBaselines(then: readonly BaselineRow[], now: readonly BaselineRow[]): readonly ComparedRow[] {
  const before = new Map(then.map((row) => [baselineId(row), row]));
  const after = new Set(now.map(baselineId));
  const here = now.map((row): ComparedRow => {
    const old = before.get(baselineId(row));
    if (!old) return { change: 'new', row, writesThen: 0, writesNow: row.writes, newHours: [] };
    const newHours = row.hours.flatMap((count, hour) => (count > 0 && old.hours[hour] === 0 ? [hour] : []));
    const isOther = row.writes >= RATIO * old.writes || old.writes >= RATIO * row.writes;
    return { change: newHours.length > 0 || isOther ? 'changed' : 'same', row, writesThen: old.writes, writesNow: row.writes, newHours };
  });
  const gone = then.filter((row) => !after.has(baselineId(row))).map((row): ComparedRow => ({ change: 'gone', row, writesThen: row.writes, writesNow: 0, newHours: [] }));
  const of = (change: ComparedRow['change']) => here.filter((each) => each.change === change);
  return [...of('new'), ...gone, ...of('changed'), ...of('same')];
}
