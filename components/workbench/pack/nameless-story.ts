import { decodeViewState } from '@/lib/url/decode-view-state';
import { targetAddress, type Story, type StoryItem } from '@/components/workbench/story/story';

/**
 * For a pack with pseudonyms: addresses write some signs of a name in letters of their own, so that a name in one would not be found. Events
 * and rows of the hunt stand by their places; of a session or a row of a query only the words stay, in which names are replaced.
 */
export function namelessStory(story: Story): Story {
  const taken = new Set<string>();
  return story.map((item, i) => {
    const address = item.address === null ? null : placeOf(item.address);
    // A story has each address once: the same row of another hunt stays as words, too.
    if (address !== null && !taken.has(address)) {
      taken.add(address);
      return { ...item, id: address, address };
    }
    return item.address === null ? item : asWords(item, i);
  });
}

function placeOf(address: string): string | null {
  const { event, section, analytic, reading, query, row, hunt } = decodeViewState(address).state;
  if (event) return targetAddress({ event });
  return row.length > 0 && query === null ? targetAddress({ hunt: hunt?.kind === 'shipped' ? hunt : null, section, analytic, reading, query, row }) : null;
}

function asWords(item: StoryItem, number: number): StoryItem {
  return { ...item, id: `pack ${number + 1}`, address: null, label: '', note: [item.label, item.note].filter((text) => text !== '').join('\n\n') };
}
