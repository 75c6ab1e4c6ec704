'use client';

import type { ReactNode } from 'react';
import type { HuntEntry } from '@/lib/engine/engine';
import { encodeViewState } from '@/lib/url/encode-view-state';
import { useSharedState } from '@/components/ui/shared-state';
import { usePivotPlace } from '@/components/workbench/pivots/pivot-context';
import { entryView, isEntryHere } from './entry-target';
import { useHuntEntries } from './hunt-entries';
import { packPlaces } from './pack-places';

interface EntryLinkProps {
  readonly entry: HuntEntry;
  readonly className?: string;
  /** Before it leads there. */
  readonly onOpen?: () => void;
  readonly children: ReactNode;
}

/** Leads to the rows or the query that show an entry, on another dataset too. */
export function EntryLink({ entry, className = '', onOpen, children }: EntryLinkProps) {
  const { view, go } = usePivotPlace();
  const sha256 = useHuntEntries().dataset?.sha256 ?? null;
  const pack = useSharedState(packPlaces);
  const change = entryView(entry, sha256, pack);
  return (
    <a
      href={`#${encodeViewState({ ...view, ...change })}`}
      onClick={(event) => {
        if (event.metaKey || event.ctrlKey || event.shiftKey) return;
        event.preventDefault();
        onOpen?.();
        go(change);
      }}
      className={`min-w-0 break-words text-accent underline underline-offset-2 ${className}`}
    >
      {children}
      {!isEntryHere(entry, sha256, pack) && ` (on ${entry.dataset.name})`}
    </a>
  );
}
