import { baselineId } from '@/lib/base/baseline';
import { writeBaseline } from '@/lib/base/baseline-file';
import { UTC } from '@/lib/base/time-zone';
import type { PackRequest } from '@/lib/engine/pack-shapes';
import type { PseudonymChoice } from '@/lib/engine/pseudonym-shapes';
import { decodeViewState } from '@/lib/url/decode-view-state';
import { encodeViewState } from '@/lib/url/encode-view-state';
import { emptyViewState } from '@/lib/url/view-state';
import { APP_VERSION, type HuntAtWork } from '@/components/workbench/share/hunt-at-work';
import { linkToShare } from '@/components/workbench/share/link-to-share';
import type { MarksState } from '@/components/workbench/baseline/marks-store';
import { writeStory } from '@/components/workbench/story/story-file';
import type { StoryState } from '@/components/workbench/story/story-store';
import { namelessStory } from './nameless-story';
import { notedEvents } from './noted-events';

/** What was chosen to go into a pack; null: left out. */
export interface PackChoice {
  readonly analytic: string | null;
  readonly notes: Pick<StoryState, 'dataset' | 'story'> | null;
  readonly marks: Pick<MarksState, 'dataset' | 'marks'> | null;
  readonly answerKey: string | null;
  /** Null: names stay. */
  readonly pseudonyms: readonly PseudonymChoice[] | null;
}

export async function packRequest({ engine, document: { file } }: HuntAtWork, { analytic, notes, marks, answerKey, pseudonyms }: PackChoice): Promise<PackRequest> {
  const story = notes?.story ?? [];
  return {
    analytic,
    hunt: { name: file.name, text: file.text, sha256: file.sha256 },
    app: APP_VERSION,
    link: pseudonyms ? placeInHunt() : (await linkToShare()).href,
    notes: notes && writeStory({ ...notes, story: pseudonyms ? namelessStory(notes.story) : notes.story }),
    baseline: marks && writeBaseline({ dataset: marks.dataset, zone: UTC, rows: await markedRows(engine, marks.marks), marks: marks.marks }),
    answerKey,
    noted: notedEvents(story),
    told: story.map(({ label, note, tags }) => ({ label, note, tags })),
    pseudonyms: pseudonyms ?? undefined,
  };
}

/** Where the view is within the hunt. The rest of a link names the dataset and what is in it. */
function placeInHunt(): string {
  const { hunt, section, analytic, reading, row } = decodeViewState(location.hash).state;
  return `#${encodeViewState({ ...emptyViewState, hunt: hunt?.kind === 'shipped' ? hunt : null, section, analytic, reading, row })}`;
}

/** What the marks are about, as the dataset tells it. */
async function markedRows(engine: HuntAtWork['engine'], marks: MarksState['marks']) {
  const marked = new Set(marks.map(baselineId));
  return (await engine.baseline({ zone: UTC })).rows.filter((row) => marked.has(baselineId(row)));
}
