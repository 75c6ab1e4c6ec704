'use client';

import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { countText } from '@/components/ui/format';
import { Panel } from '@/components/ui/panel';
import type { ViewState } from '@/lib/url/view-state';
import type { ViewNavigation } from '@/components/workbench/use-view-state';
import { movedItem, sortedByTime, withItem, withItemBack, withoutItem, type StoryItem } from './story';
import { StoryEntry } from './story-entry';
import { StoryFiles } from './story-files';
import { TagFilter } from './tag-filter';
import { changeStory, useStory } from './use-story';

interface StorySectionProps {
  readonly view: ViewState;
  readonly go: ViewNavigation['go'];
}

/** The section "Story": what was starred, in the viewer's own order, with notes. */
export function StorySection({ view, go }: StorySectionProps) {
  const { story, dataset, isRead, isKept } = useStory();
  const [said, setSaid] = useState('');
  /** The entry that was removed last, and where it stood. */
  const [removed, setRemoved] = useState<{ readonly item: StoryItem; readonly place: number } | null>(null);
  const [tag, setTag] = useState<string | null>(null);
  const undo = useRef<HTMLButtonElement>(null);

  // A tag that no entry has any more filters nothing.
  const shown = story.filter(({ tags }) => tag === null || tags.includes(tag));
  const listed = shown.length === 0 ? story : shown;
  /** To where the entry before or after it on screen stands. */
  const move = (item: StoryItem, by: -1 | 1) => {
    const other = listed[listed.indexOf(item) + by];
    const place = story.indexOf(other ?? item);
    changeStory((now) => movedItem(now, item.id, place));
    setSaid(`Entry ${place + 1} of ${story.length}`);
  };
  const remove = (item: StoryItem) => {
    setRemoved({ item, place: story.indexOf(item) });
    changeStory((now) => withoutItem(now, item.id));
    setSaid('Entry removed');
    requestAnimationFrame(() => undo.current?.focus());
  };
  return (
    <div className="flex min-w-0 flex-col gap-3 p-4">
      <header className="flex flex-wrap items-center justify-between gap-x-6 gap-y-2">
        <h2 tabIndex={-1} className="rounded-sm text-xl font-semibold tracking-tight">
          Story
        </h2>
        <StoryFiles dataset={dataset} story={story} onSaid={setSaid} />
      </header>
      <p className="max-w-[72ch] text-sm text-ink-2">
        {isKept
          ? 'Kept in this browser with the dataset’s SHA-256, and sent nowhere. Export it to take it elsewhere.'
          : dataset.sha256 === null
            ? 'Kept until you leave the page: over http a browser computes no SHA-256 to keep it under. Export it to keep it.'
            : 'This browser does not keep it: it lasts until you leave the page. Export it to keep it.'}
      </p>
      <div className="flex flex-wrap items-center gap-2">
        <Button disabled={!isRead} onClick={() => changeStory((now) => withItem(now, { address: null, label: '', millis: null }))}>
          Add a paragraph
        </Button>
        <Button disabled={story.length < 2} onClick={() => changeStory(sortedByTime)}>
          Sort by time
        </Button>
        {removed && (
          <Button
            ref={undo}
            onClick={() => {
              changeStory((now) => withItemBack(now, removed.item, removed.place));
              setRemoved(null);
              setSaid('Entry is back');
            }}
          >
            Undo the removal
          </Button>
        )}
        <span role="status" className="text-xs text-ink-2">
          {said}
        </span>
      </div>
      <TagFilter story={story} tag={shown.length === 0 ? null : tag} onTag={setTag} />
      <Panel label="Entries">
        {story.length === 0 && isRead && (
          <EmptyState title="Nothing starred yet">Open an event, a session or a result row and choose “Add to the story”; or begin with a paragraph.</EmptyState>
        )}
        {story.length > 0 && (
          <ol aria-label={countText(listed.length, 'entry', 'entries')}>
            {listed.map((item, i) => (
              <StoryEntry
                key={item.id}
                item={item}
                place={story.indexOf(item)}
                isFirst={i === 0}
                isLast={i === listed.length - 1}
                view={view}
                go={go}
                onMove={(by) => move(item, by)}
                onDropped={(id) => changeStory((now) => movedItem(now, id, now.findIndex((other) => other.id === item.id)))}
                onRemove={() => remove(item)}
              />
            ))}
          </ol>
        )}
      </Panel>
    </div>
  );
}
