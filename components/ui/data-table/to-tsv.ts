type Cells = readonly (string | null)[];

/**
 * Rows as tab-separated values, one line each, header first; a missing value is empty. A cell with a tab, a line end or a quote
 * is quoted as spreadsheets expect (quotes doubled). A cell that a spreadsheet would run as a formula gets an apostrophe before it,
 * which makes it text there (OWASP, "CSV Injection"): what is in a log was written by whoever was logged.
 */
export function toTsv(rows: readonly Cells[]): string {
  return rows.map((cells) => cells.map(tsvCell).join('\t')).join('\n');
}

/** Numbers, times, a lone dash and names such as @timestamp are no formulas. */
const FORMULA = /^=|^[+\-@](?![\w.:-]*$)/;

function tsvCell(cell: string | null): string {
  const text = FORMULA.test(cell ?? '') ? `'${cell}` : (cell ?? '');
  return /[\t\r\n"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
