import { useState } from 'react';
import { Button } from '@/components/ui/button';
import type { DatasetSummary } from '@/lib/engine/engine';
import type { ViewState } from '@/lib/url/view-state';

interface MemberPickerProps {
  readonly members: DatasetSummary['members'];
  /** Null: all. */
  readonly onChoose: (members: ViewState['members']) => void;
}

/** As many as one can look over; a filter finds the others. */
const LONGEST_LIST = 100;

/** From here on, looking for one is slower than typing a part of its name. */
const FILTERED_FROM = 10;

/** The dataset's files, and which of them to read. */
export function MemberPicker({ members, onChoose }: MemberPickerProps) {
  const wasRead = () => new Set(members.flatMap(({ events }, place) => (events > 0 ? [place] : [])));
  const [chosen, setChosen] = useState<ReadonlySet<number>>(wasRead);
  const [filter, setFilter] = useState('');
  const found = members
    .map((member, place) => ({ ...member, place }))
    .filter(({ name }) => name.toLowerCase().includes(filter.trim().toLowerCase()));
  const change = (places: readonly number[], isChosen: boolean) => {
    const next = new Set(chosen);
    for (const place of places) {
      if (isChosen) next.add(place);
      else next.delete(place);
    }
    setChosen(next);
  };
  const isSame = members.every(({ events }, place) => events > 0 === chosen.has(place));
  const places = found.map(({ place }) => place);
  return (
    <div className="flex max-w-xl flex-col gap-2 pt-1">
      {members.length >= FILTERED_FROM && (
        <input
          type="search"
          aria-label="Find a file by its name"
          placeholder="Find a file"
          value={filter}
          onChange={(event) => setFilter(event.target.value)}
          className="h-7 rounded border border-edge bg-surface px-2 text-xs"
        />
      )}
      <ul className="min-w-72 text-xs">
        {found.slice(0, LONGEST_LIST).map(({ name, events, place }) => (
          <li key={place} className="border-t border-line">
            <label className="flex items-center gap-2 py-1">
              <input type="checkbox" className="accent-accent" checked={chosen.has(place)} onChange={(event) => change([place], event.target.checked)} />
              <span className="grow break-all font-mono">{name}</span>
              <span className="tabular whitespace-nowrap pl-6 text-ink-2">{events > 0 ? events.toLocaleString('en') : 'left out'}</span>
            </label>
          </li>
        ))}
      </ul>
      {found.length > LONGEST_LIST && <p className="text-xs text-ink-2">and {(found.length - LONGEST_LIST).toLocaleString('en')} more: find them by name</p>}
      {found.length === 0 && <p className="text-xs text-ink-2">No file has such a name.</p>}
      <div className="flex flex-wrap gap-1.5 border-t border-line pt-2">
        <Button look="primary" disabled={isSame || chosen.size === 0} onClick={() => onChoose(chosen.size === members.length ? null : [...chosen].sort((a, b) => a - b))}>
          Read again with these
        </Button>
        <Button look="quiet" onClick={() => change(places, true)}>
          Choose {filter === '' ? 'all' : 'those found'}
        </Button>
        <Button look="quiet" onClick={() => change(places, false)}>
          Choose {filter === '' ? 'none' : 'none of those found'}
        </Button>
      </div>
    </div>
  );
}
