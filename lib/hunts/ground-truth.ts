import type { RowId } from '@/lib/base/row-id';
import type { EventTable } from '@/lib/events/event-table';
import type { ResultTable } from '@/lib/query/result-table';
import { analyticsOfKey, type AnswerKey } from './answer-key';
import { MAX_COMPARED_ROWS } from './compare';
import type { ReadingKind } from './hunt-document';
import type { HuntResult } from './hunt-result';

/** What a hunt found, held against an answer key. */
export interface GroundTruth {
  /** The key's events that the dataset has, and how many it lacks: it was opened in part. */
  readonly events: readonly RowId[];
  readonly absent: number;
  readonly analytics: readonly AnalyticTruth[];
}

export interface AnalyticTruth {
  readonly analytic: string;
  /** The events that it should report; null where the key does not speak of it. */
  readonly expected: readonly RowId[] | null;
  readonly readings: readonly ReadingTruth[];
}

export interface ReadingTruth {
  readonly kind: ReadingKind;
  /** Null for a reading that did not run, or has more rows than MAX_COMPARED_ROWS. */
  readonly confusion: Confusion | null;
}

/**
 * A row is right when every leg of it rests on an event of the attack: a leg of several events (a group, a semi join) on one of them at least, and a
 * leg without any (an unmatched LEFT JOIN) does not count. Any other row is a false alarm, one that ties an event of the attack to somebody else's too: what it
 * claims is not what happened. An expected event is found when a right row rests on it, by whichever leg, and missed otherwise.
 */
export interface Confusion {
  readonly found: readonly RowId[];
  readonly missed: readonly RowId[];
  readonly rightRows: readonly number[];
  readonly falseRows: readonly number[];
}

export function groundTruth({ document, analytics }: HuntResult, key: AnswerKey, table: EventTable): GroundTruth {
  const members = new Map(table.members.map(({ name }, index) => [name, index]));
  const placed = key.events.flatMap((event) => {
    const member = members.get(event.member);
    const row = member === undefined ? null : table.rowAt({ member, line: event.line });
    return row === null ? [] : [{ row, expectedBy: event.expectedBy.get(document.id) ?? [] }];
  });
  const attack: ReadonlySet<RowId> = new Set(placed.map(({ row }) => row));
  const spokenOf = analyticsOfKey(key, document.id);
  return {
    events: [...attack],
    absent: key.events.length - placed.length,
    analytics: analytics.map(({ analytic: { id }, readings }) => {
      const expected = spokenOf.has(id) ? placed.flatMap(({ row, expectedBy }) => (expectedBy.includes(id) ? [row] : [])) : null;
      return {
        analytic: id,
        expected,
        readings: readings.map(({ kind, table: rows }) => ({ kind, confusion: rows && rows.rowCount <= MAX_COMPARED_ROWS ? confusion(rows, attack, expected ?? []) : null })),
      };
    }),
  };
}

function confusion(rows: ResultTable, attack: ReadonlySet<RowId>, expected: readonly RowId[]): Confusion {
  const reported = new Set<RowId>();
  const rightRows: number[] = [];
  const falseRows: number[] = [];
  for (let row = 0; row < rows.rowCount; row++) {
    const legs = rows.lineage(row).filter(({ events }) => events.length > 0);
    if (legs.length > 0 && legs.every(({ events }) => events.some((event) => attack.has(event)))) {
      rightRows.push(row);
      for (const { events } of legs) for (const event of events) reported.add(event);
    } else {
      falseRows.push(row);
    }
  }
  return { found: expected.filter((event) => reported.has(event)), missed: expected.filter((event) => !reported.has(event)), rightRows, falseRows };
}

/** Why a key cannot be held against a dataset; null if it can. `sha256` is null where the browser gave none. */
export function keyOfAnother({ dataset }: AnswerKey, sha256: string | null): string | null {
  if (dataset.sha256 === null || sha256 === null || dataset.sha256 === sha256) return null;
  return `This answer key belongs to another dataset: ${dataset.name || 'a file'} with SHA-256 ${dataset.sha256.slice(0, 12)}….`;
}
