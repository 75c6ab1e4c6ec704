import { encodeViewState } from '@/lib/url/encode-view-state';
import { emptyViewState, type ViewState } from '@/lib/url/view-state';

/** One entry of a story: what was starred with what was noted on it, or a paragraph of its own. */
export interface StoryItem {
  /** Differs within the story; not kept. */
  readonly id: number;
  /** The view that shows the event, session or row, as `targetAddress` writes it; null: a paragraph. */
  readonly address: string | null;
  /** What it was called when it was starred; '' for a paragraph. */
  readonly label: string;
  /** When it happened, in milliseconds since 1970; null where that is not known. */
  readonly millis: number | null;
  readonly note: string;
  readonly tags: readonly string[];
}

export type Story = readonly StoryItem[];

export type StoryTarget =
  | Pick<ViewState, 'event'>
  | Pick<ViewState, 'session'>
  /** Of a reading of a hunt; of a query with section 'query'. */
  | Pick<ViewState, 'hunt' | 'section' | 'analytic' | 'reading' | 'query' | 'row'>;

/** Bounds of what is kept and imported; a story that somebody tells is far below. */
export const MOST_ITEMS = 1_000;
export const LONGEST_NOTE = 20_000;
export const LONGEST_LABEL = 1_000;
export const MOST_TAGS = 30;
export const LONGEST_TAG = 60;

/** The one address of a target: two are the same where these are equal. */
export function targetAddress(target: StoryTarget): string {
  return encodeViewState({ ...emptyViewState, ...target });
}

export function starred(story: Story, address: string): StoryItem | null {
  return story.find((item) => item.address === address) ?? null;
}

/** With one more entry, at the end; as it was where it is full. */
export function withItem(story: Story, item: Pick<StoryItem, 'address' | 'label' | 'millis'>): Story {
  if (story.length >= MOST_ITEMS) return story;
  const id = story.reduce((most, other) => Math.max(most, other.id), 0) + 1;
  return [...story, { ...item, label: item.label.slice(0, LONGEST_LABEL), id, note: '', tags: [] }];
}

export function withoutItem(story: Story, id: number): Story {
  return story.filter((item) => item.id !== id);
}

export function changedItem(story: Story, id: number, change: Partial<Pick<StoryItem, 'note' | 'tags'>>): Story {
  return story.map((item) => (item.id === id ? { ...item, ...change } : item));
}

/** With the entry at another place, from 0; places beyond an end mean that end. */
export function movedItem(story: Story, id: number, to: number): Story {
  const item = story.find((other) => other.id === id);
  if (!item) return story;
  const rest = withoutItem(story, id);
  const place = Math.max(0, Math.min(rest.length, to));
  return [...rest.slice(0, place), item, ...rest.slice(place)];
}

/** In the order of time; entries without one stay behind what they followed. */
export function sortedByTime(story: Story): Story {
  let last = -Infinity;
  const keyed = story.map((item) => ({ item, key: (last = item.millis ?? last) }));
  return keyed.sort((a, b) => (a.key === b.key ? 0 : a.key - b.key)).map(({ item }) => item);
}

/** The other story's entries after one's own; a target that is in both keeps its place, with both notes and all tags. */
export function mergedStories(own: Story, other: Story): Story {
  let merged = own;
  for (const item of other) {
    const mine = item.address === null ? own.find(({ address, note }) => address === null && note === item.note) : starred(own, item.address);
    if (mine) {
      const note = mine.note === item.note || item.note === '' ? mine.note : mine.note === '' ? item.note : `${mine.note}\n\n${item.note}`;
      merged = changedItem(merged, mine.id, { note: note.slice(0, LONGEST_NOTE), tags: [...new Set([...mine.tags, ...item.tags])].slice(0, MOST_TAGS) });
    } else {
      const longer = withItem(merged, item);
      merged = longer === merged ? merged : changedItem(longer, longer[longer.length - 1].id, { note: item.note, tags: item.tags });
    }
  }
  return merged;
}

/** 'lateral movement, IPC$' as tags: trimmed, each once, within the bounds. */
export function tagsOf(text: string): readonly string[] {
  const tags = text.split(',').map((tag) => tag.trim().slice(0, LONGEST_TAG)).filter((tag) => tag !== '');
  return [...new Set(tags)].slice(0, MOST_TAGS);
}
