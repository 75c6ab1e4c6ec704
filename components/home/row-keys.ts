import type { KeyboardEvent } from 'react';

/** Up and Down, Home and End move from a control of a row to the like one of another row. Tab goes through all, as ever. */
export function moveAmongRows(event: KeyboardEvent<HTMLElement>): void {
  if (!(event.target instanceof HTMLElement) || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  const row = event.target.closest<HTMLElement>('[role=row]');
  if (row === null) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[role=row]')];
  const target = targetRow(event.key, rows.indexOf(row), rows.length);
  if (target === null) return;
  event.preventDefault();
  const control = controls(row).indexOf(event.target);
  controls(rows[target])[control]?.focus();
}

function targetRow(key: string, at: number, count: number): number | null {
  switch (key) {
    case 'ArrowDown':
      return Math.min(at + 1, count - 1);
    case 'ArrowUp':
      return Math.max(at - 1, 0);
    case 'Home':
      return 0;
    case 'End':
      return count - 1;
    default:
      return null;
  }
}

function controls(row: HTMLElement): readonly HTMLElement[] {
  return [...row.querySelectorAll<HTMLElement>('button')];
}
