import { describe, expect, it } from 'vitest';
import { UserError } from '@/lib/base/user-error';
import type { DatasetAddress } from '@/lib/url/view-state';
import { answered, linkA, sample, setUp, sha256, summary } from './dataset-opener.test-support';

const cancelled = new UserError({ code: 'cancelled', message: 'Cancelled.', advice: '' });
const broken = new UserError({ code: 'corrupt', message: 'Broken.', advice: 'Fetch it again.' });

describe('DatasetOpener', () => {
  it('opens what the address names, once', async () => {
    const { opener, calls } = setUp();
    opener.show(linkA);
    opener.show(linkA);
    await answered();
    expect(opener.getState()).toMatchObject({ kind: 'opening', name: 'a b.zip', progress: null });
    calls[0].done(summary);
    await answered();
    opener.show(linkA);
    await answered();
    expect(calls.length).toBe(1);
    expect(opener.getState()).toEqual({ kind: 'open', opening: 1, address: linkA, members: null, summary, insteadOf: null, keptAt: null, notKept: null });
  });

  it('tells of an opening, by its number, once the engine has been asked', async () => {
    const { opener, calls } = setUp();
    const heard: unknown[] = [];
    opener.subscribe(() => {
      const state = opener.getState();
      heard.push(['opening' in state && state.opening, calls.length]);
    });
    opener.show(linkA);
    await answered();
    calls[0].done(summary);
    await answered();
    opener.show(sample);
    opener.leave();
    expect(heard).toEqual([[null, 0], [1, 1], [1, 1], [2, 2], [1, 2]]);
  });

  it('opens several files as one dataset, and none as nothing', async () => {
    const { opener, calls, named } = setUp();
    opener.openFiles([]);
    opener.openFiles([new File(['{}'], 'a.json'), new File(['{}'], 'b.json')]);
    expect(calls.map(({ source }) => source)).toMatchObject([{ kind: 'files', files: [{ name: 'a.json' }, { name: 'b.json' }] }]);
    calls[0].done(summary);
    await answered();
    expect(named).toEqual([{ kind: 'upload', sha256, name: '2 files' }]);
  });

  it('names a file by its digest once it is read, and does not read it again for that', async () => {
    const { opener, calls, named } = setUp();
    opener.openFile(new File(['{}'], 'my.zip'));
    calls[0].done(summary);
    await answered();
    expect(named).toEqual([{ kind: 'upload', sha256, name: 'my.zip' }]);
    opener.show(named[0]);
    expect(calls.length).toBe(1);
  });

  it('asks for a file that it never had', async () => {
    const { opener, calls } = setUp();
    opener.show({ kind: 'upload', sha256, name: 'theirs.zip' });
    await answered();
    expect([opener.getState(), calls.length]).toEqual([{ kind: 'wanted', name: 'theirs.zip', sha256 }, 0]);
  });

  it.each([
    ['the file that was asked for', sha256, null],
    ['another file', 'cd'.repeat(32), 'theirs.zip'],
  ])('tells %s', async (_, wanted, insteadOf) => {
    const { opener, calls } = setUp();
    opener.show({ kind: 'upload', sha256: wanted, name: 'theirs.zip' });
    await answered();
    opener.openFile(new File(['{}'], 'my.zip'));
    calls[0].done(summary);
    await answered();
    expect(opener.getState()).toMatchObject({ kind: 'open', insteadOf });
  });

  it('lets only the last opening tell', async () => {
    const { opener, calls } = setUp();
    opener.show(linkA);
    await answered();
    opener.show(sample);
    expect(calls[0].options.signal?.aborted).toBe(true);
    calls[0].fail(cancelled);
    calls[0].options.onProgress?.({ phase: 'read', bytes: 1, totalBytes: null, events: 1 });
    await answered();
    expect(opener.getState()).toMatchObject({ kind: 'opening', name: 'The sample', progress: null });
  });

  it('goes back to the open dataset after a cancelled opening', async () => {
    const { opener, calls } = setUp();
    opener.show(sample);
    calls[0].done(summary);
    await answered();
    opener.show(linkA);
    await answered();
    expect(opener.leave()).toMatchObject({ address: sample, members: null });
    opener.show(sample);
    expect([opener.getState().kind, calls.length]).toEqual(['open', 2]);
  });

  it('goes back to nothing where nothing was open', async () => {
    const { opener } = setUp();
    opener.show(linkA);
    await answered();
    expect([opener.leave(), opener.getState()]).toEqual([null, { kind: 'none' }]);
  });

  it('asks for the file again after one that did not open', async () => {
    const { opener, calls } = setUp();
    const theirs: DatasetAddress = { kind: 'upload', sha256, name: 'theirs.zip' };
    opener.show(theirs);
    await answered();
    opener.openFile(new File(['{}'], 'my.zip'));
    calls[0].fail(broken);
    await answered();
    expect([opener.leave(), opener.getState()]).toEqual([{ address: theirs, members: null }, { kind: 'wanted', name: 'theirs.zip', sha256 }]);
  });

  it('tells a failure and tries the same again', async () => {
    const { opener, calls } = setUp();
    opener.show(linkA);
    await answered();
    calls[0].fail(broken);
    await answered();
    expect(opener.getState()).toEqual({ kind: 'failed', name: 'a b.zip', failure: broken.failure, raisedLimit: null, damagedCopy: null });
    opener.retry();
    expect(calls[1].source).toEqual({ kind: 'link', url: linkA.url });
  });

  it('reads again with other members of the same dataset, and goes back to those that were read', async () => {
    const { opener, calls } = setUp();
    opener.show(linkA);
    await answered();
    calls[0].done(summary);
    await answered();
    opener.show(linkA, [0, 2]);
    await answered();
    expect(calls[1].options.members).toEqual([0, 2]);
    expect(opener.leave()).toMatchObject({ address: linkA, members: null });
    opener.show(linkA, [1]);
    await answered();
    calls[2].done(summary);
    await answered();
    opener.show(linkA, [1]);
    await answered();
    expect(opener.getState()).toMatchObject({ kind: 'open', address: linkA, members: [1] });
    expect(calls.length).toBe(3);
  });

  it('reads of a file that was asked for only the members that were asked for', async () => {
    const { opener, calls } = setUp();
    opener.show({ kind: 'upload', sha256, name: 'theirs.zip' }, [1]);
    await answered();
    opener.openFile(new File(['{}'], 'theirs.zip'));
    expect(calls[0].options.members).toEqual([1]);
    opener.openFile(new File(['{}'], 'mine.zip'));
    expect(calls[1].options.members).toBeUndefined();
  });

  it('offers twice the limit that was hit, and allows it from then on', async () => {
    const { opener, calls } = setUp();
    opener.show(linkA);
    await answered();
    expect(calls[0].options.maxBytes).toBe(8 * 2 ** 30);
    calls[0].fail(new UserError({ code: 'too-large', message: 'Too large.', advice: '' }));
    await answered();
    expect(opener.getState()).toMatchObject({ kind: 'failed', raisedLimit: 16 * 2 ** 30 });
    opener.raiseLimit();
    expect(opener.getState()).toMatchObject({ kind: 'opening', maxBytes: 16 * 2 ** 30 });
    opener.show(sample);
    expect(calls.map(({ options }) => options.maxBytes)).toEqual([8 * 2 ** 30, 16 * 2 ** 30, 16 * 2 ** 30]);
  });

  it('stops an opening when the address names nothing any more', async () => {
    const { opener, calls } = setUp();
    opener.show(linkA);
    await answered();
    opener.show(null);
    expect([calls[0].options.signal?.aborted, opener.getState().kind]).toEqual([true, 'none']);
  });
});
