/**
 * A record of CSV (RFC 4180) with its line end; a missing value is empty. A cell that a spreadsheet could run as a formula gets an apostrophe
 * before it, which makes it text there (OWASP, "CSV Injection"): what is in a log was written by whoever was logged.
 */
export function csvRecord(cells: readonly (string | null)[]): string {
  return `${cells.map((cell) => quoted(harmless(cell ?? ''))).join(',')}\r\n`;
}

/** The header: a plain name such as @timestamp is no formula, and a changed one would be another field to whoever reads the file. */
export function csvHeader(names: readonly string[]): string {
  return `${names.map((name) => quoted(/^@[\w.-]+$/.test(name) ? name : harmless(name))).join(',')}\r\n`;
}

function harmless(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
