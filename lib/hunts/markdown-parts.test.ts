import { fromMarkdown } from 'mdast-util-from-markdown';
import { frontmatterFromMarkdown } from 'mdast-util-frontmatter';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { frontmatter } from 'micromark-extension-frontmatter';
import { gfmTable } from 'micromark-extension-gfm-table';
import { describe, expect, it } from 'vitest';
import { readBlocks } from './markdown-blocks';
import { markdownParts } from './markdown-parts';

/** Lines that end blocks, hold them open, or look as if they did. */
const LINES = [
  ...['# One', '## Two `code`', '#tag', ' # indented', '    # code', '#', '#\ttab', '####### seven', 'Setext', '===', '---', '--- ', '***', '+++'],
  ...['```', '```', '```python', '``` a`b', '````', '~~~', '~~~ sql', '```  ', '`', '~', 'a \\', 'id: x', '', '', '   '],
  ...['text', 'text [ref] **bold**', '- item', '  more', '1. one', '> quote', '| a | b |', '|---|---|', '| [x](y) | `z` |'],
];
/** With one of these, a document is read as a whole. */
const WIDE_LINES = ['- ```', '  ```', '> ```', 'word ``` word', '[ref]: /url', '- [ref]: /url', '<div>', '<!-- note', '-->', '<https://example.com>'];

/**
 * What the whole document means, read in one go: each block's kind, place and text. Where no second `---` closes the front matter,
 * micromark takes the rest of the document for other blocks than it would without that extension.
 */
function whole(markdown: string): unknown[] {
  const hasFront = /^---[ \t]*\r?\n(?:[^]*\n)?---[ \t]*(?:\r?\n|$)/.test(markdown);
  const root = fromMarkdown(markdown, {
    extensions: hasFront ? [gfmTable(), frontmatter('yaml')] : [gfmTable()],
    mdastExtensions: hasFront ? [gfmTableFromMarkdown(), frontmatterFromMarkdown('yaml')] : [gfmTableFromMarkdown()],
  });
  return root.children.map((node) => [node.position?.start.line, node.position?.start.offset, node.position?.end.offset, plain(node)]);
}

function inParts(markdown: string): unknown[] {
  return readBlocks(markdown).map(({ node, line, start, end }) => [line, start, end, plain(node)]);
}

/** A tree without its places. */
function plain(node: object): unknown {
  return JSON.parse(JSON.stringify(node, (key, value: unknown) => (key === 'position' ? undefined : value)));
}

/** Numbers that look random and are the same each time (mulberry32). */
function random(seed: number): () => number {
  return () => {
    seed = (seed + 0x6d2b79f5) | 0;
    let t = Math.imul(seed ^ (seed >>> 15), 1 | seed);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

describe('a document read part by part', () => {
  it('means what it means as a whole, whatever stands in it', () => {
    const next = random(20201012);
    for (let round = 0; round < 600; round++) {
      const from = next() < 0.3 ? [...LINES, ...WIDE_LINES] : LINES;
      const lines = Array.from({ length: 2 + Math.floor(next() * 12) }, () => from[Math.floor(next() * from.length)]);
      const markdown = (next() < 0.2 ? ['---', ...lines] : lines).join(next() < 0.1 ? '\r\n' : '\n');
      expect(inParts(markdown), markdown).toEqual(whole(markdown));
    }
  });

  it.each([
    ['headings', 'a\n# b\nc\n## d\n', ['a\n', '# b\nc\n', '## d\n']],
    ['a comment in code is no heading', '# a\n```\n# b\n```\n# c', ['# a\n```\n# b\n```\n', '# c']],
    ['a fence ends with one as long', '# a\n````\n```\n# b\n`````\n# c', ['# a\n````\n```\n# b\n`````\n', '# c']],
    ['front matter stays whole', '---\n# a\nid: x\n---\n# b\n# c', ['---\n# a\nid: x\n---\n', '# b\n', '# c']],
    ['HTML may hold a heading', '# a\n<!--\n# b\n-->\n# c', ['# a\n<!--\n# b\n-->\n# c']],
    ['a definition may be meant anywhere', '# [a]\n- [a]: /b\n# c', ['# [a]\n- [a]: /b\n# c']],
  ])('is cut at its headings: %s', (_what, markdown, parts) => {
    expect(markdownParts(markdown)).toEqual(parts);
  });

  it('has the same nodes where it is as it was, each at its place', () => {
    const [, before] = readBlocks('# a\n\n# b\n');
    const [, , after] = readBlocks('# a\n\n# new\n# b\n');
    expect(after.node).toBe(before.node);
    expect([before.line, after.line, after.start, after.linesBefore]).toEqual([3, 4, 11, 3]);
  });
});
