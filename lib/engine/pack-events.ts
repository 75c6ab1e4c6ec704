import { rowId, type RowId } from '@/lib/base/row-id';
import { writeAnswerKey, type AnswerKey } from '@/lib/hunts/answer-key';
import { answerKeyFor } from './ground-truth-view';
import type { HuntResults } from './hunt-results';
import type { OpenTable } from './open-table';
import type { PackRequest } from './pack-shapes';

/** The events of a pack, in the order of the dataset. */
export interface PackEvents {
  readonly rows: readonly RowId[];
  /** How many of them are behind no row. */
  readonly beside: number;
  /** The dataset's answer key, as it was read; null: none goes in. */
  readonly key: AnswerKey | null;
}

export type Beside = Pick<PackRequest, 'noted' | 'answerKey'>;

/**
 * The events behind the rows, each once, and those that the notes are on or the answer key names.
 * @throws UserError 'unreadable-key'
 */
export function packEvents(open: OpenTable, results: HuntResults, only: string | null, { noted, answerKey }: Beside, sha256: string | null): PackEvents {
  const isIn = new Uint8Array(open.table.rowCount);
  for (const { analytic, readings } of results.result.analytics) {
    if (only !== null && analytic.id !== only) continue;
    for (const { table } of readings) {
      for (let row = 0; row < (table?.rowCount ?? 0); row++) for (const { events } of table?.lineage(row) ?? []) for (const event of events) isIn[event] = 1;
    }
  }
  const key = answerKey === null ? null : answerKeyFor(answerKey, sha256);
  let beside = 0;
  for (const row of [...noted.map((ref) => open.table.rowAt(ref)), ...(key ? rowsOfKey(open, key).map(({ row }) => row) : [])]) {
    if (row === null || isIn[row] === 1) continue;
    isIn[row] = 1;
    beside++;
  }
  const rows: RowId[] = [];
  isIn.forEach((is, row) => is === 1 && rows.push(rowId(row)));
  return { rows, beside, key };
}

/** An answer key of a pack's own events, which stand on the lines of one file. What the dataset lacks the pack lacks. */
export function keyOfPack(open: OpenTable, { rows, key }: PackEvents, file: AnswerKey['dataset'], rewrite: (text: string) => string): string | null {
  if (key === null) return null;
  const lines = new Map(rows.map((row, i) => [row, i + 1]));
  const events = rowsOfKey(open, key).map(({ event: { what, expectedBy }, row }) => ({ member: file.name, line: lines.get(row) ?? 0, what: rewrite(what), expectedBy }));
  return writeAnswerKey({ title: rewrite(key.title), story: rewrite(key.story), dataset: file, events });
}

function rowsOfKey({ table }: OpenTable, key: AnswerKey) {
  const members = new Map(table.members.map(({ name }, index) => [name, index]));
  return key.events.flatMap((event) => {
    const member = members.get(event.member);
    const row = member === undefined ? null : table.rowAt({ member, line: event.line });
    return row === null ? [] : [{ event, row }];
  });
}
