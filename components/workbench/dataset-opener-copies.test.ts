import { describe, expect, it } from 'vitest';
import { UserError } from '@/lib/base/user-error';
import { answered, copyOf, linkA, sample, setUp, sha256, summary } from './dataset-opener.test-support';

describe('DatasetOpener and what this device keeps', () => {
  it('reads a file of this visit again when the viewer goes back to it', async () => {
    const { opener, calls, named } = setUp();
    opener.openFile(new File(['{}'], 'my.zip'));
    calls[0].done(summary);
    await answered();
    opener.show(sample);
    calls[1].done(summary);
    await answered();
    opener.show(named[0]);
    expect(calls[2].source).toMatchObject({ kind: 'file', name: 'my.zip' });
  });

  it('reads a file that an earlier visit kept', async () => {
    const { opener, calls, kept } = setUp();
    kept.set(sha256, copyOf(sha256, 'my.zip', [{ name: 'my.zip', blob: new Blob(['{}']) }]));
    opener.show({ kind: 'upload', sha256, name: 'my.zip' });
    expect(opener.getState()).toMatchObject({ kind: 'opening', name: 'my.zip' });
    await answered();
    expect(calls[0].source).toMatchObject({ kind: 'file', name: 'my.zip' });
  });

  it('keeps a file once it is read, and says where it cannot', async () => {
    const { opener, calls, kept, failToKeep } = setUp();
    opener.openFile(new File(['{}'], 'my.zip'));
    expect(kept.size).toBe(0);
    calls[0].done(summary);
    await answered();
    expect([...kept.keys()]).toEqual([sha256]);
    expect(opener.getState()).toMatchObject({ kind: 'open', notKept: null });
    failToKeep('no-room');
    opener.openFile(new File(['{}'], 'other.zip'));
    calls[1].done({ ...summary, sha256: 'cd'.repeat(32) });
    await answered();
    expect(opener.getState()).toMatchObject({ kind: 'open', notKept: 'no-room' });
  });

  it('leaves a kept file alone when the address has moved on before it was found', async () => {
    const { opener, calls, kept } = setUp();
    kept.set(sha256, copyOf(sha256, 'my.zip', [{ name: 'my.zip', blob: new Blob(['{}']) }]));
    opener.show({ kind: 'upload', sha256, name: 'my.zip' });
    opener.show(null);
    await answered();
    expect([opener.getState(), calls.length]).toEqual([{ kind: 'none' }, 0]);
  });

  it('opens a kept link from the copy, and downloads it again when asked to', async () => {
    const { opener, calls, kept } = setUp();
    opener.show(linkA);
    await answered();
    calls[0].options.onFetched?.({ name: 'b.zip', blob: new Blob(['{}']) });
    calls[0].done(summary);
    await answered();
    expect(opener.getState()).toMatchObject({ kind: 'open', keptAt: null });
    expect(kept.get(linkA.url)?.files).toMatchObject([{ name: 'b.zip' }]);

    opener.show(null);
    opener.show(sample);
    calls[1].done(summary);
    await answered();
    opener.show(linkA);
    await answered();
    expect(calls[2].source).toMatchObject({ kind: 'file', name: 'b.zip' });
    calls[2].done(summary);
    await answered();
    expect(opener.getState()).toMatchObject({ kind: 'open', address: linkA, keptAt: 1_000 });
    opener.fetchAgain();
    expect(calls[3].source).toEqual({ kind: 'link', url: linkA.url });
    calls[3].done(summary);
    await answered();
    expect(opener.getState()).toMatchObject({ kind: 'open', address: linkA, keptAt: null });
  });

  it('restores several files that an earlier visit kept as they were', async () => {
    const before = setUp();
    before.opener.openFiles([new File(['{}'], 'b.json'), new File(['{}'], 'a.json')]);
    before.calls[0].done(summary);
    await answered();
    const { opener, calls, kept } = setUp();
    for (const [key, copy] of before.kept) kept.set(key, copy);
    opener.show({ kind: 'upload', sha256, name: '2 files' });
    await answered();
    expect(calls[0].source).toMatchObject({ kind: 'files', files: [{ name: 'b.json' }, { name: 'a.json' }] });
    calls[0].done(summary);
    await answered();
    // No link was opened: there is nothing to fetch again.
    expect(opener.getState()).toMatchObject({ kind: 'open', keptAt: null });
  });

  it('never keeps the sample, which comes with the page', async () => {
    const { opener, calls, kept } = setUp();
    opener.show(sample);
    calls[0].options.onFetched?.({ name: 'sample.zip', blob: new Blob(['{}']) });
    calls[0].done(summary);
    await answered();
    expect(kept.size).toBe(0);
  });

  it.each([
    ['a link, which is fetched anew', linkA, 'link', { kind: 'opening', name: 'a b.zip' }],
    ['a file, which is asked for', { kind: 'upload', sha256, name: 'my.zip' }, 'upload', { kind: 'wanted', name: 'my.zip', sha256 }],
  ] as const)('gives up a damaged copy of %s', async (_, address, damagedCopy, then) => {
    const { opener, calls, kept } = setUp();
    kept.set(address.kind === 'link' ? address.url : sha256, copyOf(sha256, 'my.zip', [{ name: 'my.zip', blob: new Blob(['{']) }]));
    opener.show(address, [1]);
    await answered();
    calls[0].fail(new UserError({ code: 'corrupt', message: 'Broken.', advice: 'Fetch it again.' }));
    await answered();
    expect(opener.getState()).toMatchObject({ kind: 'failed', damagedCopy });
    opener.retry();
    expect(opener.getState()).toMatchObject(then);
    expect(kept.size).toBe(0);
    expect(calls.slice(1).map(({ source, options }) => [source, options.members])).toEqual(address.kind === 'link' ? [[address, [1]]] : []);
  });

  it('keeps a copy that is whole but for which there is no room', async () => {
    const { opener, calls, kept } = setUp();
    kept.set(linkA.url, copyOf(sha256, 'my.zip', [{ name: 'my.zip', blob: new Blob(['{}']) }]));
    opener.show(linkA);
    await answered();
    calls[0].fail(new UserError({ code: 'too-large', message: 'Too large.', advice: '' }));
    await answered();
    expect(opener.getState()).toMatchObject({ kind: 'failed', damagedCopy: null });
    opener.raiseLimit();
    expect([calls[1].source, kept.size]).toMatchObject([{ kind: 'file', name: 'my.zip' }, 1]);
  });
});
