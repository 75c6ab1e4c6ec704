'use client';

import { useCallback, useEffect, useRef, useState } from 'react';
import type { DatasetSummary } from '@/lib/engine/engine';
import type { Dataset } from '@/components/workbench/dataset-opener';
import { keepAnswerKey, type GivenKey } from './answer-keys';
import { placeKey, type KeyPlace } from './key-places';

interface GivenKeys {
  /** What became of the keys that were given last, for the viewer. */
  readonly places: readonly KeyPlace[];
  /** `withDataset`: given together with the files of a dataset, which is then their own. */
  readonly give: (keys: readonly GivenKey[], withDataset: boolean) => void;
}

const NONE: readonly KeyPlace[] = [];

/** Keeps answer keys for the datasets that they are of; one that names none is of the dataset that it was given with, or to. */
export function useGivenKeys(dataset: Dataset): GivenKeys {
  /** `of`: what was said belongs to what was on screen. */
  const [said, setSaid] = useState<{ readonly of: DatasetSummary | null; readonly places: readonly KeyPlace[] }>({ of: null, places: NONE });
  /** Given with a dataset that is not open yet; `before`: the one that was on screen. */
  const waiting = useRef<{ readonly keys: readonly GivenKey[]; readonly before: DatasetSummary | null } | null>(null);
  const open = useRef<Dataset>(dataset);

  useEffect(() => {
    open.current = dataset;
    const waits = waiting.current;
    if (waits === null || (dataset.kind !== 'open' && dataset.kind !== 'none')) return;
    waiting.current = null;
    // The opening was left for what was open before it.
    if (dataset.kind !== 'open' || dataset.summary === waits.before) return;
    const { sha256 } = dataset.summary;
    setSaid({ of: dataset.summary, places: waits.keys.map((key) => kept(placeKey(key, { sha256 }), key)) });
  }, [dataset]);

  const give = useCallback((keys: readonly GivenKey[], withDataset: boolean) => {
    const { current } = open;
    const onScreen = current.kind === 'open' ? current.summary : null;
    // Those that name another dataset are kept in any case.
    const places = keys.map((key) => (withDataset && key.dataset === null ? null : kept(placeKey(key, withDataset ? null : onScreen), key)));
    waiting.current = withDataset && keys.length > 0 ? { keys, before: onScreen } : null;
    setSaid({ of: onScreen, places: withDataset ? NONE : places.filter((place) => place !== null) });
  }, []);
  return { places: said.of === (dataset.kind === 'open' ? dataset.summary : null) ? said.places : NONE, give };
}

function kept(place: KeyPlace, { text }: GivenKey): KeyPlace {
  if (place.dataset !== null) keepAnswerKey(place.dataset, text);
  return place;
}
