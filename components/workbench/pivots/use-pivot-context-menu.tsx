import { useCallback, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { ContextMenu, type MenuAnchor } from '@/components/ui/context-menu';
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
  const menu = anchor && <ContextMenu label={`${field ?? ''} ${value ?? 'no value'}`.trim()} anchor={anchor} entries={entriesOf(field, value)} onClose={close} />;
  return { handlers: { onKeyDown, onContextMenu }, menu };
}
