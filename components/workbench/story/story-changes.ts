import { bothNotes, MOST_ITEMS, MOST_TAGS, type Story, type StoryItem } from './story';

/**
 * One story of two tabs' changes since they had the same: `mine` is written now, so that where both changed the same words, it is the
 * later. What one removed and the other left alone is gone; what one removed and the other changed stays. The order is mine where I moved
 * an entry, else theirs; what only the other has stands behind what it stands behind there, and behind what else was added there.
 *
 *   base A B C   mine A C (B removed)   theirs C A B D (moved, D added)   gives C A D
 */
export function mergedChanges(base: Story, mine: Story, theirs: Story): Story {
  const [before, here, there] = [base, mine, theirs].map((story) => new Map(story.map((item) => [item.id, item])));
  const merged = new Map<string, StoryItem>();
  for (const id of new Set([...here.keys(), ...there.keys()])) {
    const item = mergedItem(before.get(id), here.get(id), there.get(id));
    if (item) merged.set(id, item);
  }
  const [frame, other] = isMoved(base, mine) ? [mine, theirs] : [theirs, mine];
  const order = frame.flatMap(({ id }) => (merged.has(id) ? [id] : []));
  let last = -1;
  for (const { id } of other) {
    if (!merged.has(id)) continue;
    const place = order.indexOf(id);
    if (place >= 0) last = place;
    else {
      do last += 1;
      while (last < order.length && !before.has(order[last]));
      order.splice(last, 0, id);
    }
  }
  return order.flatMap((id) => merged.get(id) ?? []).slice(0, MOST_ITEMS);
}

export function isSameStory(one: Story, other: Story): boolean {
  return one.length === other.length && one.every((item, i) => item.id === other[i].id && isSame(item, other[i]));
}

function mergedItem(before: StoryItem | undefined, mine: StoryItem | undefined, theirs: StoryItem | undefined): StoryItem | null {
  if (mine && theirs) {
    if (isSame(mine, theirs)) return mine;
    const note = before === undefined ? bothNotes(mine.note, theirs.note) : mine.note === before.note ? theirs.note : mine.note;
    const [lost, gained] = [without(before?.tags ?? [], mine.tags), without(mine.tags, before?.tags ?? [])];
    return { ...mine, note, tags: [...new Set([...without(theirs.tags, lost), ...gained])].slice(0, MOST_TAGS) };
  }
  const only = mine ?? theirs;
  if (!only) return null;
  const isRemoved = before !== undefined && isSame(before, only);
  return isRemoved ? null : only;
}

function isSame(one: StoryItem, other: StoryItem): boolean {
  return one.note === other.note && one.tags.join('\n') === other.tags.join('\n');
}

function without(some: readonly string[], others: readonly string[]): readonly string[] {
  return some.filter((each) => !others.includes(each));
}

/** Whether what is in both stands in another order. */
function isMoved(base: Story, mine: Story): boolean {
  const kept = (of: Story, by: Story) => of.map(({ id }) => id).filter((id) => by.some((other) => other.id === id));
  return kept(base, mine).join('\n') !== kept(mine, base).join('\n');
}
