'use client';

import { useId, useMemo, useState, type KeyboardEvent } from 'react';
import { classNames } from '@/components/ui/class-names';
import { changedItem, tagsOf, type StoryItem } from './story';
import { completedTags, tagCompletions, tagCounts } from './tag-completion';
import { changeStory, useStory } from './use-story';

interface TagsFieldProps {
  readonly item: StoryItem;
  readonly className: string;
  readonly autoFocus?: boolean;
  /** Enter was pressed, and the tags are kept. */
  readonly onEnter?: () => void;
}

/** The tags of an entry, with those used so far to choose from. They are read when the field is left: until then a comma may be on its way. */
export function TagsField({ item, className, autoFocus, onEnter }: TagsFieldProps) {
  const id = useId();
  const { story } = useStory();
  const [text, setText] = useState(item.tags.join(', '));
  const [isOpen, setOpen] = useState(false);
  /** Of the choices; -1: none, what was typed counts. */
  const [chosen, setChosen] = useState(-1);
  const used = useMemo(() => tagCounts(story).map(({ tag }) => tag), [story]);
  const choices = isOpen ? tagCompletions(text, used) : [];

  const type = (to: string) => {
    setText(to);
    setOpen(true);
    setChosen(-1);
  };
  const keep = () => {
    const tags = tagsOf(text);
    setOpen(false);
    if (tags.join() !== item.tags.join()) changeStory((now) => changedItem(now, item.id, { tags }));
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0 && !event.altKey) {
      event.preventDefault();
      setOpen(true);
      // Round, with the text itself between the last choice and the first.
      const count = tagCompletions(text, used).length + 1;
      setChosen(((chosen + 1 + step + count) % count) - 1);
    } else if (event.key === 'Escape' && isOpen && choices.length > 0) {
      // Closes the choices, and not what the field stands in.
      event.preventDefault();
      event.stopPropagation();
      setOpen(false);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (choices[chosen] !== undefined) type(completedTags(text, choices[chosen]));
      else {
        keep();
        onEnter?.();
      }
    }
  };
  return (
    <div className="relative w-full">
      <label className="sr-only" htmlFor={id}>
        Tags
      </label>
      <input
        id={id}
        role="combobox"
        aria-expanded={choices.length > 0}
        aria-controls={`${id}-choices`}
        aria-activedescendant={choices[chosen] === undefined ? undefined : `${id}-${chosen}`}
        aria-autocomplete="list"
        autoComplete="off"
        autoFocus={autoFocus}
        placeholder="Tags, with commas between"
        value={text}
        onChange={({ target }) => type(target.value)}
        onFocus={() => setOpen(true)}
        onBlur={keep}
        onKeyDown={onKeyDown}
        className={className}
      />
      <ul
        id={`${id}-choices`}
        role="listbox"
        aria-label="Tags used so far"
        hidden={choices.length === 0}
        className="absolute inset-x-0 top-full z-20 mt-0.5 max-h-48 overflow-auto rounded-md border border-line bg-raised py-1 text-sm shadow-pop"
      >
        {choices.map((tag, i) => (
          <li
            key={tag}
            id={`${id}-${i}`}
            role="option"
            aria-selected={i === chosen}
            // Before the field loses the focus, and with it the choices.
            onMouseDown={(event) => {
              event.preventDefault();
              type(completedTags(text, tag));
            }}
            className={classNames('cursor-default truncate px-2 py-1', i === chosen ? 'bg-selected' : 'hover:bg-sunken')}
          >
            {tag}
          </li>
        ))}
      </ul>
    </div>
  );
}
