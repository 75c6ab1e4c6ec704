import type { Nodes, RootContent, Table, TableCell } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfmTable } from 'micromark-extension-gfm-table';
import { frontMatterEnd, markdownParts } from './markdown-parts';

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
 * `offset` count what does. Parts that a document has in common with those read lately are not read again: while it is edited, almost all.
 */
export function readBlocks(markdown: string, linesBefore = 0, offset = 0): MarkdownBlock[] {
  const blocks: MarkdownBlock[] = [];
  let lines = linesBefore;
  let start = offset;
  for (const part of markdownParts(markdown)) {
    for (const node of nodesOf(part, start === 0 && frontMatterEnd(part) > 0)) {
      blocks.push({
        node,
        line: lines + (node.position?.start.line ?? 1),
        start: start + (node.position?.start.offset ?? 0),
        end: start + (node.position?.end.offset ?? part.length),
        linesBefore: lines,
      });
    }
    lines += part.split('\n').length - 1;
    start += part.length;
  }
  return blocks;
}

/** By the text of the part; the oldest go first. */
const readLately = new Map<string, readonly RootContent[]>();
const MOST_KEPT_PARTS = 500;

function nodesOf(part: string, hasFrontMatter: boolean): readonly RootContent[] {
  const key = `${hasFrontMatter} ${part}`;
  const nodes = readLately.get(key) ?? readPart(part, hasFrontMatter);
  readLately.delete(key);
  readLately.set(key, nodes);
  const [oldest] = readLately.keys();
  if (readLately.size > MOST_KEPT_PARTS) readLately.delete(oldest);
  return nodes;
}

/** The extension for front matter, given where none is, takes some blocks for others. */
function readPart(part: string, hasFrontMatter: boolean): readonly RootContent[] {
  return fromMarkdown(part, {
    extensions: hasFrontMatter ? [gfmTable(), frontmatter('yaml')] : [gfmTable()],
    mdastExtensions: hasFrontMatter ? [gfmTableFromMarkdown(), frontmatterFromMarkdown('yaml')] : [gfmTableFromMarkdown()],
  }).children;
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
