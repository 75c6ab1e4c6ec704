import type { MarkdownBlock } from './markdown-blocks';

/** The code inside a fence and the line on which it begins. */
export interface FencedCode {
  readonly text: string;
  readonly line: number;
}

const CODE_DIRECTIVE = /^\{(?:code-cell|code-block|code)\}$/i;
const OPTION_LINE = /^:[\w-]+:/;

/** True for MyST's `{code-cell}`, a cell that Python would run. */
export function isCodeCell({ node }: MarkdownBlock): boolean {
  return node.type === 'code' && /^\{code-cell\}$/i.test(node.lang ?? '');
}

/**
 * The code of a fence: a MyST code directive, in any case and with any language after it, or a plain fence. Null for other directives.
 * A directive may begin with options, as `:name: value` lines or as a YAML block between `---` lines; they are no code.
 */
export function fencedCode({ node, line }: MarkdownBlock): FencedCode | null {
  if (node.type !== 'code') return null;
  const firstLine = line + 1;
  const lang = node.lang ?? '';
  if (!lang.startsWith('{')) return { text: node.value, line: firstLine };
  if (!CODE_DIRECTIVE.test(lang)) return null;
  const lines = node.value.split('\n');
  const skipped = optionLines(lines);
  return { text: lines.slice(skipped).join('\n'), line: firstLine + skipped };
}

function optionLines(lines: readonly string[]): number {
  let count = 0;
  if (lines[0]?.trim() === '---') {
    const close = lines.findIndex((line, index) => index > 0 && line.trim() === '---');
    if (close > 0) count = close + 1;
  } else {
    while (count < lines.length && OPTION_LINE.test(lines[count])) count++;
  }
  if (count === 0) return 0;
  while (count < lines.length && lines[count].trim() === '') count++;
  return count;
}
