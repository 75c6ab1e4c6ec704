import { UserError } from '@/lib/base/user-error';
import type { HuntProblem } from './hunt-document';
import { readBlocks, type MarkdownBlock } from './markdown-blocks';
import { notebookCells, type NotebookCell, type NotebookCells } from './notebook-cells';

/** A hunt document as Markdown, whatever it was written as. */
export interface HuntSource {
  readonly markdown: string;
  readonly blocks: readonly MarkdownBlock[];
  /** Where a line of `markdown` stands in the document as it was given. */
  readonly placeOf: (line: number) => Pick<HuntProblem, 'cell' | 'line'>;
  /** What could not be read at all. */
  readonly unread: readonly HuntProblem[];
}

/** Bytes that a hunt's file may have: a notebook may hold pictures of its results. */
export const LARGEST_HUNT = 5 * 1024 * 1024;

/** Characters that are read as Markdown, which takes long; the field's largest hunt has 20,000. */
const LONGEST_MARKDOWN = 256 * 1024;

/*
 * What takes the square of its length to read: quotes and lists one in the other, all on one line, and brackets that may be links. No
 * document needs as many.
 */
const DEEP_NESTING = /^[ \t]*(?:>[ \t]*|(?:[-+*]|\d{1,9}[.)])[ \t]+){32}/m;
const MOST_BRACKETS = 4_000;

const NOTEBOOK_NAME = /\.ipynb$/i;
const MARKDOWN_NAME = /\.(?:md|markdown)$/i;

/**
 * A Markdown document or a Jupyter notebook, told apart by content; `name` only decides what is said of one that cannot be read.
 * @throws UserError 'unreadable-hunt'
 */
export function huntSource(text: string, name: string): HuntSource {
  if (text.length > LARGEST_HUNT) throw hugeHunt(name);
  const what = noDocument(text);
  if (what !== null) throw noHunt(name, what);
  const notebook = notebookCells(text, NOTEBOOK_NAME.test(name));
  refuseEndless(notebook ? notebook.cells.map(({ source }) => source) : [text], name);
  if (notebook) return fromCells(notebook);
  return { markdown: text, blocks: readBlocks(text), placeOf: (line) => ({ cell: null, line }), unread: [] };
}

/** The text of a document's bytes: UTF-8, or UTF-16 where its byte order mark says so. @throws UserError 'unreadable-hunt' for too many */
export function huntText(bytes: Uint8Array, name: string): string {
  if (bytes.length > LARGEST_HUNT) throw hugeHunt(name);
  const [first, second] = bytes;
  const encoding = first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(bytes);
}

/** Whether a file that was given is a hunt: by the beginning of its text, and by its name where that tells nothing. */
export function isHuntFile(head: string, name: string): boolean {
  if (/^\ufeff?\s*\{/.test(head)) return NOTEBOOK_NAME.test(name) || /"cells"\s*:\s*\[/.test(head);
  return MARKDOWN_NAME.test(name) || NOTEBOOK_NAME.test(name) || /^#{1,6}[ \t]+analytics?\b/im.test(head);
}

export function hugeHunt(name: string): UserError {
  return new UserError({
    code: 'unreadable-hunt',
    message: `${name || 'This document'} is larger than ${LARGEST_HUNT / 1024 / 1024} MiB, which no hunt document is.`,
    advice: 'Clear the notebook’s outputs, save it and open that; a dataset is opened by itself.',
  });
}

/** What a text is that cannot be a document; null for anything else. */
function noDocument(text: string): string | null {
  const head = text.slice(0, 1_024);
  if (head.includes('\0')) return 'binary data';
  // Git LFS specification, "The Pointer": this line comes first.
  if (head.startsWith('version https://git-lfs.github.com/spec/')) return 'a Git LFS pointer, a note of where the file is kept';
  if (/^\s*(?:<!--[^]*?-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]/i.test(head)) return 'a web page (HTML)';
  return null;
}

function refuseEndless(texts: readonly string[], name: string): void {
  const length = texts.reduce((sum, text) => sum + text.length, 0);
  const brackets = texts.reduce((sum, text) => sum + text.split('[').length - 1, 0);
  const isDeep = texts.some((text) => DEEP_NESTING.test(text));
  if (length <= LONGEST_MARKDOWN && brackets <= MOST_BRACKETS && !isDeep) return;
  const why = isDeep ? 'nests quotes or lists too deep' : brackets > MOST_BRACKETS ? 'holds more brackets than any hunt' : `holds more than ${LONGEST_MARKDOWN / 1024} KiB of text`;
  throw new UserError({
    code: 'unreadable-hunt',
    message: `${name || 'This document'} ${why}.`,
    advice: 'Keep the hypothesis and the analytics, and open that.',
  });
}

function noHunt(name: string, what: string): UserError {
  return new UserError({
    code: 'unreadable-hunt',
    message: `${name || 'This'} is no hunt document: it is ${what}.`,
    advice: 'Open the notebook’s own file, .md or .ipynb: its page has a "Raw" or "Download" link.',
  });
}

/** As MyST writes a notebook's cells into one document. Each is read by itself: a fence that one leaves open ends with it. */
function fromCells({ cells, unread }: NotebookCells): HuntSource {
  const blocks: MarkdownBlock[] = [];
  const starts: { readonly from: number; readonly firstLine: number; readonly cell: number }[] = [];
  let markdown = '';
  let lines = 0;
  for (const cell of cells) {
    const fence = cell.kind === 'code' ? codeFence(cell) : null;
    const text = fence === null ? cell.source : `${fence}{code-cell} ipython3\n${cell.source}\n${fence}`;
    starts.push({ from: lines + 1, firstLine: fence === null ? lines + 1 : lines + 2, cell: cell.number });
    if (fence === null) {
      blocks.push(...readBlocks(cell.source, lines, markdown.length));
    } else {
      const node = { type: 'code', lang: '{code-cell}', meta: 'ipython3', value: cell.source } as const;
      blocks.push({ node, line: lines + 1, start: markdown.length, end: markdown.length + text.length, linesBefore: lines });
    }
    markdown += `${text}\n\n`;
    lines += text.split('\n').length + 1;
  }
  const placeOf = (line: number) => {
    const start = starts.findLast(({ from }) => from <= line);
    return start ? { cell: start.cell, line: Math.max(1, line - start.firstLine + 1) } : { cell: 1, line: 1 };
  };
  const message = 'This cell is neither Markdown nor code with a text; it is left out.';
  return { markdown, blocks, placeOf, unread: unread.map((cell) => ({ cell, line: 1, message })) };
}

/** Longer than any run of backticks in the code. */
function codeFence({ source }: NotebookCell): string {
  const longest = (source.match(/`+/g) ?? []).reduce((most, run) => Math.max(most, run.length), 2);
  return '`'.repeat(longest + 1);
}
