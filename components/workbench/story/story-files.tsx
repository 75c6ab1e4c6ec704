'use client';

import { trackBusy } from '@/components/ui/busy';
import { Button } from '@/components/ui/button';
import { CopyButton } from '@/components/ui/copy-button';
import { countText } from '@/components/ui/format';
import { saveFile } from '@/components/ui/save-file';
import { FileButton } from '@/components/workbench/file-button';
import { useTimeZone } from '@/components/workbench/time-zone-context';
import { mergedStories, type Story } from './story';
import { LONGEST_FILE, readStory, STORY_PROBLEMS, writeStory, type StoryDataset } from './story-file';
import { storyMarkdown } from './story-markdown';
import { changeStory } from './use-story';

interface StoryFilesProps {
  readonly dataset: StoryDataset;
  readonly story: Story;
  /** What came of it. */
  readonly onSaid: (words: string) => void;
}

/** Takes the story to a file and back. */
export function StoryFiles({ dataset, story, onSaid }: StoryFilesProps) {
  const zone = useTimeZone();
  const take = async (file: File) => {
    const read = file.size > LONGEST_FILE ? ({ ok: false, error: 'too-large' } as const) : readStory(await file.text());
    if (!read.ok) {
      onSaid(STORY_PROBLEMS[read.error]);
      return;
    }
    const { dataset: of, story: taken } = read.value;
    if (dataset.sha256 !== null && of.sha256 !== null && of.sha256 !== dataset.sha256) {
      onSaid(`That story is about another dataset, ${of.name}. Open that dataset first.`);
      return;
    }
    changeStory((now) => mergedStories(now, taken));
    onSaid(`${countText(taken.length, 'entry', 'entries')} imported`);
  };
  return (
    <div className="flex flex-wrap gap-2">
      <FileButton label="Story file" accept=".json,application/json" onFiles={(files) => files.forEach((file) => void trackBusy(take(file)))}>
        Import
      </FileButton>
      <Button disabled={story.length === 0} onClick={() => saveFile(`${dataset.name.replace(/\.[^.]*$/, '')}.story.json`, 'application/json', writeStory({ dataset, story }))}>
        Export
      </Button>
      {story.length > 0 && <CopyButton wide label="Copy as Markdown" text={storyMarkdown({ dataset, story }, zone)} />}
    </div>
  );
}
