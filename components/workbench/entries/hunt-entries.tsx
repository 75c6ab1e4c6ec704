'use client';

import { createContext, use, useMemo, useState, type ReactNode } from 'react';
import type { DatasetSummary } from '@/lib/engine/dataset-shapes';
import type { Engine, EntryKind, HuntEntry, HuntRun } from '@/lib/engine/engine';
import type { ViewState } from '@/lib/url/view-state';
import { trackBusy } from '@/components/ui/busy';
import type { OpenHunt } from '@/components/workbench/hunt-opener';
import { editedName } from '@/components/workbench/query/edited-name';
import type { FilesControl } from '@/components/workbench/use-open-files';
import type { ViewNavigation } from '@/components/workbench/use-view-state';
import { AdditionNotice } from './addition-notice';
import { EntryDialog } from './entry-dialog';
import type { EntryTarget } from './entry-target';
import { addEntry } from './last-addition';
import { sectionTargets } from './section-targets';

interface EntriesOfHunt {
  readonly entries: readonly HuntEntry[];
  /** The open dataset; null where its SHA-256 is not known, so that an entry could not say where its rows are. */
  readonly dataset: HuntEntry['dataset'] | null;
  /** Null: a lesson keeps back part of the hunt, and with it what is added. */
  readonly add: AddEntry | null;
}

interface AddEntry {
  /** Asks for the words, then adds it. */
  readonly tiedTo: (kind: EntryKind, target: EntryTarget) => void;
  /** Asks what it is tied to as well. */
  readonly toSection: (kind: EntryKind) => void;
}

export const UNKNOWN_DATASET = 'The SHA-256 of this dataset is not known, so an entry could not say where its rows are.';

const EntriesContext = createContext<EntriesOfHunt>({ entries: [], dataset: null, add: null });

export function useHuntEntries(): EntriesOfHunt {
  return use(EntriesContext);
}

interface HuntEntriesProps {
  readonly engine: Engine;
  readonly dataset: DatasetSummary;
  readonly run: HuntRun;
  readonly isHiding: boolean;
  readonly hunt: OpenHunt;
  readonly view: ViewState;
  readonly go: ViewNavigation['go'];
  readonly adjust: ViewNavigation['adjust'];
  readonly files: FilesControl['openFiles'];
  readonly children: ReactNode;
}

/** The false positives and bypasses of the hunt on screen, and the way to one more. */
export function HuntEntries({ engine, dataset: { sha256, name }, run, isHiding, hunt, view, go, adjust, files, children }: HuntEntriesProps) {
  const [asked, setAsked] = useState<{ readonly kind: EntryKind; readonly targets: readonly EntryTarget[] } | null>(null);
  const dataset = useMemo(() => (sha256 === null ? null : { sha256, name }), [sha256, name]);
  const add = useMemo(
    (): AddEntry => ({
      tiedTo: (kind, target) => setAsked({ kind, targets: [target] }),
      // A crash of the engine is told by the workbench.
      toSection: (kind) => void trackBusy(sectionTargets(engine, run, view).then((targets) => targets.length > 0 && setAsked({ kind, targets }), () => undefined)),
    }),
    [engine, run, view],
  );
  const value = useMemo(() => ({ entries: run.entries, dataset, add: isHiding ? null : add }), [run, dataset, isHiding, add]);
  const { file } = hunt;
  return (
    <EntriesContext value={value}>
      {children}
      {asked && (
        <EntryDialog
          kind={asked.kind}
          targets={asked.targets}
          problem={dataset === null ? UNKNOWN_DATASET : null}
          note={
            <>
              It goes into that section of <span className="break-words">{file.title || file.name}</span>, in an edited copy kept on this device (<span className="break-all">{editedName(file.name)}</span>), with
              a link to what shows it.
            </>
          }
          onAdd={async ({ label, address }, words) => {
            if (dataset === null) return;
            await addEntry({ engine, hunt, named: view.hunt, files, go, adjust }, { kind: asked.kind, words, label, address, dataset });
            setAsked(null);
          }}
          onClose={() => setAsked(null)}
        />
      )}
      <AdditionNotice sha256={file.sha256} />
    </EntriesContext>
  );
}
