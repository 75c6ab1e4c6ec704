'use client';

import { useEffect, useState } from 'react';
import type { Engine } from '@/lib/engine/engine';
import type { QueryRun, QueryText } from '@/lib/engine/query-shapes';
import { trackBusy } from '@/components/ui/busy';
import { setEndedRun, useEndedRun } from '@/components/workbench/ended-run';
import { toFailure, type ShownFailure } from '@/components/workbench/failure';
import { restartEngine } from '@/components/workbench/use-engine';
import { rememberQuery } from './query-store';

export type RunningQuery =
  | { readonly kind: 'none' }
  /** As for a hunt, `cancel` ends the engine, which opens the dataset again. */
  | { readonly kind: 'running'; readonly cancel: () => void }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly failure: ShownFailure }
  | { readonly kind: 'done'; readonly run: QueryRun };

export interface QueryControl {
  readonly query: RunningQuery;
  /** Runs what the address shows once more. */
  readonly runAgain: () => void;
}

/** Runs the query that the address shows; null: none. */
export function useQueryRun(engine: Engine, asked: QueryText | null): QueryControl {
  const language = asked?.language;
  const text = asked?.text;
  const [attempt, setAttempt] = useState(0);
  const name = `query ${language} ${text}`;
  const [finished, setFinished] = useState<{ readonly of: string; readonly query: RunningQuery } | null>(null);
  const key = `${attempt} ${name}`;
  const isCancelled = useEndedRun() === name;
  useEffect(() => {
    if (language === undefined || text === undefined || isCancelled) return;
    let isWanted = true;
    const tell = (query: RunningQuery) => {
      if (isWanted) setFinished({ of: key, query });
    };
    const work = engine.runQuery({ language, text }).then(
      (run) => {
        rememberQuery({ language, text }, run.error ? null : run.rowCount);
        tell({ kind: 'done', run });
      },
      (error: unknown) => tell({ kind: 'failed', failure: toFailure(error) }),
    );
    void trackBusy(work);
    return () => {
      isWanted = false;
    };
  }, [engine, language, text, key, isCancelled]);
  const runAgain = () => {
    setEndedRun(null);
    setAttempt((now) => now + 1);
  };
  const cancel = () => {
    setEndedRun(name);
    restartEngine();
  };
  const query: RunningQuery =
    asked === null ? { kind: 'none' }
    : isCancelled ? { kind: 'cancelled' }
    : finished?.of === key ? finished.query
    : { kind: 'running', cancel };
  return { query, runAgain };
}
