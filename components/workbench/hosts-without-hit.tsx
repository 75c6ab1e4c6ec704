'use client';

import { createContext, useContext, useMemo, type ReactNode } from 'react';
import type { ReadingHosts } from '@/lib/engine/compare-shapes';
import type { Engine, HuntRun, ReadingKind } from '@/lib/engine/engine';
import { useAnswer } from './drill-down/use-answer';

const NONE: readonly ReadingHosts[] = [];
const Hosts = createContext(NONE);

interface HostsWithoutHitProps {
  readonly engine: Engine;
  readonly run: HuntRun;
  readonly children: ReactNode;
}

/** Asks, once a hunt is on screen, for which of its readings "no hit" means something on which hosts. */
export function HostsWithoutHit({ engine, run, children }: HostsWithoutHitProps) {
  const answer = useAnswer(
    useMemo(() => {
      const isWanted = run.analytics.some(({ readings }) => readings.some(({ verdict }) => verdict === 'no-hit'));
      return () => (isWanted ? engine.hostsWithoutHit() : Promise.resolve(NONE));
    }, [engine, run]),
  );
  return <Hosts value={answer.kind === 'ready' ? answer.value : NONE}>{children}</Hosts>;
}

/** Null for a reading with hits, or as long as it is not known. */
export function useHostsWithoutHit(): (analytic: string, reading: ReadingKind) => ReadingHosts | null {
  const hosts = useContext(Hosts);
  return (analytic, reading) => hosts.find((candidate) => candidate.analytic === analytic && candidate.reading === reading) ?? null;
}
