import type { Reading } from './hunt-document';

/** The lines of a document, and where each begins. */
export interface DocumentLines {
  readonly texts: readonly string[];
  readonly starts: readonly number[];
}

export function documentLines(markdown: string): DocumentLines {
  const texts = markdown.split('\n');
  const starts: number[] = [];
  let start = 0;
  for (const text of texts) {
    starts.push(start);
    start += text.length + 1;
  }
  return { texts, starts };
}

/** The line, from 1, on which an offset stands. */
export function lineAt({ starts }: DocumentLines, offset: number): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (starts[middle] <= offset) low = middle;
    else high = middle;
  }
  return low + 1;
}

/** Lines that may stand between two of a reading's: those between its cells. */
const MOST_BETWEEN = 400;

/**
 * Where places of a reading's code stand in its document. A reading may be of several cells, of a fence in a list, of a string in Python: its
 * lines are found in order from the one on which it begins, wherever they stand in those of the document.
 */
export function codePlaces(lines: DocumentLines, { code, line }: Pick<Reading, 'code' | 'line'>): (offset: number) => number {
  const codeLines = documentLines(code);
  let next = line - 1;
  const places = codeLines.texts.map((text) => {
    const found = text.trim() === '' ? null : findLine(lines, text, next);
    const place = found ?? { line: Math.min(next, lines.texts.length - 1), column: 0 };
    if (found || lines.texts[next]?.trim() === '') next = place.line + 1;
    return place;
  });
  return (offset) => {
    const at = lineAt(codeLines, offset) - 1;
    const { line: of, column } = places[at];
    const shifted = column + (offset - codeLines.starts[at]);
    return lines.starts[of] + Math.max(0, Math.min(shifted, lines.texts[of].length));
  };
}

function findLine({ texts }: DocumentLines, text: string, from: number): { readonly line: number; readonly column: number } | null {
  const end = Math.min(texts.length, from + MOST_BETWEEN);
  for (let line = from; line < end; line++) {
    if (texts[line] === text) return { line, column: 0 };
    // What no Python is stands in the code as a comment.
    if (text === `# ${texts[line]}`) return { line, column: -2 };
  }
  for (let line = from; line < end; line++) {
    const column = texts[line].indexOf(text);
    if (column >= 0) return { line, column };
  }
  return null;
}
