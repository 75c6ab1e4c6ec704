import type { DatasetSource, DatasetSummary, OpenOptions } from '@/lib/engine/engine';
import type { DatasetAddress } from '@/lib/url/view-state';
import { DatasetOpener } from './dataset-opener';
import type { Keeping, KeptCopy, KeptKey } from './kept-files';

export const sha256 = 'ab'.repeat(32);
export const linkA = { kind: 'link', url: 'https://example.org/a%20b.zip' } as const satisfies DatasetAddress;
export const sample: DatasetAddress = { kind: 'sample' };

export const summary: DatasetSummary = {
  name: 'x', sha256, fileBytes: 1, events: 1, bytes: 1, members: [], skippedMembers: [], skippedLines: 0, skippedLineSamples: [],
  hosts: [], channels: [], time: null, warnings: [],
};

/** An engine whose openings end when the test says so. */
export function setUp() {
  const calls: { source: DatasetSource; options: OpenOptions; done: (value: DatasetSummary) => void; fail: (error: Error) => void }[] = [];
  const named: DatasetAddress[] = [];
  const open = (source: DatasetSource, options: OpenOptions = {}) =>
    new Promise<DatasetSummary>((done, fail) => calls.push({ source, options, done, fail }));
  const kept = new Map<string, KeptCopy>();
  let keeping: Keeping = 'kept';
  const opener = new DatasetOpener({ open }, {
    sampleLink: () => 'https://here/sample.zip',
    onFileOpen: (address) => named.push(address),
    kept: {
      find: async (key) => kept.get(nameOf(key)) ?? null,
      keep: async (key, digest, name, files) => {
        if (keeping === 'kept') kept.set(nameOf(key), copyOf(digest, name, files));
        return keeping;
      },
      remove: async (id) => {
        for (const [key, { dataset }] of kept) if (dataset.id === id) kept.delete(key);
      },
    },
  });
  return { opener, calls, named, kept, failToKeep: (why: Keeping) => (keeping = why) };
}

const nameOf = (key: KeptKey) => ('url' in key ? key.url : key.sha256);
export const copyOf = (digest: string, name: string, files: KeptCopy['files']): KeptCopy => ({
  dataset: { id: '1', sha256: digest, url: null, name, fileNames: files.map((file) => file.name), bytes: 2, keptAt: 1_000 },
  files,
});
export const answered = () => new Promise((resolve) => setTimeout(resolve, 0));
