import { NameTrie } from './pseudonyms-trie';

/** Replaces the names of files, which may name whom they are of: "file1.json". The same name twice is one file. */
export function fileNamesHidden(names: readonly string[]): (text: string) => string {
  const trie = new NameTrie([...new Set(names)].map((name, i) => ({ kind: 'file', original: name, pseudonym: `file${i + 1}${ending(name)}` })));
  return (text) => trie.replace(text);
}

function ending(name: string): string {
  return /(?:\.[a-z]{1,8}\d?)?$/i.exec(name)?.[0].toLowerCase() ?? '';
}
