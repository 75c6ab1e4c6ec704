'use client';

import { useRef, type KeyboardEvent, type MouseEvent } from 'react';
import { IconButton } from '@/components/ui/button';
import { classNames } from '@/components/ui/class-names';
import { CloseIcon, DownIcon, UpIcon } from '@/components/ui/icons';
import { useDropTarget } from '@/components/ui/use-drop-target';
import { encodeViewState } from '@/lib/url/encode-view-state';
import type { ViewState } from '@/lib/url/view-state';
import { momentText } from '@/components/workbench/drill-down/time-text';
import { useTimeZone } from '@/components/workbench/time-zone-context';
import type { ViewNavigation } from '@/components/workbench/use-view-state';
import { NoteFields } from './note-fields';
import type { StoryItem } from './story';
import { storyView } from './story-view';

interface StoryEntryProps {
  readonly item: StoryItem;
  /** From 0. */
  readonly place: number;
  /** Of those on screen. */
  readonly isFirst: boolean;
  readonly isLast: boolean;
  readonly view: ViewState;
  readonly go: ViewNavigation['go'];
  readonly onMove: (by: -1 | 1) => void;
  /** Another entry was dropped here. */
  readonly onDropped: (id: string) => void;
  readonly onRemove: () => void;
}

const DRAG_TYPE = 'application/x-story-entry';

/** One entry: its words, and moving it by buttons, by Alt with the arrows, or by dragging its number. */
export function StoryEntry({ item, place, isFirst, isLast, view, go, onMove, onDropped, onRemove }: StoryEntryProps) {
  const entry = useRef<HTMLLIElement>(null);
  const { isTarget, handlers } = useDropTarget(DRAG_TYPE, onDropped);
  const name = `entry ${place + 1}`;

  const move = (by: -1 | 1) => {
    const focused = document.activeElement;
    onMove(by);
    // To move an element takes the focus from what is in it.
    requestAnimationFrame(() => {
      if (focused instanceof HTMLElement && entry.current?.contains(focused)) focused.focus();
      entry.current?.scrollIntoView({ block: 'nearest' });
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
    event.preventDefault();
    move(event.key === 'ArrowUp' ? -1 : 1);
  };
  return (
    <li
      ref={entry}
      onKeyDown={onKeyDown}
      {...handlers}
      className={classNames('grid grid-cols-[2.5rem_minmax(0,1fr)_auto] gap-x-2 border-b border-line py-2.5 pr-2 last:border-b-0', isTarget && 'bg-selected')}
    >
      <span
        draggable
        title="Drag to move"
        onDragStart={(event) => {
          event.dataTransfer.setData(DRAG_TYPE, item.id);
          event.dataTransfer.effectAllowed = 'move';
        }}
        className="tabular cursor-grab pt-0.5 text-right text-xs text-ink-3"
      >
        {place + 1}
      </span>
      <div className="flex min-w-0 flex-col gap-1.5">
        {item.address !== null && <Target address={item.address} item={item} view={view} go={go} />}
        <NoteFields item={item} />
      </div>
      <div className="flex flex-col sm:flex-row">
        <IconButton label={`Move ${name} up`} aria-disabled={isFirst} onClick={() => move(-1)} className="aria-disabled:opacity-50">
          <UpIcon />
        </IconButton>
        <IconButton label={`Move ${name} down`} aria-disabled={isLast} onClick={() => move(1)} className="aria-disabled:opacity-50">
          <DownIcon />
        </IconButton>
        <IconButton label={`Remove ${name}`} onClick={onRemove}>
          <CloseIcon />
        </IconButton>
      </div>
    </li>
  );
}

function Target({ address, item, view, go }: { readonly address: string } & Pick<StoryEntryProps, 'item' | 'view' | 'go'>) {
  const zone = useTimeZone();
  const { kind, change } = storyView(address);
  const onClick = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    go(change);
  };
  return (
    <p className="text-sm">
      <a href={`#${encodeViewState({ ...view, ...change })}`} onClick={onClick} className="rounded-sm text-accent underline decoration-1 underline-offset-2 hover:decoration-2">
        {kind}: {item.label === '' ? address : item.label}
      </a>
      {item.millis !== null && <span className="tabular block font-mono text-xs text-ink-2">{momentText({ time: null, millis: item.millis }, zone)}</span>}
    </p>
  );
}
