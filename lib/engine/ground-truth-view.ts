import { UserError } from '@/lib/base/user-error';
import type { RowId } from '@/lib/base/row-id';
import type { AnswerKey } from '@/lib/hunts/answer-key';
import { groundTruth, keyOfAnother, type Confusion } from '@/lib/hunts/ground-truth';
import type { HuntResult } from '@/lib/hunts/hunt-result';
import { readAnswerKey } from '@/lib/hunts/read-answer-key';
import type { ResultTable } from '@/lib/query/result-table';
import { eventSummary } from './event-summary';
import type { OpenTable } from './open-table';
import type { AnswerKeyInfo, ConfusionView, GroundTruthView, ListedEvents } from './truth-shapes';

/** Nobody reads more of them on end. */
const MOST_SHOWN = 200;

/** The answer key of a dataset. `sha256` is null where none is known. @throws UserError 'unreadable-key', also for the key of another dataset */
export function answerKeyFor(text: string, sha256: string | null): AnswerKey {
  const read = readAnswerKey(text);
  if (read.ok) {
    const why = keyOfAnother(read.value, sha256);
    if (why === null) return read.value;
    throw new UserError({ code: 'unreadable-key', message: why, advice: 'Open that dataset, or add the key of this one.' });
  }
  const [first, ...more] = read.error;
  const message = `${first.place === '' ? '' : `${first.place}: `}${first.message}${more.length === 0 ? '' : ` (and ${more.length} more)`}`;
  throw new UserError({ code: 'unreadable-key', message, advice: 'Correct the answer key, and add it again.' });
}

/** @throws UserError 'unreadable-key', also for the key of another dataset */
export function groundTruthView(text: string, result: HuntResult, open: OpenTable, sha256: string | null): GroundTruthView {
  const key = answerKeyFor(text, sha256);
  const truth = groundTruth(result, key, open.table);
  const tables = new Map(result.analytics.flatMap(({ analytic, readings }) => readings.map(({ kind, table }) => [`${kind} ${analytic.id}`, table])));
  return {
    key: infoOf(key),
    absent: truth.absent,
    analytics: truth.analytics.map(({ analytic, expected, readings }) => ({
      analytic,
      expected: expected && expected.length,
      readings: readings.map(({ kind, confusion }) => {
        const table = tables.get(`${kind} ${analytic}`);
        return { kind, confusion: confusion && table ? confusionView(open, confusion, table) : null };
      }),
    })),
  };
}

function infoOf({ title, story, dataset, events }: AnswerKey): AnswerKeyInfo {
  return { title, story, dataset, events: events.length };
}

function confusionView(open: OpenTable, { found, missed, rightRows, falseRows }: Confusion, table: ResultTable): ConfusionView {
  const rows = falseRows.slice(0, MOST_SHOWN).map((row) => {
    const first = table.lineage(row).flatMap(({ events }) => events).at(0);
    return { row, event: first === undefined ? null : eventSummary(open, first) };
  });
  return { found: listed(open, found), missed: listed(open, missed), right: rightRows.length, falseAlarms: { count: falseRows.length, rows } };
}

function listed(open: OpenTable, events: readonly RowId[]): ListedEvents {
  return { count: events.length, events: events.slice(0, MOST_SHOWN).map((event) => eventSummary(open, event)) };
}
