import { shortDigest } from '@/lib/base/short-digest';
import type { HuntResult } from '@/lib/hunts/hunt-result';
import { Sha256 } from '@/lib/ingest/sha256-steps';
import type { ResultTable } from '@/lib/query/result-table';
import type { RowsDigest } from './pack-shapes';

/** Of each reading that ran. Where the events stand does not count, nor the order of the rows: a part of a dataset can give the same. */
export function rowsDigests({ analytics }: HuntResult, only: string | null, rewrite: (text: string) => string = (text) => text): readonly RowsDigest[] {
  return analytics
    .filter(({ analytic }) => only === null || analytic.id === only)
    .flatMap(({ analytic, readings }) => readings.flatMap(({ kind, table }) => (table ? [{ analytic: analytic.id, reading: kind, rows: table.rowCount, digest: digestOf(table, rewrite) }] : [])));
}

function digestOf(table: ResultTable, rewrite: (text: string) => string): string {
  const rows = Array.from({ length: table.rowCount }, (_, row) => JSON.stringify(table.columns.map((_name, column) => rewritten(table.cell(row, column), rewrite))));
  const hash = new Sha256();
  const encoder = new TextEncoder();
  for (const row of [JSON.stringify(table.columns), ...rows.sort()]) hash.update(encoder.encode(`${row}\n`));
  return shortDigest(hash.digest());
}

function rewritten(cell: string | null, rewrite: (text: string) => string): string | null {
  return cell === null ? null : rewrite(cell);
}
