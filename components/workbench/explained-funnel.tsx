import { useMemo, useState } from 'react';
import type { Engine } from '@/lib/engine/engine';
import type { FunnelPlace } from '@/lib/engine/explain-shapes';
import type { FunnelView } from '@/lib/engine/funnel-shapes';
import type { ReadingAddress } from '@/lib/engine/reading-address';
import { Button } from '@/components/ui/button';
import { Funnel } from './funnel';
import { useAnswer } from './drill-down/use-answer';

/** Up to this many events near misses are counted unasked: it takes a few milliseconds, of a million some tenths of a second a leg. */
const AT_ONCE = 250_000;

/** So that what nobody asked for does not hold up what somebody asks for next. */
const QUICK = 1_000;

interface ExplainedFunnelProps extends ReadingAddress {
  readonly engine: Engine;
  readonly funnel: FunnelView;
  /** Milliseconds that the reading took: to tell what its joins missed takes as long again. */
  readonly took: number;
  readonly onOpen: (place: FunnelPlace) => void;
}

/** The funnel with what nearly met. */
export function ExplainedFunnel({ engine, analytic, reading, funnel, took, onOpen }: ExplainedFunnelProps) {
  const [isAsked, setAsked] = useState(took <= QUICK && Math.max(0, ...funnel.legs.map(({ start }) => start)) <= AT_ONCE);
  const answer = useAnswer(useMemo(() => (isAsked ? () => engine.misses({ analytic, reading }) : () => Promise.resolve(null)), [engine, analytic, reading, isAsked]));
  return (
    <>
      <Funnel funnel={funnel} misses={answer.kind === 'ready' ? answer.value : null} onOpen={onOpen} />
      {!isAsked && (
        <div className="px-3 pb-3">
          <Button onClick={() => setAsked(true)}>Count near misses</Button>
        </div>
      )}
      {answer.kind === 'failed' && <p className="px-3 pb-3 text-xs text-ink-3">Near misses could not be counted: {answer.failure.message}</p>}
    </>
  );
}
