import { useState } from 'react';
import type { TextSearch } from '@/lib/engine/event-filter-shapes';
import { LONGEST_FILTER_TEXT } from '@/lib/url/event-filter';

interface SearchFieldProps {
  readonly search: TextSearch | null;
  readonly onSearch: (search: TextSearch | null) => void;
}

/** A text to look for in all events, searched for as it is typed. */
export function SearchField({ search, onSearch }: SearchFieldProps) {
  const [text, setText] = useState(search?.text ?? '');
  const [matchCase, setMatchCase] = useState(search?.matchCase ?? false);
  // What is set elsewhere (the back button, a chip that was taken away) is shown.
  const given = search && `${search.matchCase} ${search.text}`;
  const [seen, setSeen] = useState(given);
  if (given !== seen) {
    setSeen(given);
    setText(search?.text ?? '');
    if (search) setMatchCase(search.matchCase);
  }
  const type = (typed: string) => {
    setText(typed);
    onSearch(typed === '' ? null : { text: typed, matchCase });
  };
  return (
    <div className="flex min-w-0 flex-wrap items-center gap-x-3 gap-y-1">
      <input
        type="search"
        aria-label="Search the text of all events"
        placeholder="Search the text of all events"
        value={text}
        maxLength={LONGEST_FILTER_TEXT}
        spellCheck={false}
        autoComplete="off"
        onChange={(event) => type(event.target.value)}
        className="h-8 w-80 max-w-full pointer-coarse:h-10 rounded border border-edge bg-surface px-2 font-mono text-sm placeholder:font-sans placeholder:text-ink-3"
      />
      <label className="flex items-center gap-1.5 text-xs text-ink-2">
        <input
          type="checkbox"
          checked={matchCase}
          onChange={(event) => {
            setMatchCase(event.target.checked);
            if (search) onSearch({ ...search, matchCase: event.target.checked });
          }}
        />
        Match case
      </label>
    </div>
  );
}
