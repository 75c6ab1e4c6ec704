'use client';

import { useCallback, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { ContextMenu, type MenuAnchor } from '@/components/ui/context-menu';
import { PivotMenu } from './pivot-menu';
import { usePivotEntries } from './use-pivot-entries';

interface PivotValueProps {
  /** As hunts or the dataset name it: the engine knows a field by all its names. */
  readonly field: string;
  readonly value: string;
  /** How it is shown. */
  readonly children: ReactNode;
}

/**
 * A value and where it leads: by the button behind it, by a right click, by the Menu key or Shift F10 on what is in it. The button is
 * shown where it is pointed at, has the focus, or is touched.
 */
export function PivotValue({ field, value, children }: PivotValueProps) {
  const entriesOf = usePivotEntries();
  const [anchor, setAnchor] = useState<MenuAnchor | null>(null);
  const close = useCallback(() => setAnchor(null), []);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.key !== 'ContextMenu' && !(event.key === 'F10' && event.shiftKey)) return;
    event.preventDefault();
    event.stopPropagation();
    setAnchor(event.currentTarget.getBoundingClientRect());
  };
  const onContextMenu = (event: MouseEvent) => {
    // A link and a selected text have the browser's own menu.
    if ((event.target instanceof Element && event.target.closest('a[href]')) || getSelection()?.isCollapsed === false) return;
    event.preventDefault();
    event.stopPropagation();
    setAnchor({ left: event.clientX, right: event.clientX, top: event.clientY, bottom: event.clientY });
  };
  return (
    <span className="group/pivot inline-flex max-w-full items-center gap-0.5" onKeyDown={onKeyDown} onContextMenu={onContextMenu}>
      <span className="min-w-0 break-words">{children}</span>
      <PivotMenu
        field={field}
        value={value}
        className="-my-1 h-6 w-6 opacity-0 focus-visible:opacity-100 aria-expanded:opacity-100 group-focus-within/pivot:opacity-100 group-hover/pivot:opacity-100 pointer-coarse:opacity-100"
      />
      {anchor && <ContextMenu label={`${field} ${value}`} anchor={anchor} entries={entriesOf(field, value)} onClose={close} />}
    </span>
  );
}
