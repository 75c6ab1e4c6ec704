import type { MarkdownBlock } from './markdown-blocks';
import { plainText } from './markdown-blocks';

/** A heading, the blocks under it before the next heading, and the headings below it. */
export interface OutlinePart {
  readonly heading: string;
  readonly depth: number;
  readonly line: number;
  readonly blocks: MarkdownBlock[];
  readonly parts: OutlinePart[];
}

/** The tree of headings. The first part stands for the document itself (depth 0). */
export function outline(blocks: readonly MarkdownBlock[]): OutlinePart {
  const root: OutlinePart = { heading: '', depth: 0, line: 1, blocks: [], parts: [] };
  const open = [root];
  for (const block of blocks) {
    if (block.node.type !== 'heading') {
      open[open.length - 1].blocks.push(block);
      continue;
    }
    const part: OutlinePart = { heading: plainText(block.node).trim(), depth: block.node.depth, line: block.line, blocks: [], parts: [] };
    while (open[open.length - 1].depth >= part.depth) open.pop();
    open[open.length - 1].parts.push(part);
    open.push(part);
  }
  return root;
}

/** The document's own text of these blocks, without the `+++` lines that part notebook cells. */
export function markdownOf(blocks: readonly MarkdownBlock[], source: string): string {
  return blocks
    .map((block) => source.slice(block.start, block.end))
    .filter((text) => !/^\+\+\+.*$/.test(text))
    .join('\n\n');
}
