'use client';

import type { KeyboardEvent, ReactNode } from 'react';
import { CheckIcon } from './icons';
import { Popover } from './popover';

export type MenuEntry =
  | {
      readonly kind: 'action';
      readonly label: string;
      /** The key that does the same, for people: "Enter". */
      readonly hint?: string;
      readonly disabled?: boolean;
      readonly onSelect: () => void;
    }
  | { readonly kind: 'check'; readonly label: string; readonly checked: boolean; readonly onSelect: () => void }
  | { readonly kind: 'rule' };

interface MenuProps {
  readonly trigger: ReactNode;
  readonly label: string;
  readonly entries: readonly MenuEntry[];
  readonly align?: 'start' | 'end';
  readonly className?: string;
  readonly tabIndex?: number;
}

/** A button with a menu: arrows move, Enter chooses, Escape leaves. A check keeps the menu open. */
export function Menu({ trigger, label, entries, align, className, tabIndex }: MenuProps) {
  return (
    <Popover trigger={trigger} label={label} align={align} className={className} role="menu" tabIndex={tabIndex}>
      {(close) => <MenuItems entries={entries} close={close} />}
    </Popover>
  );
}

/** The entries of a menu, inside the surface that has its role. */
export function MenuItems({ entries, close }: { readonly entries: readonly MenuEntry[]; readonly close: () => void }) {
  return (
    <div className="min-w-44 p-1" onKeyDown={moveFocus}>
      {entries.map((entry, i) =>
        entry.kind === 'rule' ? (
          <hr key={i} className="my-1 border-line" />
        ) : (
          <button
            key={i}
            type="button"
            role={entry.kind === 'check' ? 'menuitemcheckbox' : 'menuitem'}
            aria-checked={entry.kind === 'check' ? entry.checked : undefined}
            disabled={entry.kind === 'action' && entry.disabled}
            tabIndex={-1}
            onClick={() => {
              // First, so that the focus is back where it came from when the action takes it elsewhere.
              if (entry.kind === 'action') close();
              entry.onSelect();
            }}
            className="focus-inset flex h-7 w-full items-center pointer-coarse:h-10 gap-2 rounded px-2 text-left text-sm hover:bg-sunken focus:bg-sunken disabled:opacity-50"
          >
            <span className="flex w-4 shrink-0">{entry.kind === 'check' && entry.checked && <CheckIcon className="text-accent" />}</span>
            <span className="grow truncate">{entry.label}</span>
            {entry.kind === 'action' && entry.hint !== undefined && <span className="pl-4 text-xs text-ink-3">{entry.hint}</span>}
          </button>
        ),
      )}
    </div>
  );
}

function moveFocus(event: KeyboardEvent<HTMLElement>): void {
  const items = [...event.currentTarget.querySelectorAll<HTMLElement>('[role^=menuitem]:not(:disabled)')];
  const at = items.findIndex((item) => item === document.activeElement);
  const next =
    event.key === 'ArrowDown' ? (at + 1) % items.length
    : event.key === 'ArrowUp' ? (at + items.length - 1) % items.length
    : event.key === 'Home' ? 0
    : event.key === 'End' ? items.length - 1
    : null;
  if (next === null) return;
  event.preventDefault();
  items[next]?.focus();
}
