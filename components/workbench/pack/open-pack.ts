import type { OpenedPack } from '@/lib/engine/pack-shapes';
import { sharedState } from '@/components/ui/shared-state';
import type { ShownFailure } from '@/components/workbench/failure';

/* Which of the two dialogs is open; at most one. */

export type PackState =
  /** `analytic`: of which the choice begins with; null: the whole hunt. */
  | { readonly kind: 'making'; readonly analytic: string | null }
  | { readonly kind: 'opened'; readonly name: string; readonly pack: OpenedPack }
  | { readonly kind: 'failed'; readonly name: string; readonly failure: ShownFailure };

export const packState = sharedState<PackState | null>(null);
/** The notes of a pack that was opened, until its dataset is. */
let waiting: OpenedPack | null = null;

export function makePack(analytic: string | null): void {
  packState.set({ kind: 'making', analytic });
}

export function showPack(name: string, pack: OpenedPack): void {
  waiting = pack;
  packState.set({ kind: 'opened', name, pack });
}

export function showPackFailure(name: string, failure: ShownFailure): void {
  packState.set({ kind: 'failed', name, failure });
}

/** The pack whose events are the dataset of this name, and whose hunt has that one, once. */
export function takeWaiting(dataset: string, hunt: string): OpenedPack | null {
  const taken = waiting?.contents?.events?.name === dataset && waiting.contents.hunt.name === hunt ? waiting : null;
  if (taken) waiting = null;
  return taken;
}
