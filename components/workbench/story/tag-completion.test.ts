import { describe, expect, it } from 'vitest';
import { completedTags, tagCompletions, tagCounts } from './tag-completion';

const used = ['lateral movement', 'IPC$', 'impact', 'initial access'];

describe('completes the tag that is being written', () => {
  it.each([
    ['', used],
    ['i', ['IPC$', 'impact', 'initial access']],
    ['IPC$, i', ['impact', 'initial access']],
    ['move', ['lateral movement']],
    ['impact', []],
    ['x', []],
  ])('%j', (text, tags) => {
    expect(tagCompletions(text, used)).toEqual(tags);
  });
});

it.each([
  ['', 'IPC$', 'IPC$, '],
  ['ip', 'IPC$', 'IPC$, '],
  ['a,b , ip', 'IPC$', 'a,b , IPC$, '],
])('%j with %j is %j', (text, tag, completed) => {
  expect(completedTags(text, tag)).toBe(completed);
});

it('counts tags, the most used first, then by name', () => {
  const story = [['b', 'a'], ['b'], []].map((tags, i) => ({ id: String(i), address: `v=1&event=0.${i + 1}`, label: '', millis: null, note: '', tags }));
  expect(tagCounts(story)).toEqual([{ tag: 'b', entries: 2 }, { tag: 'a', entries: 1 }]);
});
