import { base64Runs, DEEPEST_BASE64, readBase64 } from './base64-text';
import { assignPseudonyms, type Choices } from './pseudonyms-assign';
import type { FoundName } from './pseudonyms-collect';
import type { Replacement } from './pseudonyms-replacement';
import { NameTrie } from './pseudonyms-trie';

/** Replaces names in texts; the same name always by the same pseudonym, whatever it stands in. */
export interface Pseudonyms {
  readonly replacements: readonly Replacement[];
  /** Plain text: Markdown, a CSV record, a file name. */
  text(text: string): string;
  /** JSON, of one line or more: the strings, decoded and written again; keys stay. */
  json(text: string): string;
  /** How often `original` has been replaced so far. */
  countOf(original: string): number;
  /** Of every spelling replaced so far, in that order: as it was written, and what stands for it. */
  spellings(): readonly (readonly [written: string, pseudonym: string])[];
  /** Originals, in lower case, that a text still holds, in any case and inside longer words too; once for each place. */
  leftIn(text: string): readonly string[];
}

/** Each name with a pseudonym. `choices`: what a person has decided for some of them. */
export function pseudonymsOf(names: readonly FoundName[], choices: Choices = new Map()): Pseudonyms {
  const replacements = assignPseudonyms(names, choices);
  const trie = new NameTrie(replacements);
  return {
    replacements,
    text: (text) => replaceText(trie, text),
    json: (text) => text.replace(LITERAL, (literal, key: string | undefined) => (key === undefined ? replaceLiteral(trie, literal) : literal)),
    countOf: (original) => trie.countOf(original),
    spellings: () => trie.spellingsSoFar(),
    leftIn: (text) => trie.placesIn(text),
  };
}

/** A string of JSON, and the colon behind it that makes it a key. */
const LITERAL = /"(?:[^"\\]|\\.)*"(\s*:)?/g;

function replaceText(trie: NameTrie, text: string, depth = 0): string {
  if (depth === DEEPEST_BASE64) return trie.replace(text);
  let out = '';
  let copied = 0;
  for (const { start, run } of base64Runs(text)) {
    const read = readBase64(run);
    const replaced = read && replaceText(trie, read.text, depth + 1);
    if (read === null || replaced === null || replaced === read.text) continue;
    out += text.slice(copied, start) + read.write(replaced);
    copied = start + run.length;
  }
  return trie.replace(copied === 0 ? text : out + text.slice(copied));
}

function replaceLiteral(trie: NameTrie, literal: string): string {
  const inner = literal.slice(1, -1);
  if (!inner.includes('\\')) return `"${replaceText(trie, inner)}"`;
  const decoded: unknown = JSON.parse(literal);
  if (typeof decoded !== 'string') return literal;
  const replaced = replaceText(trie, decoded);
  // What holds no name stays as it was written.
  return replaced === decoded ? literal : JSON.stringify(replaced);
}
