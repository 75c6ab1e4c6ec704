import { useLayoutEffect, useState } from 'react';
import { trackBusy } from '@/components/ui/busy';
import { pause } from '@/components/ui/pause';
import type { Engine } from '@/lib/engine/engine';
import type { EventFilter } from '@/lib/engine/event-filter-shapes';
import type { EventCount } from '@/lib/engine/event-list-shapes';
import { stageOf } from './search-stage';

/** In milliseconds. */
const FRAME = 16;

export interface CountedEvents extends EventCount {
  /** What they meet. */
  readonly filter: EventFilter;
  /** Of the search for the filter's text. */
  readonly stage: number;
}

/** The events that meet a filter, counted as the search for its text goes on; while another filter's are counted, what was known before. */
export function useEventCount(engine: Engine, filter: EventFilter): CountedEvents | null {
  const [counted, setCounted] = useState<CountedEvents | null>(null);
  // Before the effects of what shows the events: the count is what begins a search, whose first finds they ask for in the same breath.
  useLayoutEffect(() => {
    let isWanted = true;
    const count = async () => {
      let first: EventCount | null = null;
      for (let isDone = false; isWanted && !isDone; ) {
        const found = await engine.eventCount(filter);
        isDone = found.isDone;
        if (!isWanted) return;
        first ??= found;
        setCounted({ ...found, filter, stage: stageOf(first, found) });
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
