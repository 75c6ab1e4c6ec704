import { UserError } from '@/lib/base/user-error';

/** A Jupyter notebook's cell; markdown or code. */
export interface NotebookCell {
  readonly kind: 'markdown' | 'code';
  readonly source: string;
  /** From 1, among all the notebook's cells. */
  readonly number: number;
}

export interface NotebookCells {
  readonly cells: readonly NotebookCell[];
  /** The numbers of those that are neither Markdown nor code with a text. */
  readonly unread: readonly number[];
}

/**
 * The cells of a Jupyter notebook in nbformat 4 (https://nbformat.readthedocs.io, "The Notebook file format"): a cell's `source` is a
 * text or a list of lines with their ends. Raw cells are for other programs. Null where the text is no JSON object with cells, so that it may
 * be something else; `isCalledNotebook`: by its name it can be nothing else.
 * @throws UserError 'unreadable-hunt' for an older notebook, and for what is called a notebook and is none.
 */
export function notebookCells(text: string, isCalledNotebook: boolean): NotebookCells | null {
  if (!isCalledNotebook && !/^\s*\{/.test(text)) return null;
  const given = parsed(text, isCalledNotebook);
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return isCalledNotebook ? refuse('it is JSON, but no notebook') : null;
  const format = 'nbformat' in given ? given.nbformat : null;
  if ('worksheets' in given || (typeof format === 'number' && format < 4)) {
    throw new UserError({
      code: 'unreadable-hunt',
      message: `This notebook is in an old format (nbformat ${typeof format === 'number' ? format : 3}), and only nbformat 4 can be read.`,
      advice: 'Convert it with "jupyter nbconvert --to notebook --nbformat 4", or open and save it in Jupyter, then open that.',
    });
  }
  const cells = 'cells' in given ? given.cells : null;
  if (!Array.isArray(cells)) return isCalledNotebook || format !== null ? refuse('it is JSON without cells') : null;
  return readCells(cells);
}

function readCells(given: readonly unknown[]): NotebookCells {
  const cells: NotebookCell[] = [];
  const unread: number[] = [];
  given.forEach((cell, index) => {
    const number = index + 1;
    const { cell_type: type, source } = typeof cell === 'object' && cell !== null ? { cell_type: null, source: null, ...cell } : { cell_type: null, source: null };
    if (type === 'raw') return;
    const text = sourceText(source);
    if ((type === 'markdown' || type === 'code') && text !== null) cells.push({ kind: type, source: text, number });
    else unread.push(number);
  });
  return { cells, unread };
}

function sourceText(source: unknown): string | null {
  if (typeof source === 'string') return source;
  if (!Array.isArray(source)) return null;
  const lines: string[] = [];
  for (const line of source) {
    if (typeof line !== 'string') return null;
    lines.push(line);
  }
  return lines.join('');
}

function parsed(text: string, isCalledNotebook: boolean): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const why = error instanceof Error ? error.message.split('\n')[0] : 'unknown';
    return isCalledNotebook ? refuse(`it is not JSON (${why})`) : null;
  }
}

function refuse(why: string): never {
  throw new UserError({
    code: 'unreadable-hunt',
    message: `This is no Jupyter notebook: ${why}.`,
    advice: 'Save or download the notebook again, from the link of the file itself, and open that.',
  });
}
