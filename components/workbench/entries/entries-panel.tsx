'use client';

import { useState } from 'react';
import { Disclosure } from '@/components/ui/disclosure';
import { countText } from '@/components/ui/format';
import { Panel } from '@/components/ui/panel';
import { AddButtons } from './add-buttons';
import { EntryLink } from './entry-link';
import { KIND_NAMES } from './entry-target';
import { useHuntEntries } from './hunt-entries';

/** The hunt's false positives and bypasses that viewers added, each with what shows it. */
export function EntriesPanel() {
  const { entries, add } = useHuntEntries();
  const [isFolded, setFolded] = useState<boolean | null>(null);
  // Without any it takes one line.
  const isOpen = isFolded === null ? entries.length > 0 : !isFolded;
  if (entries.length === 0 && add === null) return null;
  return (
    <Panel label="False positives and bypasses">
      <Disclosure summary="False positives and bypasses" aside={countText(entries.length, 'entry', 'entries')} open={isOpen} onToggle={() => setFolded(isOpen)}>
        <ul className="flex flex-col divide-y divide-line">
          {entries.map((entry, place) => (
            <li key={`${place} ${entry.address}`} className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 px-3 py-1.5 text-sm">
              <span className="label w-24 shrink-0">{KIND_NAMES[entry.kind]}</span>
              <span className="min-w-0 grow basis-60 break-words">{entry.words}</span>
              <EntryLink entry={entry} className="text-xs">
                {entry.label}
              </EntryLink>
            </li>
          ))}
        </ul>
        <div className="flex flex-col gap-2 px-3 py-2">
          {entries.length === 0 && <p className="text-sm text-ink-2">Yours, each tied to what shows it: a row, a query, or all that a reading finds. A row’s menu adds one as well.</p>}
          <AddButtons kinds={['false-positive', 'bypass']} />
        </div>
      </Disclosure>
    </Panel>
  );
}
