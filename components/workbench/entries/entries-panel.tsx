'use client';

import { useState, type MouseEvent } from 'react';
import type { HuntEntry } from '@/lib/engine/engine';
import { encodeViewState } from '@/lib/url/encode-view-state';
import { Disclosure } from '@/components/ui/disclosure';
import { countText } from '@/components/ui/format';
import { Panel } from '@/components/ui/panel';
import { usePivotPlace } from '@/components/workbench/pivots/pivot-context';
import { entryView, KIND_NAMES } from './entry-target';
import { useHuntEntries } from './hunt-entries';

/** The hunt's false positives and bypasses that viewers added, each with what shows it. */
export function EntriesPanel() {
  const { entries } = useHuntEntries();
  const [isOpen, setOpen] = useState(true);
  if (entries.length === 0) return null;
  return (
    <Panel label="False positives and bypasses">
      <Disclosure
        summary="False positives and bypasses"
        aside={countText(entries.length, 'entry', 'entries')}
        open={isOpen}
        onToggle={() => setOpen(!isOpen)}
      >
        <ul className="flex flex-col divide-y divide-line">
          {entries.map((entry, place) => (
            <Entry key={`${place} ${entry.address}`} entry={entry} />
          ))}
        </ul>
      </Disclosure>
    </Panel>
  );
}

function Entry({ entry }: { readonly entry: HuntEntry }) {
  const { view, go } = usePivotPlace();
  const { sha256 } = useHuntEntries();
  const change = entryView(entry, sha256);
  const onClick = (event: MouseEvent) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    go(change);
  };
  return (
    <li className="flex flex-wrap items-baseline gap-x-3 gap-y-0.5 px-3 py-1.5 text-sm">
      <span className="label w-24 shrink-0">{KIND_NAMES[entry.kind]}</span>
      <span className="min-w-0 grow basis-60 break-words">{entry.words}</span>
      <a href={`#${encodeViewState({ ...view, ...change })}`} onClick={onClick} className="min-w-0 break-words text-xs text-accent underline underline-offset-2">
        {entry.label}
        {entry.dataset.sha256 !== sha256 && ` (on ${entry.dataset.name})`}
      </a>
    </li>
  );
}
