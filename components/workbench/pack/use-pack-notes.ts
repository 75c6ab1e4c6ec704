import { useEffect } from 'react';
import { readBaseline } from '@/lib/base/baseline-file';
import { adding } from '@/components/workbench/baseline/marks';
import { changeMarks, useMarks } from '@/components/workbench/baseline/use-marks';
import type { OpenHunt } from '@/components/workbench/hunt-opener';
import { mergedStories } from '@/components/workbench/story/story';
import { changeStory, useStory } from '@/components/workbench/story/use-story';
import type { ViewNavigation } from '@/components/workbench/use-view-state';
import { takePackPlaces } from '@/components/workbench/entries/pack-places';
import { landingOf, viewOfPack } from './landing';
import { takeWaiting } from './open-pack';
import { storyOfPack } from './story-of-pack';

/** Takes the notes and the marks of a pack up once its events and its hunt are on screen, and shows what it is about. */
export function usePackNotes({ address, file }: OpenHunt, adjust: ViewNavigation['adjust']): void {
  const story = useStory();
  const marks = useMarks();
  const { name, sha256 } = story.dataset;
  const isReady = story.isRead && marks.isRead && marks.dataset.name === name && address.kind === 'upload';
  useEffect(() => {
    const pack = isReady ? takeWaiting(name, file.name) : null;
    const contents = pack?.contents ?? null;
    if (pack === null || contents === null) return;
    takePackPlaces(pack, sha256);
    const notes = storyOfPack(contents, { there: viewOfPack(pack.manifest).hunt, here: address });
    if (notes) changeStory((now) => mergedStories(now, notes));
    const baseline = contents.baseline === null ? null : readBaseline(contents.baseline);
    if (baseline?.ok) changeMarks(adding(baseline.value.marks));
    adjust(landingOf(pack));
  }, [name, sha256, address, file.name, isReady, adjust]);
}
