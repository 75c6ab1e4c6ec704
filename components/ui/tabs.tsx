'use client';

import { useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { classNames } from './class-names';

export interface Tab<Id extends string> {
  readonly id: Id;
  readonly label: ReactNode;
}

interface TabsProps<Id extends string> {
  readonly label: string;
  readonly tabs: readonly Tab<Id>[];
  readonly selected: Id;
  readonly onSelect: (id: Id) => void;
  /** What belongs to the selected tab. */
  readonly children: ReactNode;
  /** What stands at the right end of the list. */
  readonly aside?: ReactNode;
}

/** Tabs with one stop for the Tab key; arrows, Home and End move among them. */
export function Tabs<Id extends string>({ label, tabs, selected, onSelect, children, aside }: TabsProps<Id>) {
  const base = useId();
  const list = useRef<HTMLDivElement>(null);

  const onKeyDown = (event: KeyboardEvent) => {
    const target = moved(event.key, tabs.findIndex((tab) => tab.id === selected), tabs.length);
    if (target === null) return;
    event.preventDefault();
    onSelect(tabs[target].id);
    list.current?.querySelectorAll<HTMLElement>('[role=tab]')[target]?.focus();
  };

  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-x-4 border-b border-line">
        <div ref={list} role="tablist" aria-label={label} onKeyDown={onKeyDown} className="-mb-px flex flex-wrap gap-x-1">
          {tabs.map((tab) => (
            <button
              key={tab.id}
              id={`${base}-${tab.id}`}
              type="button"
              role="tab"
              aria-selected={tab.id === selected}
              aria-controls={`${base}-panel`}
              tabIndex={tab.id === selected ? 0 : -1}
              onClick={() => onSelect(tab.id)}
              className={classNames(
                'focus-inset flex h-9 items-center gap-2 border-b-2 px-2.5 text-sm',
                tab.id === selected ? 'border-accent font-medium text-ink' : 'border-transparent text-ink-2 hover:border-line hover:text-ink',
              )}
            >
              {tab.label}
            </button>
          ))}
        </div>
        {aside}
      </div>
      <div role="tabpanel" id={`${base}-panel`} aria-labelledby={`${base}-${selected}`} className="min-w-0">
        {children}
      </div>
    </>
  );
}

function moved(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowRight':
      return (at + 1) % count;
    case 'ArrowLeft':
      return (at + count - 1) % count;
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}
