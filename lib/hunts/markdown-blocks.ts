import type { Nodes, RootContent, Table, TableCell } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfmTable } from 'micromark-extension-gfm-table';

/** A top-level block of a Markdown document. `start` and `end` are offsets into its text, `line` counts from 1. */
export interface MarkdownBlock {
  readonly node: RootContent;
  readonly line: number;
  readonly start: number;
  readonly end: number;
  /** How many lines stand before the text that `node`'s own positions count in: a cell of a notebook, else 0. */
  readonly linesBefore: number;
}

/**
 * The blocks of a document in order: CommonMark with tables and, where nothing stands before it, YAML front matter. `linesBefore` and
 * `offset` count what does.
 */
export function readBlocks(markdown: string, linesBefore = 0, offset = 0): MarkdownBlock[] {
  const isStart = offset === 0;
  const root = fromMarkdown(markdown, {
    extensions: isStart ? [gfmTable(), frontmatter('yaml')] : [gfmTable()],
    mdastExtensions: isStart ? [gfmTableFromMarkdown(), frontmatterFromMarkdown('yaml')] : [gfmTableFromMarkdown()],
  });
  return root.children.map((node) => ({
    node,
    line: linesBefore + (node.position?.start.line ?? 1),
    start: offset + (node.position?.start.offset ?? 0),
    end: offset + (node.position?.end.offset ?? markdown.length),
    linesBefore,
  }));
}

/** The words of a node without their marks. */
export function plainText(node: Nodes): string {
  if ('value' in node) return node.value;
  if ('children' in node) return node.children.map(plainText).join('');
  return '';
}

export interface TableRowText {
  readonly cells: readonly string[];
  /** Where the first link of each cell leads; null without one. */
  readonly links: readonly (string | null)[];
  readonly line: number;
}

/** The rows of a table under its header, as text, with the line each stands on. */
export function tableRows(table: Table, linesBefore: number): { readonly header: readonly string[]; readonly rows: readonly TableRowText[] } {
  const rows = table.children.map((row) => ({
    cells: row.children.map((cell) => plainText(cell).trim()),
    links: row.children.map(firstLink),
    line: linesBefore + (row.position?.start.line ?? 1),
  }));
  const [header, ...body] = rows;
  return { header: (header?.cells ?? []).map((cell) => cell.toLowerCase()), rows: body };
}

function firstLink(cell: TableCell): string | null {
  for (const node of cell.children) if (node.type === 'link') return node.url;
  return null;
}
