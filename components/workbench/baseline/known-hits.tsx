'use client';

import { createContext, useContext, useMemo, type ReactNode } from 'react';
import type { KnownHits } from '@/lib/engine/baseline-shapes';
import type { Engine, HuntRun, ReadingAddress, SessionKey } from '@/lib/engine/engine';
import { useSteadyAnswer } from '@/components/workbench/drill-down/use-answer';
import { standingMarks } from './marks';
import { useMarks, useMarksNow } from './use-marks';

const NOTHING: KnownHits = { readings: [], sessions: [] };
const NO_ROWS: ReadonlySet<number> = new Set();
const Known = createContext(NOTHING);

interface KnownInHuntProps {
  readonly engine: Engine;
  readonly run: HuntRun;
  readonly children: ReactNode;
}

/** Asks, once a hunt is on screen and whenever marks change, what of its hits the viewer knows. Without an answer nothing is. */
export function KnownInHunt({ engine, run, children }: KnownInHuntProps) {
  const { marks } = useMarks();
  const now = useMarksNow(marks);
  const answer = useSteadyAnswer(
    useMemo(() => {
      const keys = standingMarks(marks, now);
      return () => (keys.length > 0 ? engine.knownHits(keys).catch(() => NOTHING) : Promise.resolve(NOTHING));
      // eslint-disable-next-line react-hooks/exhaustive-deps -- `run`: another one has other rows.
    }, [engine, run, marks, now]),
  );
  return <Known value={answer.kind === 'ready' ? answer.value : NOTHING}>{children}</Known>;
}

/** The known rows of a reading of the hunt. */
export function useKnownInHunt(): (of: ReadingAddress) => ReadonlySet<number> {
  const { readings } = useContext(Known);
  return useMemo(() => {
    const byReading = new Map(readings.map(({ analytic, reading, rows }) => [`${reading} ${analytic}`, new Set(rows)]));
    return ({ analytic, reading }) => byReading.get(`${reading} ${analytic}`) ?? NO_ROWS;
  }, [readings]);
}

/** Whether all rows that a session is behind are known; false for one that is behind none. */
export function useKnownSessions(): (session: SessionKey) => boolean {
  const { sessions } = useContext(Known);
  return useMemo(() => {
    const names = new Set(sessions.map(nameOf));
    return (session) => names.has(nameOf(session));
  }, [sessions]);
}

function nameOf({ host, logonId, boot }: SessionKey): string {
  return `${logonId} ${boot} ${host}`;
}
