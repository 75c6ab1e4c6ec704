'use client';

import { createContext, use, useMemo, useState, type ReactNode } from 'react';
import type { DatasetSummary } from '@/lib/engine/dataset-shapes';
import type { Engine, EntryKind, HuntEntry } from '@/lib/engine/engine';
import type { OpenHunt } from '@/components/workbench/hunt-opener';
import { openOwnHunt } from '@/components/workbench/edit/open-own-hunt';
import { editedName } from '@/components/workbench/query/edited-name';
import type { FilesControl } from '@/components/workbench/use-open-files';
import type { ViewNavigation } from '@/components/workbench/use-view-state';
import { EntryDialog } from './entry-dialog';
import type { EntryTarget } from './entry-target';

interface EntriesOfHunt {
  readonly entries: readonly HuntEntry[];
  /** Of the open dataset. */
  readonly sha256: string | null;
  /** Asks for the words, then adds it. Null: a lesson keeps back part of the hunt, and with it what is added. */
  readonly add: ((kind: EntryKind, target: EntryTarget) => void) | null;
}

const EntriesContext = createContext<EntriesOfHunt>({ entries: [], sha256: null, add: null });

export function useHuntEntries(): EntriesOfHunt {
  return use(EntriesContext);
}

interface HuntEntriesProps {
  readonly engine: Engine;
  readonly dataset: DatasetSummary;
  readonly entries: readonly HuntEntry[];
  readonly isHiding: boolean;
  readonly hunt: OpenHunt;
  readonly go: ViewNavigation['go'];
  readonly files: FilesControl['openFiles'];
  readonly children: ReactNode;
}

/** The false positives and bypasses of the hunt on screen. One more makes an edited copy of it, which is kept on this device and shown instead. */
export function HuntEntries({ engine, dataset: { sha256, name }, entries, isHiding, hunt: { file }, go, files, children }: HuntEntriesProps) {
  const [asked, setAsked] = useState<{ readonly kind: EntryKind; readonly target: EntryTarget } | null>(null);
  const value = useMemo(() => ({ entries, sha256, add: isHiding ? null : (kind: EntryKind, target: EntryTarget) => setAsked({ kind, target }) }), [entries, sha256, isHiding]);
  const own = editedName(file.name);
  const keep = async (words: string) => {
    if (asked === null || sha256 === null) return;
    const { kind, target: { label, address } } = asked;
    const text = await engine.withEntry(file.text, { kind, words, label, address, dataset: { sha256, name } });
    const kept = await openOwnHunt(engine, { name: own, text, files });
    setAsked(null);
    if (kept !== null) go({ hunt: { kind: 'upload', sha256: kept, name: own } });
  };
  return (
    <EntriesContext value={value}>
      {children}
      {asked && (
        <EntryDialog
          kind={asked.kind}
          target={asked.target.label}
          problem={sha256 === null ? 'The SHA-256 of this dataset is not known, so an entry could not say where its rows are.' : asked.target.problem}
          hunt={file.title || file.name}
          copy={own}
          onAdd={keep}
          onClose={() => setAsked(null)}
        />
      )}
    </EntriesContext>
  );
}
