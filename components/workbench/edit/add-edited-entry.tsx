'use client';

import { useState } from 'react';
import type { Engine, EntryKind } from '@/lib/engine/engine';
import { Menu } from '@/components/ui/menu';
import { EntryDialog } from '@/components/workbench/entries/entry-dialog';
import { queryEntryTarget } from '@/components/workbench/entries/entry-target';
import { UNKNOWN_DATASET, useHuntEntries } from '@/components/workbench/entries/hunt-entries';
import { EDITED_READING_NAMES } from './edited-reading-names';
import type { SelectedEdit } from './selected-edit';
import type { EditSection } from './use-edit-section';

interface AddEditedEntryProps {
  readonly engine: Engine;
  readonly section: EditSection;
  readonly selected: SelectedEdit;
}

/** Adds an edited query to the bypasses or false positives of the text in the editor, as what shows one. */
export function AddEditedEntry({ engine, section: { text, replace }, selected: { analytic, reading } }: AddEditedEntryProps) {
  const { dataset } = useHuntEntries();
  const [kind, setKind] = useState<EntryKind | null>(null);
  const { code, standing } = reading;
  const label = `Analytic ${analytic.id}, ${EDITED_READING_NAMES[reading.kind]}${standing === 'same' ? '' : ', edited'}`;
  return (
    <>
      <Menu
        trigger="Add to the hunt"
        label="Add to the hunt"
        align="end"
        entries={[
          { kind: 'action', label: 'Add as bypass…', onSelect: () => setKind('bypass') },
          { kind: 'action', label: 'Add to false positives…', onSelect: () => setKind('false-positive') },
        ]}
      />
      {kind !== null && (
        <EntryDialog
          kind={kind}
          targets={[queryEntryTarget({ language: reading.kind === 'pandas' ? 'pandas' : 'sql', text: code }, label)]}
          problem={dataset === null ? UNKNOWN_DATASET : null}
          note="It goes into that section of the text in the editor, with a link that runs this query. Ctrl+Z in the editor takes it back."
          onAdd={async ({ label: shown, address }, words) => {
            if (dataset === null || text === null) return;
            replace({ text: await engine.withEntry(text, { kind, words, label: shown, address, dataset }) });
            setKind(null);
          }}
          onClose={() => setKind(null)}
        />
      )}
    </>
  );
}
