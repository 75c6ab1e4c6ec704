'use client';

import { useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
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
  const dialog = useRef<HTMLDialogElement>(null);
  const close = () => dialog.current?.close();
  useEffect(() => {
    // The browser gives the focus back to where it was when the dialog closes.
    if (dialog.current?.open === false) dialog.current.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      aria-label="Tags"
      onClose={onClose}
      onClick={(event) => event.target === event.currentTarget && close()}
      className="mx-auto mb-auto mt-[12dvh] w-[min(28rem,calc(100vw-1rem))] overflow-visible rounded-lg border border-line bg-raised p-0 text-ink shadow-pop backdrop:bg-[rgb(0_0_0/0.35)]"
    >
      <div className="flex flex-col gap-3 p-4">
        <h2 className="truncate text-sm font-medium" title={item.label}>
          Tags of {item.label}
        </h2>
        <TagsField item={item} className={`${FIELD} h-8`} autoFocus onEnter={close} />
        <Button className="self-end" onClick={close}>
          Done
        </Button>
      </div>
    </dialog>
  );
}
