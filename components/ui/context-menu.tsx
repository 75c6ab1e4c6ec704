'use client';

import { useEffect, useRef } from 'react';
import { MenuItems, type MenuEntry } from './menu';
import { placeSurface } from './popover';

/** Where a context menu opens, in pixels of the window: at a cell, or at the pointer. */
export type MenuAnchor = Pick<DOMRect, 'left' | 'right' | 'top' | 'bottom'>;

interface ContextMenuProps {
  readonly label: string;
  readonly anchor: MenuAnchor;
  readonly entries: readonly MenuEntry[];
  /** It closed; the browser has given the focus back to where it was. */
  readonly onClose: () => void;
}

/** A menu without a button, open as long as it is mounted. */
export function ContextMenu({ label, anchor, entries, onClose }: ContextMenuProps) {
  const surface = useRef<HTMLDivElement>(null);
  const close = () => surface.current?.hidePopover();

  useEffect(() => {
    const element = surface.current;
    if (!element) return;
    const onToggle = (event: ToggleEvent) => event.newState === 'closed' && onClose();
    if (!element.matches(':popover-open')) element.showPopover();
    placeSurface(element, anchor, 'start');
    element.querySelector<HTMLElement>('[role^=menuitem]:not(:disabled)')?.focus();
    element.addEventListener('toggle', onToggle);
    return () => element.removeEventListener('toggle', onToggle);
  }, [anchor, onClose]);

  return (
    <div
      ref={surface}
      popover="auto"
      role="menu"
      aria-label={label}
      tabIndex={-1}
      // The Menu key opened this menu when it went down; the browser's own must not come when it goes up.
      onContextMenu={(event) => event.preventDefault()}
      className="fixed inset-auto m-0 max-h-[70vh] max-w-[min(24rem,calc(100vw-16px))] overflow-auto rounded-md border border-line bg-raised font-sans text-sm font-normal text-ink shadow-pop outline-none"
    >
      <MenuItems entries={entries} close={close} />
    </div>
  );
}
