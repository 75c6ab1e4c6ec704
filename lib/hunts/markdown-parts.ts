/**
 * Cuts a Markdown document in front of its headings, where each part by itself means what it means in the whole: a heading at the
 * beginning of a line ends every block before it but fenced code, HTML and front matter. One part where these, or references to
 * definitions elsewhere, make that hard to tell without reading it all.
 */
export function markdownParts(markdown: string): readonly string[] {
  if (INTERTWINED.test(markdown)) return [markdown];
  const parts: string[] = [];
  let start = 0;
  let at = frontMatterEnd(markdown);
  let fence: string | null = null;
  while (at < markdown.length) {
    const newline = markdown.indexOf('\n', at);
    const end = newline < 0 ? markdown.length : newline + 1;
    const first = markdown[at];
    if (first === '`' || first === '~') {
      const line = markdown.slice(at, end);
      if (fence === null) fence = OPENING_FENCE.exec(line)?.[1] ?? null;
      else if (closes(line, fence)) fence = null;
    } else if (first === '#' && fence === null && at > start && HEADING.test(markdown.slice(at, end))) {
      parts.push(markdown.slice(start, at));
      start = at;
    }
    at = end;
  }
  parts.push(markdown.slice(start));
  return parts;
}

/** HTML; a definition, in whatever block; a fence that does not begin its line; a line's end that is none of ours. */
const INTERTWINED = /^ {0,3}<|^[ \t>*+\-\d.)]*\[[^\n]*\]:|^[^\n`~][^\n]*(?:```|~~~)|\r(?!\n)/m;

const HEADING = /^#{1,6}(?:[ \t\r\n]|$)/;
const OPENING_FENCE = /^(`{3,}(?=[^`]*$)|~{3,})/;

function closes(line: string, fence: string): boolean {
  const run = line.trimEnd();
  return run.length >= fence.length && run === fence[0].repeat(run.length);
}

/** Where the front matter ends; 0 where there is none. */
export function frontMatterEnd(markdown: string): number {
  return /^---[ \t]*\r?\n(?:[^]*?\n)??---[ \t]*(?:\r?\n|$)/.exec(markdown)?.[0].length ?? 0;
}
