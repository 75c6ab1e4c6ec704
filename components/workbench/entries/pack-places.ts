import type { OpenedPack } from '@/lib/engine/pack-shapes';
import type { ViewState } from '@/lib/url/view-state';
import { sharedState } from '@/components/ui/shared-state';
import { UNKNOWN_SHA256 } from '@/components/workbench/dataset-opener';

/** Where the events of a dataset stand in the events of a pack. */
export interface PackPlaces {
  /** The SHA-256 of the dataset, as entries name it. */
  readonly of: string;
  /** That of the pack's events. */
  readonly here: string;
  /** Lines of the pack's one file, by '<member>:<line>' of the dataset. */
  readonly lines: ReadonlyMap<string, number>;
}

/** Of the pack that was opened last in this visit. */
export const packPlaces = sharedState<PackPlaces | null>(null);

/** `here`: the SHA-256 of the pack's events, which are on screen. */
export function takePackPlaces({ manifest, contents }: OpenedPack, here: string | null): void {
  if (here === null || contents === null) return;
  // A pack with pseudonyms does not tell the dataset, nor do its entries.
  packPlaces.set({ of: manifest.dataset.sha256 ?? UNKNOWN_SHA256, here, lines: new Map(contents.places.map(([member, line], at) => [`${member}:${line}`, at + 1])) });
}

/** The same events in the pack; null where it does not hold all of them. */
export function rowInPack(row: ViewState['row'], { lines }: PackPlaces): ViewState['row'] | null {
  const found = row.flatMap(({ member, line }) => lines.get(`${member}:${line}`) ?? []);
  return found.length < row.length ? null : found.sort((a, b) => a - b).map((line) => ({ member: 0, line }));
}
