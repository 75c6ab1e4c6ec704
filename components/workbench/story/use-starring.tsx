import { useState } from 'react';
import { trackBusy } from '@/components/ui/busy';
import type { RowStarring } from '@/components/ui/data-table/row-starring';
import type { MenuEntry } from '@/components/ui/menu';
import { toggledStar, type Starrable } from './starring';
import { starred } from './story';
import { TagDialog } from './tag-dialog';
import { changeStory, useStory } from './use-story';

export interface Starring {
  readonly starring: RowStarring;
  /** What a row's menu offers. */
  readonly entriesOf: (row: number) => readonly MenuEntry[];
}

/** Stars and tags for the rows of a list: which have a star, and what a row is to the story. */
export function useStarring(rows: RowStarring['starred'], starrableOf: (row: number) => Promise<Starrable | null>): Starring {
  const { isRead } = useStory();
  const [tagged, setTagged] = useState<string | null>(null);
  const onStar = async (row: number) => {
    const starrable = await starrableOf(row);
    let words = '';
    if (starrable) {
      changeStory((now) => {
        const { story, said } = toggledStar(now, starrable);
        words = said;
        return story;
      });
    }
    return words;
  };
  const tag = async (row: number) => {
    const starrable = await starrableOf(row);
    if (!starrable) return;
    changeStory((now) => (starred(now, starrable.address) ? now : toggledStar(now, starrable).story));
    setTagged(starrable.address);
  };
  // What the engine does not answer is not starred; its crash is told by the workbench.
  const onTag = (row: number) => void trackBusy(tag(row).catch(() => undefined));
  const entriesOf = (row: number): readonly MenuEntry[] => [
    {
      kind: 'action',
      label: rows.has(row) ? 'Take out of the story' : 'Add to the story',
      hint: 's',
      disabled: !isRead || (rows.get(row) ?? '') !== '',
      onSelect: () => void trackBusy(onStar(row).catch(() => undefined)),
    },
    { kind: 'action', label: 'Tag…', hint: 't', disabled: !isRead, onSelect: () => onTag(row) },
  ];
  const dialog = tagged !== null && <TagDialog address={tagged} onClose={() => setTagged(null)} />;
  return { starring: { starred: rows, onStar, onTag, dialog }, entriesOf };
}
