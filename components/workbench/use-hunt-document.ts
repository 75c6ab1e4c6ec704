'use client';

import { useEffect, useMemo, useSyncExternalStore } from 'react';
import type { Engine } from '@/lib/engine/engine';
import type { NamedFile } from '@/lib/ingest/source';
import { readHunt, writeHunt } from '@/lib/url/hunt-address';
import type { HuntAddress, ViewState } from '@/lib/url/view-state';
import { trackBusy, useBusy } from '@/components/ui/busy';
import { HuntOpener, type HuntState } from './hunt-opener';
import { huntDocument } from './page-files';
import { keptHunts } from './use-kept-hunts';
import type { ViewNavigation } from './use-view-state';

export interface HuntControl {
  readonly hunt: HuntState;
  readonly openFile: (file: NamedFile) => void;
  /** Runs another hunt over what is open; null: the first that we ship. */
  readonly choose: (address: HuntAddress | null) => void;
  readonly retry: () => void;
  /** Leaves a document that could not be opened for what was open before. */
  readonly leave: () => void;
}

const NOT_YET: HuntState = { kind: 'opening', name: '' };
const never = () => () => undefined;
const notYet = () => NOT_YET;

/** Opens the hunt that the view names, `first` where it names none, and makes the engine ready for it. */
export function useHuntDocument(engine: Engine | null, { view, go }: ViewNavigation, first: string): HuntControl {
  const opener = useMemo(
    () => engine && new HuntOpener(engine, { shipped: huntDocument, kept: keptHunts, onFileOpen: (address) => go((now) => viewOfHunt(now, address)) }),
    [engine, go],
  );
  const hunt = useSyncExternalStore(opener?.subscribe ?? never, opener?.getState ?? notYet, notYet);
  useBusy(hunt.kind === 'opening');

  // As text, so that a change of anything else in the view does not count.
  const named = view && writeHunt(view.hunt ?? { kind: 'shipped', id: first });
  useEffect(() => {
    const address = named === null ? null : readHunt(named);
    if (address) opener?.show(address);
  }, [opener, named]);

  const text = hunt.kind === 'open' ? hunt.file.text : null;
  useEffect(() => {
    // What fails here is told once it is run.
    if (engine !== null && text !== null) void trackBusy(engine.prepareHunt(text).catch(() => undefined));
  }, [engine, text]);

  return useMemo(
    () => ({
      hunt,
      openFile: (file) => opener?.openFile(file),
      choose: (address) => go((now) => viewOfHunt(now, address)),
      retry: () => opener?.retry(),
      leave: () => {
        if (!opener?.leave()) go((now) => viewOfHunt(now, null));
      },
    }),
    [hunt, opener, go],
  );
}

/** What was open belongs to the hunt that is left; the view that a link gave stays where this is the document that it named. */
function viewOfHunt(view: ViewState, address: HuntAddress | null): Partial<ViewState> {
  const isNamed = view.hunt?.kind === 'upload' && address?.kind === 'upload' && view.hunt.sha256 === address.sha256;
  return { hunt: address, ...(isNamed ? null : { section: 'analytics', analytic: null, reading: null, row: [], event: null, session: null }) };
}
