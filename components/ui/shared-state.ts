import { useSyncExternalStore } from 'react';

/** One value for components that stand far from each other: a menu and the dialog that it opens. */
export interface SharedState<T> {
  readonly get: () => T;
  readonly set: (next: T) => void;
  readonly subscribe: (listener: () => void) => () => void;
}

export function sharedState<T>(first: T): SharedState<T> {
  let value = first;
  const listeners = new Set<() => void>();
  return {
    get: () => value,
    set: (next) => {
      if (Object.is(next, value)) return;
      value = next;
      for (const listener of listeners) listener();
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
  };
}

export function useSharedState<T>({ get, subscribe }: SharedState<T>): T {
  return useSyncExternalStore(subscribe, get, get);
}
