import { romanNumeral } from './analytic-headings';
import { huntSource } from './hunt-source';
import { readHuntDocument } from './read-hunt-document';

/** An analytic to be: one reading under a title. */
export interface NewAnalytic {
  /** One line of plain words. */
  readonly title: string;
  readonly kind: 'sql' | 'pandas';
  readonly code: string;
}

/**
 * The same hunt with one more analytic, after those that it has, as Markdown (also where it was a Jupyter notebook), and the number of
 * the new one. Reading it back gives the title and the code as they are, but for blank space at the code's end.
 * @throws UserError 'unreadable-hunt'
 */
export function appendAnalytic(text: string, analytic: NewAnalytic): AppendedAnalytic {
  return insertAnalytic(text, (id, depth) => analyticText(id, analytic, depth));
}

export interface AppendedAnalytic {
  readonly markdown: string;
  readonly id: string;
  /** Where the new analytic begins. */
  readonly start: number;
}

/** `write`: the analytic's text under a heading of that depth. @throws UserError 'unreadable-hunt' */
export function insertAnalytic(text: string, write: (id: string, depth: number) => string): AppendedAnalytic {
  const { markdown, analytics } = readHuntDocument(text);
  const taken = new Set(analytics.map(({ id }) => id));
  let number = analytics.length + 1;
  while (taken.has(romanNumeral(number))) number++;
  const id = romanNumeral(number);
  const { at, depth } = endOfAnalytics(markdown, analytics[analytics.length - 1].line);
  const before = markdown.slice(0, at).trimEnd();
  const after = markdown.slice(at).trimStart();
  return { markdown: `${before}\n\n${write(id, depth)}\n${after === '' ? '' : `\n${after}`}`, id, start: before.length + 2 };
}

/** Where the last analytic ends: before the next heading that is not below it, and the cell break ("+++") above that. */
export function endOfAnalytics(markdown: string, lastLine: number): { readonly at: number; readonly depth: number } {
  const { blocks } = huntSource(markdown, '');
  const start = blocks.findIndex(({ line, node }) => line === lastLine && node.type === 'heading');
  const heading = blocks[start]?.node;
  const depth = heading?.type === 'heading' ? heading.depth : 3;
  const next = blocks.findIndex(({ node }, index) => index > start && node.type === 'heading' && node.depth <= depth);
  if (next < 0) return { at: markdown.length, depth };
  const above = blocks[next - 1];
  const isBreak = next - 1 > start && /^\+\+\+[^\n]*$/.test(markdown.slice(above.start, above.end));
  return { at: isBreak ? above.start : blocks[next].start, depth };
}

function analyticText(id: string, { title, kind, code }: NewAnalytic, depth: number): string {
  // One level must be left below for the reading.
  const marks = '#'.repeat(Math.min(depth, 5));
  const lines = code.trimEnd();
  const fence = '`'.repeat(1 + Math.max(2, ...[...lines.matchAll(/`+/g)].map(([run]) => run.length)));
  const directive = kind === 'sql' ? '{code-block} sql' : '{code-cell} ipython3';
  // What begins as a directive's options do would be read as such.
  const language = /^\s*(?:---\s*(?:\n|$)|:[\w-]+:)/.test(lines) ? (kind === 'sql' ? 'sql' : 'python') : directive;
  const words = title.replace(/\s+/g, ' ').trim().replace(/[\\`*_{}[\]<>#|!&~$+-]/g, '\\$&');
  return `${marks} Analytic ${id}: ${words}\n\n${marks}# ${kind === 'sql' ? 'Logic' : 'Pandas Query'}\n\n${fence}${language}\n${lines}\n${fence}`;
}
