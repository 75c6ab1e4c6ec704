import { encodeViewState } from '@/lib/url/encode-view-state';
import { emptyViewState, type ViewState } from '@/lib/url/view-state';

/** One entry of a story: what was starred with what was noted on it, or a paragraph of its own. */
export interface StoryItem {
  /** The address; of a paragraph a text of its own, by which two tabs and a file know it again. */
  readonly id: string;
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
export const LONGEST_ID = 40;

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
  const id = item.address ?? newId();
  return [...story, { ...item, label: item.label.slice(0, LONGEST_LABEL), id, note: '', tags: [] }];
}

/** crypto.randomUUID is only there on https pages. */
function newId(): string {
  return `${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`;
}

export function withoutItem(story: Story, id: string): Story {
  return story.filter((item) => item.id !== id);
}

/** A removed entry at its place again; as it was where it is there. */
export function withItemBack(story: Story, item: StoryItem, place: number): Story {
  return story.some(({ id }) => id === item.id) ? story : [...story.slice(0, place), item, ...story.slice(place)];
}

export function changedItem(story: Story, id: string, change: Partial<Pick<StoryItem, 'note' | 'tags'>>): Story {
  return story.map((item) => (item.id === id ? { ...item, ...change } : item));
}

/** With the entry at another place, from 0; places beyond an end mean that end. */
export function movedItem(story: Story, id: string, to: number): Story {
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

/** The other story's entries after one's own; what is in both keeps its place, with both notes and all tags. */
export function mergedStories(own: Story, other: Story): Story {
  let merged = own;
  for (const item of other) {
    const mine = own.find(({ id, address, note }) => id === item.id || (address === null && item.address === null && note === item.note));
    if (mine) merged = changedItem(merged, mine.id, { note: bothNotes(mine.note, item.note), tags: [...new Set([...mine.tags, ...item.tags])].slice(0, MOST_TAGS) });
    else if (merged.length < MOST_ITEMS) merged = [...merged, item];
  }
  return merged;
}

export function bothNotes(mine: string, theirs: string): string {
  if (mine === theirs || theirs === '') return mine;
  return (mine === '' ? theirs : `${mine}\n\n${theirs}`).slice(0, LONGEST_NOTE);
}

/** 'lateral movement, IPC$' as tags: trimmed, each once, within the bounds. */
export function tagsOf(text: string): readonly string[] {
  const tags = text.split(',').map((tag) => tag.trim().slice(0, LONGEST_TAG)).filter((tag) => tag !== '');
  return [...new Set(tags)].slice(0, MOST_TAGS);
}
