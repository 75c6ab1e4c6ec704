import { starred, withItem, withoutItem, type Story, type StoryItem } from './story';

/** What a star is set on. */
export interface Starrable extends Pick<StoryItem, 'label' | 'millis'> {
  readonly address: string;
}

/** A star taken away by mistake would take its words along: an entry with words is removed in the story, where that can be undone. */
export function hasWords({ note, tags }: StoryItem): boolean {
  return note !== '' || tags.length > 0;
}

/** The story with the star set or taken away, and what to say of it. */
export function toggledStar(story: Story, starrable: Starrable): { readonly story: Story; readonly said: string } {
  const item = starred(story, starrable.address);
  if (item && hasWords(item)) return { story, said: 'It has a note or tags: remove it in the story' };
  if (item) return { story: withoutItem(story, item.id), said: 'Taken out of the story' };
  const longer = withItem(story, starrable);
  return { story: longer, said: longer === story ? 'The story is full' : 'Added to the story' };
}

/** The tags of what is starred, by address, as text: 'IPC$, lateral movement'. */
export function starsByAddress(story: Story): ReadonlyMap<string, string> {
  return new Map(story.flatMap(({ address, tags }) => (address === null ? [] : [[address, tags.join(', ')] as const])));
}
