import { useCallback, useState } from 'react';
import type { MenuAnchor } from '@/components/ui/context-menu';
import type { MenuEntry } from '@/components/ui/menu';
import type { GridPlace } from './grid-keys';

export interface CellOfTable {
  /** Names the row whatever the sort and filter. */
  readonly row: number;
  /** The column's name. */
  readonly column: string;
  readonly value: string | null;
}

interface ShownMenu {
  readonly cell: CellOfTable;
  readonly anchor: MenuAnchor;
  readonly entries: readonly MenuEntry[];
}

/** The context menu of a cell: null while none is open. `open` says whether there is one for that place. */
export function useCellMenu(cellAt: (at: GridPlace) => CellOfTable | null, entriesOf: ((cell: CellOfTable) => readonly MenuEntry[]) | undefined) {
  const [shown, setShown] = useState<ShownMenu | null>(null);
  const close = useCallback(() => setShown(null), []);
  const open = (at: GridPlace, anchor: MenuAnchor): boolean => {
    const cell = entriesOf && at.row >= 0 ? cellAt(at) : null;
    const entries = cell === null ? [] : (entriesOf?.(cell) ?? []);
    if (cell === null || entries.length === 0) return false;
    setShown({ cell, anchor, entries });
    return true;
  };
  return { shown, open, close };
}
