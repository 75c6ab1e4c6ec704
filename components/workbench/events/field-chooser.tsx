import { useState, type ReactNode } from 'react';
import { countText } from '@/components/ui/format';
import { Popover } from '@/components/ui/popover';
import type { EventFields } from '@/lib/engine/event-list-shapes';

interface FieldChooserProps {
  readonly trigger: ReactNode;
  readonly label: string;
  readonly fields: EventFields['all'];
  readonly chosen: readonly string[];
  readonly onToggle: (field: string) => void;
  /** Back to what stands there without a choice; null where nothing was chosen. */
  readonly onReset: (() => void) | null;
}

const MOST_SHOWN = 60;

/** A list of the dataset's fields to choose from, those of most events first. */
export function FieldChooser({ trigger, label, fields, chosen, onToggle, onReset }: FieldChooserProps) {
  const [find, setFind] = useState('');
  const wanted = find.toLowerCase();
  const found = fields.filter(({ name }) => name.toLowerCase().includes(wanted));
  const ordered = [...found.filter(({ name }) => chosen.includes(name)), ...found.filter(({ name }) => !chosen.includes(name))];
  return (
    <Popover trigger={trigger} label={label} align="end">
      {() => (
        <div className="flex w-72 flex-col gap-2 p-2">
          <input
            type="search"
            autoFocus
            aria-label="Find a field"
            placeholder="Find a field"
            value={find}
            onChange={(event) => setFind(event.target.value)}
            className="h-7 w-full rounded border border-edge bg-surface px-2 text-sm placeholder:text-ink-3"
          />
          <ul aria-label={label} className="max-h-72 overflow-y-auto">
            {ordered.slice(0, MOST_SHOWN).map(({ name, events }) => (
              <li key={name}>
                <label className="flex items-center gap-2 rounded px-1 py-0.5 text-sm hover:bg-sunken">
                  <input type="checkbox" checked={chosen.includes(name)} onChange={() => onToggle(name)} />
                  <span className="min-w-0 grow truncate font-mono text-xs">{name}</span>
                  <span className="tabular text-2xs text-ink-3">{events.toLocaleString('en')}</span>
                </label>
              </li>
            ))}
          </ul>
          {ordered.length > MOST_SHOWN && <p className="px-1 text-2xs text-ink-3">{countText(ordered.length - MOST_SHOWN, 'more field')}: find them by name.</p>}
          {ordered.length === 0 && <p className="px-1 text-xs text-ink-2">No field is called so.</p>}
          {onReset && (
            <button type="button" onClick={onReset} className="focus-inset rounded px-1 py-1 text-left text-xs text-accent hover:bg-sunken">
              As at first
            </button>
          )}
        </div>
      )}
    </Popover>
  );
}
