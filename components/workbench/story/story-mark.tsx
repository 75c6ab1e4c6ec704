'use client';

import { Button } from '@/components/ui/button';
import { StarIcon, StarredIcon } from '@/components/ui/icons';
import { NoteFields } from './note-fields';
import { starred, targetAddress, withItem, withoutItem, type StoryTarget } from './story';
import { changeStory, useStory } from './use-story';

interface StoryMarkProps {
  readonly target: StoryTarget;
  /** What the story calls it. */
  readonly label: string;
  readonly millis: number | null;
}

/** Stars what a pane shows; once it is starred, its note and tags. */
export function StoryMark({ target, label, millis }: StoryMarkProps) {
  const { story, isRead } = useStory();
  const address = targetAddress(target);
  const item = starred(story, address);
  const toggle = () => changeStory((now) => (item ? withoutItem(now, item.id) : withItem(now, { address, label, millis })));
  // A star taken away by mistake would take the words with it: those are removed in the story, where that can be undone.
  const hasWords = item !== null && (item.note !== '' || item.tags.length > 0);
  return (
    <section aria-label="Story" className="flex flex-col items-start gap-2 border-b border-line px-4 py-2">
      {hasWords ? (
        <p className="flex h-7 items-center gap-1.5 text-xs text-accent">
          <StarredIcon />
          In the story
        </p>
      ) : (
        <Button look="quiet" aria-pressed={item !== null} disabled={!isRead} onClick={toggle} className="-ml-2.5 aria-pressed:text-accent">
          {item ? <StarredIcon /> : <StarIcon />}
          {item ? 'In the story' : 'Add to the story'}
        </Button>
      )}
      {item && <NoteFields item={item} />}
    </section>
  );
}
