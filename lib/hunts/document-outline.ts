import { analyticHeading, readingHeading } from './analytic-headings';
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
    const heading = plainText(block.node).trim();
    const part: OutlinePart = { heading, depth: meantDepth(heading, block.node.depth, open), line: block.line, blocks: [], parts: [] };
    while (open[open.length - 1].depth >= part.depth) open.pop();
    open[open.length - 1].parts.push(part);
    open.push(part);
  }
  return root;
}

/** Notebooks err with the number of `#`: an analytic stands beside the one before it, and its readings stand below it. */
function meantDepth(heading: string, depth: number, open: readonly OutlinePart[]): number {
  const analytic = open.find((part) => analyticHeading(part.heading) !== null);
  if (analytic === undefined) return depth;
  if (readingHeading(heading) !== null) return analytic.depth + 1;
  return analyticHeading(heading) === null ? depth : Math.min(depth, analytic.depth);
}

/** The document's own text of these blocks, without the `+++` lines that part notebook cells. */
export function markdownOf(blocks: readonly MarkdownBlock[], source: string): string {
  return blocks
    .map((block) => source.slice(block.start, block.end))
    .filter((text) => !/^\+\+\+.*$/.test(text))
    .join('\n\n');
}
