import { useCallback, useState, type KeyboardEvent, type MouseEvent, type ReactNode } from 'react';
import { ContextMenu, type MenuAnchor } from './context-menu';
import type { MenuEntry } from './menu';

interface OpenMenu {
  readonly label: string;
  readonly anchor: MenuAnchor;
  readonly entries: readonly MenuEntry[];
}

interface ContextMenuControl {
  readonly open: (menu: OpenMenu) => void;
  /** Null while none is open. */
  readonly menu: ReactNode;
}

/** One context menu, of whichever of many things it was asked for. */
export function useContextMenu(): ContextMenuControl {
  const [shown, setShown] = useState<OpenMenu | null>(null);
  const close = useCallback(() => setShown(null), []);
  return { open: setShown, menu: shown && <ContextMenu {...shown} onClose={close} /> };
}

/** The keys that ask for the menu of what has the focus. */
export function isMenuKey({ key, shiftKey }: KeyboardEvent): boolean {
  return key === 'ContextMenu' || (key === 'F10' && shiftKey);
}

/** Where the pointer is. */
export function pointerAnchor({ clientX, clientY }: MouseEvent): MenuAnchor {
  return { left: clientX, right: clientX, top: clientY, bottom: clientY };
}
