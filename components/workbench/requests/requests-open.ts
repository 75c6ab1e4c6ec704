/* Whether the list of requests is open: the palette and the home page open it. */
let isOpen = false;
const listeners = new Set<() => void>();

export function openRequests(): void {
  set(true);
}

export function closeRequests(): void {
  set(false);
}

export const isRequestsOpen = (): boolean => isOpen;

export function onRequestsOpen(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

function set(open: boolean): void {
  if (open === isOpen) return;
  isOpen = open;
  for (const listener of listeners) listener();
}
