import { describe, expect, it } from 'vitest';
import { UserError } from '@/lib/base/user-error';
import type { HuntFile, HuntFileSource } from '@/lib/engine/engine';
import type { NamedFile } from '@/lib/ingest/source';
import type { HuntAddress } from '@/lib/url/view-state';
import { HuntOpener } from './hunt-opener';

const [sha256, otherSha256] = ['ab'.repeat(32), 'cd'.repeat(32)];
const ours: HuntAddress = { kind: 'shipped', id: 'ours' };
const link: HuntAddress = { kind: 'link', url: 'https://example.org/hunts/notebook.ipynb' };
const upload: HuntAddress = { kind: 'upload', sha256, name: 'mine.md' };
const given: NamedFile = { name: 'mine.md', blob: new Blob(['# Mine']) };

const fileOf = (name: string, digest = sha256): HuntFile => ({ name, text: `# ${name}`, sha256: digest, title: name, analytics: 1, datasets: [], problems: [] });
const settled = () => new Promise((resolve) => setTimeout(resolve));

/** An engine whose readings end when the test says so. */
function setUp() {
  const calls: { source: HuntFileSource; done: (file: HuntFile) => void; fail: (error: Error) => void }[] = [];
  const named: HuntAddress[] = [];
  const kept = new Map<string, NamedFile>();
  const opener = new HuntOpener(
    { readHunt: (source) => new Promise<HuntFile>((done, fail) => calls.push({ source, done, fail })) },
    {
      shipped: async (id) => `# ${id}`,
      onFileOpen: (address) => named.push(address),
      kept: {
        find: async (digest) => kept.get(digest) ?? null,
        keep: async ({ sha256: digest, name, text }) => void (digest !== null && kept.set(digest, { name, blob: new Blob([text]) })),
      },
    },
  );
  return { opener, calls, named, kept };
}

describe('opening a hunt', () => {
  it('fetches one that we ship, and a link, once', async () => {
    const { opener, calls } = setUp();
    opener.show(ours);
    await settled();
    expect(calls[0].source).toMatchObject({ kind: 'file', name: 'ours.md' });
    calls[0].done(fileOf('ours.md'));
    await settled();
    expect(opener.getState()).toMatchObject({ kind: 'open', address: ours });

    opener.show(link);
    await settled();
    expect(calls[1].source).toEqual(link);
    calls[1].done(fileOf('notebook.ipynb'));
    await settled();
    for (const address of [ours, link, ours]) {
      opener.show(address);
      expect(opener.getState()).toMatchObject({ kind: 'open', address });
    }
    expect(calls).toHaveLength(2);
  });

  it('names and keeps a file that was given, once it can be run, and finds it again', async () => {
    const { opener, calls, named, kept } = setUp();
    opener.show(ours);
    await settled();
    opener.openFile(given);
    await settled();
    expect(named).toEqual([]);
    calls.at(-1)?.done(fileOf('mine.md'));
    await settled();
    expect([named, [...kept.keys()]]).toEqual([[upload], [sha256]]);

    const later = setUp();
    later.kept.set(sha256, given);
    later.opener.show(upload);
    await settled();
    later.calls[0].done(fileOf('mine.md'));
    await settled();
    expect(later.opener.getState()).toMatchObject({ kind: 'open', address: upload, insteadOf: null });
    expect(later.named).toEqual([]);
  });

  it('asks for an upload that is not kept, and says where another is given', async () => {
    const { opener, calls, named } = setUp();
    opener.show(upload);
    await settled();
    expect(opener.getState()).toEqual({ kind: 'wanted', name: 'mine.md', sha256 });
    opener.openFile({ name: 'other.md', blob: given.blob });
    await settled();
    calls[0].done(fileOf('other.md', otherSha256));
    await settled();
    expect(opener.getState()).toMatchObject({ kind: 'open', insteadOf: 'mine.md' });
    expect(named).toEqual([{ kind: 'upload', sha256: otherSha256, name: 'other.md' }]);
  });

  it('leaves a file that is no hunt for what was open; a link that fails is what the address names', async () => {
    const { opener, calls } = setUp();
    const failure = { code: 'unreadable-hunt', message: 'No.', advice: 'Go.' } as const;
    opener.show(ours);
    await settled();
    calls[0].done(fileOf('ours.md'));
    await settled();
    opener.openFile(given);
    await settled();
    calls[1].fail(new UserError(failure));
    await settled();
    expect(opener.getState()).toEqual({ kind: 'failed', name: 'mine.md', failure });
    expect(opener.leave()).toBe(true);
    expect(opener.getState()).toMatchObject({ kind: 'open', address: ours });

    opener.show(link);
    await settled();
    calls[2].fail(new UserError(failure));
    await settled();
    expect(opener.leave()).toBe(false);
    opener.retry();
    await settled();
    calls[3].done(fileOf('notebook.ipynb'));
    await settled();
    expect(opener.getState()).toMatchObject({ kind: 'open', address: link });
  });

  it('shows what was asked for last, however late another ends', async () => {
    const { opener, calls } = setUp();
    opener.show(link);
    opener.show(ours);
    await settled();
    const [linked, shipped] = [calls.find(({ source }) => source.kind === 'link'), calls.find(({ source }) => source.kind === 'file')];
    shipped?.done(fileOf('ours.md'));
    await settled();
    linked?.done(fileOf('notebook.ipynb'));
    await settled();
    expect(opener.getState()).toMatchObject({ kind: 'open', address: ours });
  });
});
