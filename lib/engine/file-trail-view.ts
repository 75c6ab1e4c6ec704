import type { RowId } from '@/lib/base/row-id';
import { fileTrailsOf } from '@/lib/sessions/file-trail';
import type { FileTrailView } from './across-shapes';
import { eventSummary } from './event-summary';
import type { OpenTable } from './open-table';

/** More are counted. */
const STEPS = 50;
const ELSEWHERE = 20;

/** Null for an event that names no file. */
export function fileTrailView(open: OpenTable, row: RowId): FileTrailView | null {
  const trail = fileTrailsOf(open.table).of(row);
  if (!trail) return null;
  const { host, path, hashes, steps, elsewhere } = trail;
  return {
    host,
    path,
    hashes,
    steps: steps.slice(0, STEPS).map((step) => ({ ...eventSummary(open, step.row), kind: step.kind })),
    stepCount: steps.length,
    elsewhere: elsewhere.slice(0, ELSEWHERE).map(({ first, ...other }) => ({ ...other, first: eventSummary(open, first) })),
    elsewhereCount: elsewhere.length,
  };
}
