import type { Nodes, RootContent, Table } from 'mdast';
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
}

/** The blocks of a document in order: CommonMark with tables and YAML front matter. */
export function readBlocks(markdown: string): MarkdownBlock[] {
  const root = fromMarkdown(markdown, {
    extensions: [gfmTable(), frontmatter('yaml')],
    mdastExtensions: [gfmTableFromMarkdown(), frontmatterFromMarkdown('yaml')],
  });
  return root.children.map((node) => ({
    node,
    line: node.position?.start.line ?? 1,
    start: node.position?.start.offset ?? 0,
    end: node.position?.end.offset ?? markdown.length,
  }));
}

/** The words of a node without their marks. */
export function plainText(node: Nodes): string {
  if ('value' in node) return node.value;
  if ('children' in node) return node.children.map(plainText).join('');
  return '';
}

/** The rows of a table under its header, as text, with the line each stands on. */
export function tableRows(table: Table): { header: string[]; rows: { cells: string[]; line: number }[] } {
  const rows = table.children.map((row) => ({
    cells: row.children.map((cell) => plainText(cell).trim()),
    line: row.position?.start.line ?? 1,
  }));
  const [header, ...body] = rows;
  return { header: (header?.cells ?? []).map((cell) => cell.toLowerCase()), rows: body };
}
