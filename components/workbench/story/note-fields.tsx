'use client';

import { useId, useState } from 'react';
import { changedItem, LONGEST_NOTE, tagsOf, type StoryItem } from './story';
import { changeStory } from './use-story';

const FIELD = 'w-full rounded-[5px] border border-edge bg-surface px-2 py-1 text-sm text-ink placeholder:text-ink-3';

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
      {item.address !== null && <TagsField key={item.tags.join()} item={item} id={`${id}-tags`} />}
    </div>
  );
}

/** Tags are read when the field is left: until then a comma may be on its way. */
function TagsField({ item, id }: { readonly item: StoryItem; readonly id: string }) {
  const [text, setText] = useState(item.tags.join(', '));
  const keep = () => changeStory((story) => (tagsOf(text).join() === item.tags.join() ? story : changedItem(story, item.id, { tags: tagsOf(text) })));
  return (
    <>
      <label className="sr-only" htmlFor={id}>
        Tags
      </label>
      <input
        id={id}
        autoComplete="off"
        placeholder="Tags, with commas between"
        value={text}
        onChange={({ target }) => setText(target.value)}
        onBlur={keep}
        onKeyDown={(event) => event.key === 'Enter' && keep()}
        className={`${FIELD} h-7`}
      />
    </>
  );
}
