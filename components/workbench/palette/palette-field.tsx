import { useState } from 'react';

/** What the field of the palette had before the palette's script was there. */
export interface PaletteStart {
  readonly typed: string;
  /** Enter was pressed. */
  readonly isEntered: boolean;
}

export const EMPTY_START: PaletteStart = { typed: '', isEntered: false };

export const PALETTE_FIELD = {
  placeholder: 'Go to a view, an analytic, a host, a session; or do something',
  className: 'h-11 w-full shrink-0 border-b border-line bg-transparent px-4 text-base text-ink outline-none placeholder:text-ink-3',
} as const;

/** Stands where the palette's field will: whoever types at once loses nothing. */
export function EarlyField({ onStart }: { readonly onStart: (start: PaletteStart) => void }) {
  const [typed, setTyped] = useState('');
  return (
    <input
      aria-label="Commands"
      autoFocus
      value={typed}
      onChange={({ target: { value } }) => {
        setTyped(value);
        onStart({ typed: value, isEntered: false });
      }}
      onKeyDown={({ key }) => key === 'Enter' && onStart({ typed, isEntered: true })}
      {...PALETTE_FIELD}
    />
  );
}
