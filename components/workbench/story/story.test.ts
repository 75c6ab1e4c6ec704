import { describe, expect, it } from 'vitest';
import { emptyViewState } from '@/lib/url/view-state';
import { changedItem, mergedStories, movedItem, sortedByTime, starred, tagsOf, targetAddress, withItem, withItemBack, withoutItem, type Story, type StoryItem } from './story';

const event = (line: number) => `v=1&event=0.${line}`;
const item = (line: number, more: Partial<StoryItem> = {}): StoryItem => ({ id: event(line), address: event(line), label: `event ${line}`, millis: null, note: '', tags: [], ...more });
const order = (story: Story) => story.map(({ label }) => Number(label.slice('event '.length)));

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
  const one = withItem([], { address: event(1), label: 'share', millis: 5 });
  const two = withItem(withItem(one, { address: null, label: '', millis: null }), { address: null, label: '', millis: null });
  expect(two).toMatchObject([item(1, { label: 'share', millis: 5 }), { address: null, note: '' }, { address: null, note: '' }]);
  expect(new Set(two.map(({ id }) => id)).size).toBe(3);
  expect(starred(changedItem(two, event(1), { note: 'first' }), event(1))?.note).toBe('first');
  expect(starred(withoutItem(two, event(1)), event(1))).toBeNull();
});

it('puts a removed entry back at its place, once', () => {
  const story = [item(1), item(2), item(3)];
  const back = withItemBack(withoutItem(story, event(2)), item(2), 1);
  expect(back).toEqual(story);
  expect(withItemBack(back, item(2), 0)).toBe(back);
});

describe('moving', () => {
  const story = [item(1), item(2), item(3)];
  it.each([
    [1, 1, [2, 1, 3]],
    [1, 9, [2, 3, 1]],
    [3, -1, [3, 1, 2]],
    [2, 1, [1, 2, 3]],
    [7, 0, [1, 2, 3]],
  ])('%i to place %i', (line, to, moved) => {
    expect(order(movedItem(story, event(line), to))).toEqual(moved);
  });
});

it('sorts by time; a paragraph stays behind what it followed', () => {
  expect(order(sortedByTime([item(1), item(2, { millis: 30 }), item(3), item(4, { millis: 10 }), item(5, { millis: 30 })]))).toEqual([1, 4, 2, 3, 5]);
});

it('merges by what is starred, and paragraphs by what they are or say', () => {
  const paragraph = (id: string, note: string) => item(0, { id, address: null, label: '', note });
  const own = [item(1, { note: 'mine', tags: ['a'] }), item(2), paragraph('p', 'It began'), paragraph('q', 'then')];
  const other = [item(9, { note: 'new' }), item(1, { note: 'theirs', tags: ['a', 'b'] }), paragraph('p', 'here.'), paragraph('x', 'then'), paragraph('y', 'It ends.')];
  expect(mergedStories(own, other)).toEqual([
    item(1, { note: 'mine\n\ntheirs', tags: ['a', 'b'] }),
    item(2),
    paragraph('p', 'It began\n\nhere.'),
    paragraph('q', 'then'),
    item(9, { note: 'new' }),
    paragraph('y', 'It ends.'),
  ]);
  expect(mergedStories(own, own)).toEqual(own);
});

it('reads tags', () => {
  expect(tagsOf(' lateral movement, IPC$,, IPC$ ')).toEqual(['lateral movement', 'IPC$']);
});
