import { LONGEST_TAG, type Story } from './story';

const MOST_SHOWN = 8;

/** The tags of a story, those of most entries first. */
export function tagCounts(story: Story): readonly { readonly tag: string; readonly entries: number }[] {
  const counts = new Map<string, number>();
  for (const tag of story.flatMap(({ tags }) => tags)) counts.set(tag, (counts.get(tag) ?? 0) + 1);
  return [...counts].map(([tag, entries]) => ({ tag, entries })).sort((a, b) => b.entries - a.entries || (a.tag < b.tag ? -1 : 1));
}

/** Tags used so far that could be meant by what stands after the last comma: those that begin so, then those that hold it. */
export function tagCompletions(text: string, used: readonly string[]): readonly string[] {
  const parts = text.split(',').map((part) => part.trim());
  const begun = (parts.pop() ?? '').toLowerCase();
  const free = used.filter((tag) => !parts.includes(tag) && tag.toLowerCase() !== begun);
  const [first, rest] = [free.filter((tag) => tag.toLowerCase().startsWith(begun)), free.filter((tag) => tag.toLowerCase().indexOf(begun) > 0)];
  return [...first, ...rest].slice(0, MOST_SHOWN);
}

/** The text with a tag in place of what stands after the last comma, ready for the next. */
export function completedTags(text: string, tag: string): string {
  const before = text.slice(0, text.lastIndexOf(',') + 1).trim();
  return `${before === '' ? '' : `${before} `}${tag.slice(0, LONGEST_TAG)}, `;
}
