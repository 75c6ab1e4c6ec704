import { describe, expect, it } from 'vitest';
import { MOST_ITEMS, type Story, type StoryItem } from './story';
import { isSameStory, mergedChanges } from './story-changes';

/** 'A B:note C#tag#tag' as entries, by their names. */
function story(text: string): Story {
  return text.split(' ').filter((part) => part !== '').map((part): StoryItem => {
    const [, id, note, tags] = /^(\w+)(?::(\w+))?((?:#\w+)*)$/.exec(part) ?? [];
    return { id, address: null, label: '', millis: null, note: note ?? '', tags: tags === '' ? [] : tags.slice(1).split('#') };
  });
}

const written = (of: Story) => of.map(({ id, note, tags }) => `${id}${note === '' ? '' : `:${note}`}${tags.map((tag) => `#${tag}`).join('')}`).join(' ');

describe('two tabs change one story', () => {
  it.each([
    ['nothing', 'A B', 'A B', 'A B', 'A B'],
    ['they add', 'A', 'A', 'A B', 'A B'],
    ['both add', 'A', 'A B', 'A C', 'A C B'],
    ['they add in the middle', 'A B', 'A B C', 'A D B', 'A D B C'],
    ['both add at the beginning', 'A', 'B A', 'C A', 'C B A'],
    ['both add several', 'A B', 'A D E B', 'A C B F', 'A C D E B F'],
    ['I remove', 'A B', 'B', 'A B', 'B'],
    ['they remove', 'A B', 'A B', 'B', 'B'],
    ['both remove', 'A B', 'A', 'A', 'A'],
    ['I remove what they note', 'A B', 'B', 'A:x B', 'A:x B'],
    ['they remove what I note', 'A B', 'A:x B', 'B', 'A:x B'],
    ['both note different entries', 'A B', 'A:x B', 'A B:y', 'A:x B:y'],
    ['both note the same entry', 'A', 'A:x', 'A:y', 'A:x'],
    ['one notes what the other tags', 'A', 'A:x', 'A#t', 'A:x#t'],
    ['both tag', 'A#a#b', 'A#a#c', 'A#a#b#d', 'A#a#d#c'],
    ['both star the same', '', 'A:x#a', 'A:y#b', 'A:x\n\ny#b#a'],
    ['I move', 'A B C', 'C A B', 'A B C', 'C A B'],
    ['they move', 'A B C', 'A B C', 'C A B', 'C A B'],
    ['both move', 'A B C', 'C A B', 'B A C', 'C A B'],
    ['I remove, they move and add', 'A B C', 'A C', 'C A B D', 'C A D'],
    ['all is removed there, I add', 'A B', 'A B C', '', 'C'],
  ])('%s', (_, base, mine, theirs, merged) => {
    expect(written(mergedChanges(story(base), story(mine), story(theirs)))).toBe(merged);
  });
});

it('comes to rest: what was merged, merged again, is the same', () => {
  const [base, mine, theirs] = ['A B C', 'C A:x D', 'B A:y E C'].map(story);
  const merged = mergedChanges(base, mine, theirs);
  // I have written it, so it is what both had the same; they take it up.
  expect(isSameStory(mergedChanges(theirs, theirs, merged), merged)).toBe(true);
  expect(isSameStory(mergedChanges(merged, merged, merged), merged)).toBe(true);
});

it('stays within what a file may hold', () => {
  const many = (letter: string) => story(Array.from({ length: MOST_ITEMS }, (_, i) => `${letter}${i}`).join(' '));
  expect(mergedChanges([], many('a'), many('b'))).toHaveLength(MOST_ITEMS);
});
