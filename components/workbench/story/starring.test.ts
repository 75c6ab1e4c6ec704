import { expect, it } from 'vitest';
import { starsByAddress, toggledStar } from './starring';
import { changedItem, MOST_ITEMS, withItem, type Story } from './story';

const event = (line: number) => ({ address: `v=1&event=0.${line}`, label: `event ${line}`, millis: null });

it('sets a star, and takes it away', () => {
  const { story } = toggledStar([], event(1));
  expect(story.map(({ address }) => address)).toEqual(['v=1&event=0.1']);
  expect(toggledStar(story, event(1))).toEqual({ story: [], said: 'Taken out of the story' });
});

it.each([{ note: 'Here it began.' }, { tags: ['IPC$'] }])('keeps an entry with words: %j', (words) => {
  const story = changedItem(toggledStar([], event(1)).story, event(1).address, words);
  expect(toggledStar(story, event(1)).story.map(({ address }) => address)).toEqual(['v=1&event=0.1']);
});

it('says that a full story takes no more', () => {
  let full: Story = [];
  for (let line = 1; line <= MOST_ITEMS; line++) full = withItem(full, event(line));
  expect(toggledStar(full, event(MOST_ITEMS + 1))).toEqual({ story: full, said: 'The story is full' });
});

it('tells the tags of what is starred', () => {
  const story = withItem(withItem([], event(1)), { address: null, label: '', millis: null });
  const tagged = changedItem(story, story[0].id, { tags: ['IPC$', 'lateral movement'] });
  expect([...starsByAddress(tagged)]).toEqual([['v=1&event=0.1', 'IPC$, lateral movement']]);
});
