'use client';

import { useId, useState, type ReactNode } from 'react';
import { ChevronDownIcon, ChevronRightIcon } from './icons';

interface DisclosureProps {
  readonly summary: ReactNode;
  /** Stands at the right end of the summary's line. */
  readonly aside?: ReactNode;
  readonly startsOpen?: boolean;
  readonly children: ReactNode;
  /** Disclosures of one name open and close alike while the page lives, one after the other is shown. */
  readonly storageKey?: string;
}

const remembered = new Map<string, boolean>();

/** A part of a panel that can be folded away. */
export function Disclosure({ summary, aside, startsOpen = false, children, storageKey }: DisclosureProps) {
  const id = useId();
  const [open, setOpen] = useState(() => (storageKey === undefined ? undefined : remembered.get(storageKey)) ?? startsOpen);
  const toggle = () => {
    if (storageKey !== undefined) remembered.set(storageKey, !open);
    setOpen(!open);
  };
  return (
    <div className="border-t border-line first:border-t-0">
      <h3>
        <button
          type="button"
          aria-expanded={open}
          aria-controls={id}
          onClick={toggle}
          className="focus-inset flex h-8 w-full items-center gap-1.5 px-2 text-left text-xs font-medium text-ink-2 hover:bg-sunken hover:text-ink"
        >
          {open ? <ChevronDownIcon /> : <ChevronRightIcon />}
          <span className="grow">{summary}</span>
          <span className="pr-1 font-normal text-ink-3">{aside}</span>
        </button>
      </h3>
      <div id={id} hidden={!open} className="border-t border-line">
        {open && children}
      </div>
    </div>
  );
}
