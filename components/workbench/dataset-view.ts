import { writeHunt } from '@/lib/url/hunt-address';
import { emptyViewState, type DatasetAddress, type HuntAddress, type ViewState } from '@/lib/url/view-state';

/* The view of another dataset: what was on screen belongs to the one that is left, how it is shown does not. A lesson is on a hunt, so who takes it goes on. */

/** `hunt`: that which is run over it; left out: the one that is open. */
export function viewOfDataset(now: ViewState, dataset: DatasetAddress | null, hunt?: HuntAddress): ViewState {
  const isSameHunt = hunt === undefined || now.hunt === null || writeHunt(hunt) === writeHunt(now.hunt);
  const { isStudent } = now.lesson;
  const lesson = isSameHunt && dataset !== null ? { section: now.section === 'lesson' ? now.section : emptyViewState.section, lesson: { ...emptyViewState.lesson, isStudent } } : null;
  return { ...emptyViewState, ...lesson, theme: now.theme, size: now.size, zone: now.zone, dataset, hunt: hunt ?? now.hunt };
}

/** The view that a link gave stays where this is the file that it named. */
export function viewOfFile(now: ViewState, dataset: DatasetAddress, members: ViewState['members']): ViewState {
  const isNamed = now.dataset?.kind === 'upload' && dataset.kind === 'upload' && now.dataset.sha256 === dataset.sha256;
  return isNamed ? { ...now, dataset, members } : viewOfDataset(now, dataset);
}
