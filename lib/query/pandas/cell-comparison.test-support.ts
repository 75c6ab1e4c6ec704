import type { EventTable } from '@/lib/events/event-table';
import { runQuery } from '@/lib/query/execute/run-query';
import { compilePandas } from './compile-pandas';
import type { Cell, Verdict } from './pandas-judge.test-support';
import type { CellPair } from './random-cells.test-support';

interface Found {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | null)[])[];
  readonly warnings: readonly string[];
}

/** What Huntbook gives for a cell. @throws Error where it refuses it */
export function runCell(cell: string, table: EventTable): Found {
  const query = compilePandas(cell, table);
  if (!query.ok) throw new Error(`${query.error.message} at ${query.error.span.start}: ${cell}`);
  const result = runQuery(query.value, table);
  const rows = Array.from({ length: result.rowCount }, (_, row) => result.columns.map((_, column) => result.cell(row, column)));
  return { columns: result.columns, rows, warnings: query.value.warnings.map(({ message }) => message) };
}

/** Numbers by value (pandas prints 80.0 where the file has "80"), times by moment. */
function normal(value: Cell): string | null {
  if (value === null) return null;
  const text = Array.isArray(value) ? JSON.stringify(value) : String(value);
  if (/^\d{4}-\d\d-\d\d[T ]/.test(text)) return String(Date.parse(text.replace(' ', 'T').replace(/(\.\d{3})\d*/, '$1')));
  if (typeof value === 'boolean') return String(Number(value));
  if (text === 'true' || text === 'false') return String(Number(text === 'true'));
  return text.trim() !== '' && Number.isFinite(Number(text)) ? String(Number(text)) : text;
}

/** How a cell's rows differ from pandas' own, or null. Where pandas raises an error, Huntbook must warn or refuse. */
export function differenceFrom(verdict: Verdict, { cell, ordered }: CellPair, table: EventTable): object | null {
  let ours: Found;
  try {
    ours = runCell(cell, table);
  } catch (error) {
    return 'error' in verdict ? null : { cell, refused: error instanceof Error ? error.message : String(error) };
  }
  if ('error' in verdict) return ours.warnings.some((warning) => warning.includes(verdict.error)) ? null : { cell, error: verdict.error, warnings: ours.warnings };
  const lists = [ours.rows, verdict.rows].map((rows) => rows.map((row) => JSON.stringify(row.map(normal))));
  if (!ordered) lists.forEach((list) => list.sort());
  const columns = [ours.columns, verdict.columns];
  // pandas alone moves the keys of a merge to the right where its left side has no rows.
  const [got, wanted] = lists.map((list, at) => [list.length === 0 ? [...columns[at]].sort() : columns[at], ...list]);
  return JSON.stringify(got) === JSON.stringify(wanted) ? null : { cell, got: got.slice(0, 6), wanted: wanted.slice(0, 6), sizes: [got.length, wanted.length] };
}
