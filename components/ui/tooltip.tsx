'use client';

import { useId, useRef, useState, type ReactNode } from 'react';

interface TooltipProps {
  readonly text: string;
  readonly children: ReactNode;
}

/** More words on something that already has some. Shows on hover and on focus, leaves on Escape; a screen reader reads it as the description. */
export function Tooltip({ text, children }: TooltipProps) {
  const id = useId();
  const anchor = useRef<HTMLSpanElement>(null);
  const [open, setOpen] = useState(false);

  return (
    <span
      ref={anchor}
      tabIndex={0}
      aria-describedby={id}
      className="relative inline-flex rounded"
      onPointerEnter={() => setOpen(true)}
      onPointerLeave={() => setOpen(false)}
      onFocus={() => setOpen(true)}
      onBlur={() => setOpen(false)}
      onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}
    >
      {children}
      <span
        id={id}
        role="tooltip"
        className={
          open
            ? 'absolute left-0 top-full z-20 mt-1 w-max max-w-72 rounded border border-line bg-raised px-2 py-1 text-xs font-normal text-ink shadow-pop'
            : 'sr-only'
        }
      >
        {text}
      </span>
    </span>
  );
}
