/* Whether the dialog is open: the export menu and the palette open it. */
let isOpen = false;
const listeners = new Set<() => void>();

export function openPseudonyms(): void {
  set(true);
}

export function closePseudonyms(): void {
  set(false);
}

export const isPseudonymsOpen = (): boolean => isOpen;

export function onPseudonymsOpen(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

function set(open: boolean): void {
  if (open === isOpen) return;
  isOpen = open;
  for (const listener of listeners) listener();
}
