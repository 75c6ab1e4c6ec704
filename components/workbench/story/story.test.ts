import { describe, expect, it } from 'vitest';
import { emptyViewState } from '@/lib/url/view-state';
import { changedItem, mergedStories, movedItem, sortedByTime, starred, tagsOf, targetAddress, withItem, withoutItem, type Story, type StoryItem } from './story';

const item = (id: number, more: Partial<StoryItem> = {}): StoryItem => ({ id, address: `v=1&event=0.${id}`, label: `event ${id}`, millis: null, note: '', tags: [], ...more });
const ids = (story: Story) => story.map(({ id }) => id);

describe('what is starred is known by its address', () => {
  const session = { host: 'WORKSTATION6', logonId: '0x4e13b2e', boot: 1 };
  const { hunt, query } = emptyViewState;
  it.each([
    [{ event: { member: 0, line: 12 } }, 'v=1&event=0.12'],
    [{ session }, 'v=1&session=0x4e13b2e.1@WORKSTATION6'],
    [{ hunt, section: 'analytics' as const, analytic: 'IV', reading: 'sql' as const, query, row: [{ member: 0, line: 2 }, { member: 0, line: 9 }] }, 'v=1&analytic=IV&reading=sql&row=0.2,0.9'],
  ])('%j', (target, address) => {
    expect(targetAddress(target)).toBe(address);
  });
});

it('stars, unstars and notes', () => {
  const one = withItem([], { address: 'v=1&event=0.1', label: 'share', millis: 5 });
  const two = withItem(one, { address: null, label: '', millis: null });
  expect(two).toEqual([item(1, { address: 'v=1&event=0.1', label: 'share', millis: 5 }), item(2, { address: null, label: '' })]);
  expect(starred(changedItem(two, 1, { note: 'first' }), 'v=1&event=0.1')?.note).toBe('first');
  expect(starred(withoutItem(two, 1), 'v=1&event=0.1')).toBeNull();
});

describe('moving', () => {
  const story = [item(1), item(2), item(3)];
  it.each([
    [1, 1, [2, 1, 3]],
    [1, 9, [2, 3, 1]],
    [3, -1, [3, 1, 2]],
    [2, 1, [1, 2, 3]],
    [7, 0, [1, 2, 3]],
  ])('%i to place %i', (id, to, order) => {
    expect(ids(movedItem(story, id, to))).toEqual(order);
  });
});

it('sorts by time; a paragraph stays behind what it followed', () => {
  expect(ids(sortedByTime([item(1), item(2, { millis: 30 }), item(3), item(4, { millis: 10 }), item(5, { millis: 30 })]))).toEqual([1, 4, 2, 3, 5]);
});

it('merges by what is starred', () => {
  const own = [item(1, { note: 'mine', tags: ['a'] }), item(2)];
  const other = [item(1, { address: 'v=1&event=0.9', note: 'new' }), item(2, { address: 'v=1&event=0.1', note: 'theirs', tags: ['a', 'b'] })];
  const merged = mergedStories(own, other);
  expect(merged).toEqual([item(1, { note: 'mine\n\ntheirs', tags: ['a', 'b'] }), item(2), item(3, { address: 'v=1&event=0.9', label: 'event 1', note: 'new' })]);
  expect(mergedStories(own, own)).toEqual(own);
});

it('reads tags', () => {
  expect(tagsOf(' lateral movement, IPC$,, IPC$ ')).toEqual(['lateral movement', 'IPC$']);
});
