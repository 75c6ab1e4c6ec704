import { useEffect, useState } from 'react';
import { trackBusy } from '@/components/ui/busy';
import { pause } from '@/components/ui/pause';
import type { Engine } from '@/lib/engine/engine';
import type { EventFilter } from '@/lib/engine/event-filter-shapes';
import type { EventCount } from '@/lib/engine/event-list-shapes';

/** In milliseconds. */
const FRAME = 16;

export interface CountedEvents extends EventCount {
  /** What they meet. */
  readonly filter: EventFilter;
}

/** The events that meet a filter, counted as the search for its text goes on; while another filter's are counted, what was known before. */
export function useEventCount(engine: Engine, filter: EventFilter): CountedEvents | null {
  const [counted, setCounted] = useState<CountedEvents | null>(null);
  useEffect(() => {
    let isWanted = true;
    const count = async () => {
      for (let isDone = false; isWanted && !isDone; ) {
        const found = await engine.eventCount(filter);
        isDone = found.isDone;
        if (!isWanted) return;
        setCounted({ ...found, filter });
        // What is drawn of it is asked for first.
        await pause(FRAME);
      }
    };
    // A crash of the engine is told by the workbench.
    void trackBusy(count().catch(() => undefined));
    return () => {
      isWanted = false;
    };
  }, [engine, filter]);
  return counted;
}

/** Changes when the events that a search has found so far are worth being fetched again: when there are twice as many, and at its end. */
export function stageOf({ events, isDone }: EventCount): number {
  return isDone ? -1 : Math.floor(Math.log2(events + 1));
}
