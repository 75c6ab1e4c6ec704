'use client';

import { Button } from '@/components/ui/button';
import { StarIcon, StarredIcon } from '@/components/ui/icons';
import { NoteFields } from './note-fields';
import { hasWords, toggledStar, type Starrable } from './starring';
import { starred } from './story';
import { changeStory, useStory } from './use-story';

/** Stars what a pane shows; once it is starred, its note and tags. */
export function StoryMark({ of }: { readonly of: Starrable }) {
  const { story, isRead } = useStory();
  const item = starred(story, of.address);
  return (
    <section aria-label="Story" className="flex flex-col items-start gap-2 border-b border-line px-4 py-2">
      {item && hasWords(item) ? (
        <p className="flex h-7 items-center gap-1.5 text-xs text-accent">
          <StarredIcon />
          In the story
        </p>
      ) : (
        <Button look="quiet" aria-pressed={item !== null} disabled={!isRead} onClick={() => changeStory((now) => toggledStar(now, of).story)} className="-ml-2.5 aria-pressed:text-accent">
          {item ? <StarredIcon /> : <StarIcon />}
          {item ? 'In the story' : 'Add to the story'}
        </Button>
      )}
      {item && <NoteFields item={item} />}
    </section>
  );
}
