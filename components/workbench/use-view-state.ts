'use client';

import { useMemo, useSyncExternalStore } from 'react';
import { decodeViewState } from '@/lib/url/decode-view-state';
import type { AddressNotice } from '@/lib/url/decode-view-state';
import { encodeViewState, encodeWithheld } from '@/lib/url/encode-view-state';
import { emptyViewState, type ViewState } from '@/lib/url/view-state';

/** What becomes different; a function where that depends on the view as it is then. */
export type ViewChange = Partial<ViewState> | ((view: ViewState) => Partial<ViewState>);

export interface ViewNavigation {
  /** Null on the server and while the page hydrates: the address is not known yet. */
  readonly view: ViewState | null;
  /** What of the address could not be restored. */
  readonly notices: readonly AddressNotice[];
  /** A step of its own: the back button undoes it. */
  readonly go: (change: ViewChange) => void;
  /** A small change in place: the back button skips it. */
  readonly adjust: (change: ViewChange) => void;
}

/*
 * The address is the store: what the hash and `history.state` hold is the view, and there is no second copy to keep in step.
 * `pushState` fires no event, so a change made here tells the listeners itself.
 */
const listeners = new Set<() => void>();

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  window.addEventListener('popstate', listener);
  window.addEventListener('hashchange', listener);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('popstate', listener);
    window.removeEventListener('hashchange', listener);
  };
}

function withheld(): string {
  const state: unknown = history.state;
  const kept = typeof state === 'object' && state !== null && 'withheld' in state ? state.withheld : '';
  return typeof kept === 'string' ? kept : '';
}

/** Hash and withheld part as one string, so that the snapshot compares by value. A line end stands in neither. */
function snapshot(): string {
  return `${location.hash}\n${withheld()}`;
}

function serverSnapshot(): null {
  return null;
}

function write(state: ViewState, how: 'push' | 'replace'): void {
  const hash = encodeViewState(state);
  const address = hash === '' ? location.pathname + location.search : `#${hash}`;
  // What the framework keeps in `history.state` stays: without it, its router would reload the page on popstate.
  const kept: unknown = history.state;
  const next = { ...(typeof kept === 'object' ? kept : null), withheld: encodeWithheld(state) };
  if (how === 'push') history.pushState(next, '', address);
  else history.replaceState(next, '', address);
  for (const listener of listeners) listener();
}

/** What a shared link speaks of: of anything else it says nothing. */
function subjectOf({ dataset, members, hunt }: ViewState): string {
  return encodeViewState({ ...emptyViewState, dataset, members, hunt });
}

function changed(change: ViewChange): ViewState {
  const view = decodeViewState(location.hash, withheld()).state;
  const next = { ...view, ...(typeof change === 'function' ? change(view) : change) };
  return next.made !== null && subjectOf(next) !== subjectOf(view) ? { ...next, made: null } : next;
}

function go(change: ViewChange): void {
  write(changed(change), 'push');
}

function adjust(change: ViewChange): void {
  write(changed(change), 'replace');
}

export function useViewState(): ViewNavigation {
  const address = useSyncExternalStore(subscribe, snapshot, serverSnapshot);
  return useMemo(() => {
    if (address === null) return { view: null, notices: [], go, adjust };
    const [hash, kept] = address.split('\n');
    const { state, notices } = decodeViewState(hash, kept);
    return { view: state, notices, go, adjust };
  }, [address]);
}
