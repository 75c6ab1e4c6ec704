import { useEffect } from 'react';
import { readBaseline } from '@/lib/base/baseline-file';
import { adding } from '@/components/workbench/baseline/marks';
import { changeMarks, useMarks } from '@/components/workbench/baseline/use-marks';
import { mergedStories } from '@/components/workbench/story/story';
import { changeStory, useStory } from '@/components/workbench/story/use-story';
import { takeWaiting } from './open-pack';
import { storyOfPack } from './story-of-pack';

/** Takes the notes and the marks of a pack up once its events are the dataset on screen. */
export function usePackNotes(): void {
  const story = useStory();
  const marks = useMarks();
  const { name } = story.dataset;
  const isReady = story.isRead && marks.isRead && marks.dataset.name === name;
  useEffect(() => {
    const contents = isReady ? (takeWaiting(name)?.contents ?? null) : null;
    if (contents === null) return;
    const notes = storyOfPack(contents);
    if (notes) changeStory((now) => mergedStories(now, notes));
    const baseline = contents.baseline === null ? null : readBaseline(contents.baseline);
    if (baseline?.ok) changeMarks(adding(baseline.value.marks));
  }, [name, isReady]);
}
