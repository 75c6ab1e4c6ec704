type Cells = readonly (string | null)[];

/**
 * Rows as tab-separated values, one line each, header first; a missing value is empty. A cell with a tab, a line end or a quote
 * is quoted as spreadsheets expect (quotes doubled).
 */
export function toTsv(rows: readonly Cells[]): string {
  return rows.map((cells) => cells.map(tsvCell).join('\t')).join('\n');
}

function tsvCell(cell: string | null): string {
  const text = cell ?? '';
  return /[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
