import { useSyncExternalStore } from 'react';

/* Texts under names in the browser's storage; where it refuses them they last as long as the page. */

const here = new Map<string, string | null>();
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('storage', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', listener);
  };
}

export function deviceText(name: string): string | null {
  const given = here.get(name);
  if (given !== undefined) return given;
  try {
    return localStorage.getItem(name);
  } catch {
    return null;
  }
}

/** Null removes it. */
export function keepText(name: string, text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(name);
    else localStorage.setItem(name, text);
    here.delete(name);
  } catch {
    here.set(name, text);
  }
  for (const listener of listeners) listener();
}

export function useDeviceText(name: string | null): string | null {
  return useSyncExternalStore(subscribe, () => (name === null ? null : deviceText(name)), () => null);
}
