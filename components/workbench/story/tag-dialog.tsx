'use client';

import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { FIELD } from './note-fields';
import { starred, type StoryItem } from './story';
import { TagsField } from './tags-field';
import { useStory } from './use-story';

interface TagDialogProps {
  /** Of a starred thing. */
  readonly address: string;
  readonly onClose: () => void;
}

/** The tags of what is starred in a list, over the page. */
export function TagDialog({ address, onClose }: TagDialogProps) {
  const item = starred(useStory().story, address);
  return item && <OpenDialog item={item} onClose={onClose} />;
}

function OpenDialog({ item, onClose }: Pick<TagDialogProps, 'onClose'> & { readonly item: StoryItem }) {
  return (
    <Dialog label="Tags" isOpen onClose={onClose} className="w-[min(28rem,calc(100vw-1rem))] overflow-visible p-0">
      {(close) => (
        <div className="flex flex-col gap-3 p-4">
          <h2 className="truncate text-sm font-medium" title={item.label}>
            Tags of {item.label}
          </h2>
          <TagsField item={item} className={`${FIELD} h-8`} autoFocus onEnter={close} />
          <Button className="self-end" onClick={close}>
            Done
          </Button>
        </div>
      )}
    </Dialog>
  );
}
