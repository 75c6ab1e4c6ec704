import type { KeyboardEvent, MouseEvent, ReactNode } from 'react';
import type { MenuAnchor } from '@/components/ui/context-menu';
import { isMenuKey, pointerAnchor, useContextMenu } from '@/components/ui/use-context-menu';
import { usePivotEntries } from './use-pivot-entries';

interface PivotContextMenu {
  /** For the element around the value. */
  readonly handlers: { readonly onKeyDown: (event: KeyboardEvent<HTMLElement>) => void; readonly onContextMenu: (event: MouseEvent) => void };
  /** Null while it is closed. */
  readonly menu: ReactNode;
}

/** The menu of where a value leads, by a right click, by the Menu key or Shift F10 on what is in an element. */
export function usePivotContextMenu(field: string | null, value: string | null): PivotContextMenu {
  const entriesOf = usePivotEntries();
  const { open, menu } = useContextMenu();
  const openAt = (anchor: MenuAnchor) => open({ label: `${field ?? ''} ${value ?? 'no value'}`.trim(), anchor, entries: entriesOf(field, value) });
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (!isMenuKey(event)) return;
    event.preventDefault();
    event.stopPropagation();
    openAt(event.currentTarget.getBoundingClientRect());
  };
  const onContextMenu = (event: MouseEvent) => {
    // A link and a selected text have the browser's own menu.
    if ((event.target instanceof Element && event.target.closest('a[href]')) || getSelection()?.isCollapsed === false) return;
    event.preventDefault();
    event.stopPropagation();
    openAt(pointerAnchor(event));
  };
  return { handlers: { onKeyDown, onContextMenu }, menu };
}
