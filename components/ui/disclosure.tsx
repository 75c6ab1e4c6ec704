'use client';

import { useId, type ReactNode } from 'react';
import { ChevronDownIcon, ChevronRightIcon } from './icons';

interface DisclosureProps {
  readonly summary: ReactNode;
  /** Stands at the right end of the summary's line. */
  readonly aside?: ReactNode;
  readonly open: boolean;
  readonly onToggle: () => void;
  readonly children: ReactNode;
}

/** A part of a panel that can be folded away. */
export function Disclosure({ summary, aside, open, onToggle, children }: DisclosureProps) {
  const id = useId();
  return (
    <div className="border-t border-line first:border-t-0">
      <h3>
        <button
          type="button"
          aria-expanded={open}
          aria-controls={id}
          onClick={onToggle}
          className="focus-inset flex min-h-8 w-full pointer-coarse:min-h-10 items-center gap-1.5 px-2 text-left text-xs font-medium text-ink-2 hover:bg-sunken hover:text-ink"
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
