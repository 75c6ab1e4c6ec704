'use client';

import { useEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import type { Engine } from '@/lib/engine/engine';
import { readDataset, writeDataset } from '@/lib/url/dataset-address';
import { readPlaces, writePlaces } from '@/lib/url/member-places';
import { emptyViewState } from '@/lib/url/view-state';
import type { DatasetAddress, HuntAddress } from '@/lib/url/view-state';
import { useBusy } from '@/components/ui/busy';
import { DatasetOpener, type Dataset } from './dataset-opener';
import { viewOfDataset, viewOfFile } from './dataset-view';
import { keptFiles } from './use-kept-files';
import { sampleLink } from './page-files';
import type { ViewNavigation } from './use-view-state';

export interface DatasetControl {
  readonly dataset: Dataset;
  readonly openFiles: (files: readonly File[]) => void;
  /** The hunt that is open stays where none is given. */
  readonly openAddress: (address: DatasetAddress, hunt?: HuntAddress) => void;
  /** Leaves an opening or a failure for what was open before. */
  readonly leave: () => void;
  readonly retry: () => void;
  /** Downloads the open link in place of this device's copy of it. */
  readonly fetchAgain: () => void;
  /** Allows archives to inflate to more, and tries again. */
  readonly raiseLimit: () => void;
  /** Opens the same dataset with all its members. */
  readonly openWhole: () => void;
  readonly close: () => void;
}

const NOTHING: Dataset = { kind: 'none' };
const never = () => () => undefined;
const nothing = () => NOTHING;

/** Opens what the view names. */
export function useDataset(engine: Engine | null, { view, go, adjust }: ViewNavigation): DatasetControl {
  const opener = useMemo(
    () => engine && new DatasetOpener(engine, { sampleLink, kept: keptFiles, onFileOpen: (address, members) => go((now) => viewOfFile(now, address, members)) }),
    [engine, go],
  );
  const dataset = useSyncExternalStore(opener?.subscribe ?? never, opener?.getState ?? nothing, nothing);
  useBusy(dataset.kind === 'opening' || opener === null);

  // As text, so that a change of anything else in the view does not count.
  const named = view?.dataset ? writeDataset(view.dataset) : null;
  const places = view?.members ? writePlaces(view.members) : null;
  const isKnown = view !== null;
  useEffect(() => {
    if (isKnown) opener?.show(named === null ? null : readDataset(named), places === null ? null : readPlaces(places));
  }, [opener, isKnown, named, places]);

  // For whoever closes a dataset to look for the next.
  const lastCatalogue = useRef(emptyViewState.catalogue);
  useEffect(() => {
    if (view !== null && view.dataset === null) lastCatalogue.current = view.catalogue;
  }, [view]);

  return useMemo(() => {
    const openAddress = (to: DatasetAddress | null, hunt?: HuntAddress) => go((now) => viewOfDataset(now, to, hunt));
    return {
      dataset,
      openFiles: (files) => opener?.openFiles(files),
      openAddress,
      leave: () => {
        const back = opener?.leave() ?? null;
        // The address still names it where a file was being opened: nothing of the view is lost.
        if ((back && writeDataset(back.address)) !== named) openAddress(back?.address ?? null);
        if (back) adjust({ members: back.members });
      },
      raiseLimit: () => opener?.raiseLimit(),
      retry: () => opener?.retry(),
      fetchAgain: () => opener?.fetchAgain(),
      openWhole: () => go({ members: null }),
      close: () => go((now) => ({ ...emptyViewState, theme: now.theme, size: now.size, zone: now.zone, catalogue: lastCatalogue.current })),
    };
  }, [dataset, opener, go, adjust, named]);
}
