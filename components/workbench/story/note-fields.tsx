'use client';

import { useId } from 'react';
import { changedItem, LONGEST_NOTE, type StoryItem } from './story';
import { TagsField } from './tags-field';
import { changeStory } from './use-story';

export const FIELD = 'w-full rounded border border-edge bg-surface px-2 py-1 text-sm text-ink placeholder:text-ink-3';

/** The note and the tags of an entry. */
export function NoteFields({ item }: { readonly item: StoryItem }) {
  const id = useId();
  const lines = Math.min(12, Math.max(2, item.note.split('\n').length));
  return (
    <div className="flex w-full max-w-[72ch] flex-col gap-1.5">
      <label className="sr-only" htmlFor={`${id}-note`}>
        Note
      </label>
      <textarea
        id={`${id}-note`}
        rows={lines}
        maxLength={LONGEST_NOTE}
        placeholder="What it tells"
        value={item.note}
        onChange={({ target }) => changeStory((story) => changedItem(story, item.id, { note: target.value }))}
        className={`${FIELD} resize-y`}
      />
      {item.address !== null && <TagsField key={item.tags.join()} item={item} className={`${FIELD} h-7`} />}
    </div>
  );
}
