import { expect, it } from 'vitest';
import type { HuntFile } from '@/lib/engine/engine';
import { KeptHunts } from './kept-hunts';

/** As much of the origin private file system as is used: one folder of files. */
function storage(): () => Promise<FileSystemDirectoryHandle> {
  const files = new Map<string, string>();
  const fileHandle = (name: string) => ({
    getFile: async () => new Blob([files.get(name) ?? '']),
    createWritable: async () => {
      let written = '';
      return { write: async (text: string) => void (written += text), close: async () => void files.set(name, written) };
    },
  });
  const folder = {
    getDirectoryHandle: async () => folder,
    getFileHandle: async (name: string, { create = false } = {}) => {
      if (!create && !files.has(name)) throw new DOMException('', 'NotFoundError');
      return fileHandle(name);
    },
    removeEntry: async (name: string) => void files.delete(name),
    keys: async function* () {
      yield* files.keys();
    },
  };
  return async () => folder as unknown as FileSystemDirectoryHandle;
}

const digest = (letter: string) => letter.repeat(64);
const hunt = (letter: string): HuntFile => ({ name: 'hunt-edited.md', text: `# ${letter}`, sha256: digest(letter), title: letter, analytics: 1, datasets: [], problems: [] });
const textOf = async (kept: KeptHunts, letter: string) => (await kept.find(digest(letter)))?.blob.text() ?? null;

it('a document that is written on stays one, and who asks for it as it was gets it as it is', async () => {
  const kept = new KeptHunts(storage());
  expect(await kept.keepMade(hunt('a'), null)).toBe(false);
  expect(await kept.keepMade(hunt('b'), digest('a'))).toBe(true);
  expect(await kept.keepMade(hunt('c'), digest('b'))).toBe(true);
  expect(kept.getHunts().map(({ title }) => title)).toEqual(['c']);
  expect([await textOf(kept, 'a'), await textOf(kept, 'b'), await textOf(kept, 'c'), await textOf(kept, 'd')]).toEqual(['# c', '# c', '# c', null]);
  // Taken back.
  expect(await kept.keepMade(hunt('b'), digest('c'))).toBe(true);
  expect([await textOf(kept, 'a'), await textOf(kept, 'c')]).toEqual(['# b', '# b']);
  expect(kept.getHunts().map(({ title }) => title)).toEqual(['b']);
  await kept.remove(digest('b'));
  expect([kept.getHunts(), await textOf(kept, 'a')]).toEqual([[], null]);
});

it('a document that was given is not replaced by what is made of it', async () => {
  const kept = new KeptHunts(storage());
  await kept.keep(hunt('a'));
  expect(await kept.keepMade(hunt('b'), digest('a'))).toBe(false);
  expect(kept.getHunts().map(({ title }) => title)).toEqual(['a', 'b']);
  expect(await textOf(kept, 'a')).toBe('# a');
});

it('where nothing can be kept, nothing is found', async () => {
  const kept = new KeptHunts(() => Promise.reject(new DOMException('', 'SecurityError')));
  await kept.keep(hunt('a'));
  expect([await kept.keepMade(hunt('b'), digest('a')), await textOf(kept, 'b')]).toEqual([false, null]);
});
