import { UserError } from '@/lib/base/user-error';
import type { RowId } from '@/lib/base/row-id';
import type { AnswerKey } from '@/lib/hunts/answer-key';
import { groundTruth, keyOfAnother, type Confusion } from '@/lib/hunts/ground-truth';
import type { HuntResult } from '@/lib/hunts/hunt-result';
import { readAnswerKey } from '@/lib/hunts/read-answer-key';
import { eventSummary } from './event-summary';
import type { OpenTable } from './open-table';
import type { ReadingAddress } from './reading-address';
import type { AnswerKeyInfo, ConfusionEvents, ConfusionView, GroundTruthView } from './truth-shapes';

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
  const { absent, analytics } = groundTruth(result, key, open.table);
  return {
    key: infoOf(key),
    absent,
    analytics: analytics.map(({ analytic, expected, readings }) => ({
      analytic,
      expected: expected && expected.length,
      readings: readings.map(({ kind, confusion }) => ({ kind, confusion: confusion && countsOf(confusion) })),
    })),
  };
}

/** Null for a reading without a confusion. @throws UserError as groundTruthView */
export function confusionEvents(text: string, at: ReadingAddress, result: HuntResult, open: OpenTable, sha256: string | null): ConfusionEvents | null {
  const { analytics } = groundTruth(result, answerKeyFor(text, sha256), open.table);
  const confusion = analytics.find(({ analytic }) => analytic === at.analytic)?.readings.find(({ kind }) => kind === at.reading)?.confusion;
  const table = result.analytics.find(({ analytic }) => analytic.id === at.analytic)?.readings.find(({ kind }) => kind === at.reading)?.table;
  if (!confusion || !table) return null;
  const told = (events: readonly RowId[]) => events.slice(0, MOST_SHOWN).map((event) => eventSummary(open, event));
  const firstOf = (row: number) => table.lineage(row).flatMap(({ events }) => events).at(0);
  return {
    found: told(confusion.found),
    missed: told(confusion.missed),
    falseAlarms: confusion.falseRows.slice(0, MOST_SHOWN).map((row) => {
      const first = firstOf(row);
      return { row, event: first === undefined ? null : eventSummary(open, first) };
    }),
  };
}

function countsOf({ found, missed, rightRows, falseRows }: Confusion): ConfusionView {
  return { found: found.length, missed: missed.length, right: rightRows.length, falseAlarms: falseRows.length };
}

function infoOf({ title, story, dataset, events }: AnswerKey): AnswerKeyInfo {
  return { title, story, dataset, events: events.length };
}
