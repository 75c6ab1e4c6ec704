import { UserError } from '@/lib/base/user-error';
import { endOfAnalytics } from './append-analytic';
import type { EntryKind, HuntEntry } from './hunt-document';
import { huntSource } from './hunt-source';
import { plainText, type MarkdownBlock } from './markdown-blocks';
import { kindOfSection } from './read-entries';
import { readHuntDocument } from './read-hunt-document';

const LONGEST_WORDS = 2_000;

const HEADINGS: Readonly<Record<EntryKind, string>> = { 'false-positive': 'False Positives', bypass: 'Known Bypasses' };

/**
 * The same hunt with one more entry at the end of its section, as Markdown (also where it was a Jupyter notebook). A hunt without that
 * section gets it after its analytics. @throws UserError 'unreadable-hunt'
 */
export function withEntry(text: string, entry: HuntEntry): string {
  const { markdown, analytics, entries } = readHuntDocument(text);
  const { blocks } = huntSource(markdown, '');
  const item = itemText(entry);
  const written = insertItem(markdown, blocks, analytics[analytics.length - 1].line, entry.kind, item);
  if (readHuntDocument(written).entries.length === entries.length + 1) return written;
  throw new UserError({
    code: 'unreadable-hunt',
    message: `No entry can be added to the section ${HEADINGS[entry.kind]} of this hunt.`,
    advice: 'What stands at its end swallows what follows: look there for a comment or a block of code that is not closed, in "Edit hunt".',
  });
}

function insertItem(markdown: string, blocks: readonly MarkdownBlock[], lastAnalytic: number, kind: EntryKind, item: string): string {
  const heading = blocks.findIndex(({ node }) => node.type === 'heading' && kindOfSection(plainText(node)) === kind);
  if (heading < 0) {
    const { at } = endOfAnalytics(markdown, lastAnalytic);
    const after = markdown.slice(at).trimStart();
    return `${markdown.slice(0, at).trimEnd()}\n\n## ${HEADINGS[kind]}\n\n${item}\n${after === '' ? '' : `\n${after}`}`;
  }
  let last = blocks[heading];
  for (const block of blocks.slice(heading + 1)) {
    if (block.node.type === 'heading') break;
    // The break between two cells stays behind.
    if (!/^\+\+\+[^\n]*$/.test(markdown.slice(block.start, block.end))) last = block;
  }
  const goesOn = last.node.type === 'list' && markdown.startsWith('- ', last.start);
  const after = markdown.slice(last.end);
  return `${markdown.slice(0, last.end)}${goesOn ? '\n' : '\n\n'}${item}${after === '' ? '\n' : after}`;
}

function itemText({ words, label, address, dataset }: HuntEntry): string {
  const title = `sha256:${dataset.sha256} ${escaped(oneLine(dataset.name))}`.replaceAll('"', '\\"');
  return `- ${escapedStart(escaped(oneLine(words).slice(0, LONGEST_WORDS).trim()))} [${escaped(oneLine(label))}](#${address} "${title}")`;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function escaped(text: string): string {
  return text.replace(/[\\`*_[\]<>&~${}]/g, '\\$&');
}

/** What would begin another block. */
function escapedStart(text: string): string {
  return text.replace(/^[#+=-]/, '\\$&').replace(/^(\d{1,9})([.)])/, '$1\\$2');
}
