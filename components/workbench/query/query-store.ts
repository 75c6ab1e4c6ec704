'use client';

import { useSyncExternalStore } from 'react';
import type { QueryLanguage, QueryText } from '@/lib/engine/query-shapes';
import type { QueryView } from '@/lib/url/view-state';
import { fitsLink } from '@/lib/url/query-keys';
import { type PastQuery, queryId, readHistory, withQuery } from './query-history';

/*
 * What of queries this device remembers: those that were run, and what is being written in each language. Where the browser keeps
 * nothing for this site, it is remembered until the page is left.
 */
const HISTORY = 'huntbook.queries';
const DRAFT: Record<QueryLanguage, string> = { sql: 'huntbook.query-draft.sql', pandas: 'huntbook.query-draft.pandas' };

let past: readonly PastQuery[] | null = null;
/** What the address showed last, for whoever comes back to the section. */
let lastView: QueryView | null = null;
const drafts = new Map<QueryLanguage, string>();
const listeners = new Set<() => void>();

function stored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function store(key: string, text: string): void {
  try {
    localStorage.setItem(key, text);
  } catch {
    // Full or forbidden: what is in memory goes on.
  }
}

function history(): readonly PastQuery[] {
  return (past ??= readHistory(stored(HISTORY)));
}

function setHistory(next: readonly PastQuery[]): void {
  past = next;
  store(HISTORY, JSON.stringify(next));
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

const NONE: readonly PastQuery[] = [];

/** The queries that were run on this device, the newest first. */
export function useHistory(): readonly PastQuery[] {
  return useSyncExternalStore(subscribe, history, () => NONE);
}

/** `rows` is null where it did not run. */
export function rememberQuery({ language, text }: QueryText, rows: number | null): void {
  const id = queryId({ language, text });
  setHistory(withQuery(history(), { id, language, text, at: Date.now(), rows }));
}

export function forgetQuery(id: string): void {
  setHistory(history().filter((query) => query.id !== id));
}

export function forgetQueries(language: QueryLanguage): void {
  setHistory(history().filter((query) => query.language !== language));
}

export function draftOf(language: QueryLanguage): string | null {
  return drafts.get(language) ?? stored(DRAFT[language]);
}

export function keepDraft(language: QueryLanguage, text: string): void {
  drafts.set(language, text);
  store(DRAFT[language], text);
}

/** How the address holds a query. One that is too long for a link is remembered here. */
export function queryView({ language, text }: QueryText): QueryView {
  if (fitsLink(text)) return { kind: 'text', language, text };
  rememberQuery({ language, text }, null);
  return { kind: 'kept', language, id: queryId({ language, text }) };
}

/** The query that an address names; null where it stayed on another device, or was removed here. */
export function queryOfView(view: QueryView): QueryText | null {
  if (view.kind === 'text') return { language: view.language, text: view.text };
  const found = history().find(({ id, language }) => id === view.id && language === view.language);
  return found ? { language: found.language, text: found.text } : null;
}

export function lastQueryView(): QueryView | null {
  return lastView;
}

export function setLastQueryView(view: QueryView): void {
  lastView = view;
}
