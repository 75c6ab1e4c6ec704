import { useMemo } from 'react';
import { Button } from '@/components/ui/button';
import type { Story } from './story';
import { tagCounts } from './tag-completion';

interface TagFilterProps {
  readonly story: Story;
  /** The only one whose entries are shown; null: all entries are. */
  readonly tag: string | null;
  readonly onTag: (tag: string | null) => void;
}

/** The tags of the story, to show only the entries of one. */
export function TagFilter({ story, tag, onTag }: TagFilterProps) {
  const counts = useMemo(() => tagCounts(story), [story]);
  if (counts.length === 0) return null;
  return (
    <ul aria-label="Only entries with the tag" className="flex max-h-24 flex-wrap gap-1.5 overflow-y-auto">
      {counts.map((each) => (
        <li key={each.tag} className="max-w-full">
          <Button aria-pressed={each.tag === tag} onClick={() => onTag(each.tag === tag ? null : each.tag)} className="max-w-full aria-pressed:border-accent aria-pressed:bg-selected">
            <span className="truncate">{each.tag}</span>
            <span className="tabular text-ink-2">{each.entries.toLocaleString('en')}</span>
          </Button>
        </li>
      ))}
    </ul>
  );
}
