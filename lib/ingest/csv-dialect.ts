import Papa from 'papaparse';

export interface CsvDialect {
  readonly delimiter: string;
  readonly newline: '\n' | '\r\n';
}

const DELIMITERS = [',', '\t', ';', '|'];
const SAMPLE_ROWS = 50;
const MAX_NAME_CHARACTERS = 200;

/**
 * How the text is written, if it is CSV: a header of distinct names, and rows of which nearly all have as many cells. Null for what is
 * no CSV. `isWhole`: `head` is the whole text, so that its last row counts.
 */
export function csvDialect(head: string, isWhole: boolean): CsvDialect | null {
  const newline = firstLineEnd(head);
  for (const delimiter of DELIMITERS) {
    const rows = parseCsv(head, { delimiter, newline }, !isWhole).rows.filter((row) => row.length > 1 || row[0] !== '');
    const [header, ...sample] = rows.slice(0, SAMPLE_ROWS);
    if (header === undefined || sample.length === 0 || !isHeader(header)) continue;
    const fitting = sample.filter((row) => row.length === header.length).length;
    if (fitting * 10 >= sample.length * 9) return { delimiter, newline };
  }
  return null;
}

/** How the header ends: a line end between quotes belongs to a name. */
function firstLineEnd(head: string): CsvDialect['newline'] {
  let isQuoted = false;
  for (let at = 0; at < head.length; at++) {
    if (head[at] === '"') isQuoted = !isQuoted;
    else if (head[at] === '\n' && !isQuoted) return head[at - 1] === '\r' ? '\r\n' : '\n';
  }
  return '\n';
}

function isHeader(cells: readonly string[]): boolean {
  const names = cells.map((cell) => cell.trim());
  const areNames = names.every((name) => name.length <= MAX_NAME_CHARACTERS && !/^[-+.\d]+$/.test(name));
  const named = names.filter((name) => name !== '');
  // One column may lack a name: pandas writes its row numbers so.
  return cells.length > 1 && areNames && named.length >= cells.length - 1 && new Set(named).size === named.length;
}

/** Rows, and where the next one begins. `leaveLast`: the last row may go on behind the text, so it is left out. */
export function parseCsv(text: string, { delimiter, newline }: CsvDialect, leaveLast: boolean): { readonly rows: readonly (readonly string[])[]; readonly end: number } {
  const parsed: unknown = new Papa.Parser({ delimiter, newline }).parse(text, 0, leaveLast);
  if (!isParsed(parsed)) throw new Error('This Papa Parse answers otherwise than 5.5 does');
  return { rows: parsed.data, end: parsed.meta.cursor };
}

interface Parsed {
  readonly data: readonly (readonly string[])[];
  readonly meta: { readonly cursor: number };
}

function isParsed(value: unknown): value is Parsed {
  if (typeof value !== 'object' || value === null || !('data' in value) || !('meta' in value)) return false;
  const { data, meta } = value;
  return Array.isArray(data) && typeof meta === 'object' && meta !== null && 'cursor' in meta && typeof meta.cursor === 'number';
}
