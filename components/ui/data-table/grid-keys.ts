export interface GridPlace {
  /** -1 is the header. */
  readonly row: number;
  readonly column: number;
}

interface KeyPress {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
}

/** Where a key leads in a grid of so many rows and columns (the keys of the ARIA grid pattern); null if it is no such key. */
export function movedInGrid(at: GridPlace, press: KeyPress, rows: number, columns: number, page: number): GridPlace | null {
  const far = press.ctrlKey || press.metaKey;
  const place = (row: number, column: number): GridPlace => ({
    row: Math.max(-1, Math.min(rows - 1, row)),
    column: Math.max(0, Math.min(columns - 1, column)),
  });
  switch (press.key) {
    case 'ArrowUp':
      return place(far ? 0 : at.row - 1, at.column);
    case 'ArrowDown':
      return place(far ? rows - 1 : at.row + 1, at.column);
    case 'ArrowLeft':
      return place(at.row, far ? 0 : at.column - 1);
    case 'ArrowRight':
      return place(at.row, far ? columns - 1 : at.column + 1);
    case 'Home':
      return place(far ? 0 : at.row, 0);
    case 'End':
      return place(far ? rows - 1 : at.row, columns - 1);
    case 'PageUp':
      return place(at.row === -1 ? -1 : Math.max(0, at.row - page), at.column);
    case 'PageDown':
      return place(at.row + page, at.column);
    default:
      return null;
  }
}
