import type { Link, ListItem, PhrasingContent } from 'mdast';
import type { EntryKind, HuntEntry } from './hunt-document';
import { plainText, type MarkdownBlock } from './markdown-blocks';

/*
 * What viewers added to the sections "False Positives" and "Known Bypasses" of a hunt: items of a list, each with a link to the view that
 * shows it. Any reader of Markdown shows the words; the link's title names the dataset.
 *
 *   - Backup writes its catalogue at night [Analytic IV, hardened](#v=1&analytic=IV&reading=hardened&row=0.58,0.60 "sha256:9b68… sample.zip")
 */

const MOST_ENTRIES = 1_000;

/** Those of a document, in its order. Other items of these sections are prose. */
export function readEntries(blocks: readonly MarkdownBlock[]): readonly HuntEntry[] {
  const entries: HuntEntry[] = [];
  let kind: EntryKind | null = null;
  for (const { node } of blocks) {
    if (node.type === 'heading') kind = kindOfSection(plainText(node));
    else if (node.type === 'list' && kind !== null) {
      for (const item of node.children) {
        const entry = readItem(item, kind);
        if (entry && entries.length < MOST_ENTRIES) entries.push(entry);
      }
    }
  }
  return entries;
}

/** Of the section under this heading; null for any other. */
export function kindOfSection(heading: string): EntryKind | null {
  if (/\bfalse[ -]positives?\b/i.test(heading)) return 'false-positive';
  return /\bbypass(?:es)?\b/i.test(heading) ? 'bypass' : null;
}

function readItem({ children }: ListItem, kind: EntryKind): HuntEntry | null {
  const [paragraph] = children;
  if (children.length !== 1 || paragraph.type !== 'paragraph') return null;
  const parts: readonly PhrasingContent[] = paragraph.children;
  const link = parts.at(-1);
  if (link?.type !== 'link') return null;
  const dataset = datasetOf(link);
  const address = /^#(v=\d+&.+)$/s.exec(link.url)?.[1];
  const words = parts.slice(0, -1).map(plainText).join('').replace(/\s+/g, ' ').trim();
  return dataset && address !== undefined ? { kind, words, label: plainText(link), address, dataset } : null;
}

function datasetOf({ title }: Link): HuntEntry['dataset'] | null {
  const named = /^sha256:([0-9a-f]{64}) (.+)$/s.exec(title ?? '');
  return named && { sha256: named[1], name: named[2] };
}
