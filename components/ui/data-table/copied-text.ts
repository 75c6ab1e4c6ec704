import type { RowPages, TableRow } from './row-pages';
import { toTsv } from './to-tsv';
import type { GridPlace } from './grid-keys';

export type CopyKind = 'cell' | 'row' | 'all';

interface CopySource {
  readonly pages: RowPages;
  /** Names of all columns. */
  readonly columns: readonly string[];
  /** Which columns are shown, in order. */
  readonly shown: readonly number[];
  readonly place: GridPlace;
}

/** What a copy puts on the clipboard, as the columns stand on screen; null where there is no such row. All rows come with a header. */
export async function copiedText(what: CopyKind, { pages, columns, shown, place }: CopySource): Promise<string | null> {
  const cellsOf = (row: TableRow) => shown.map((column) => row.cells[column]);
  if (what === 'all') {
    const rows = await pages.all();
    return toTsv([shown.map((column) => columns[column]), ...rows.map(cellsOf)]);
  }
  const row = pages.at(place.row);
  if (row === null) return null;
  return what === 'row' ? toTsv([cellsOf(row)]) : (row.cells[shown[place.column]] ?? '');
}

export function copiedWords(what: CopyKind): string {
  return { cell: 'Cell copied', row: 'Row copied', all: 'All rows copied' }[what];
}
