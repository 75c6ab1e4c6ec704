import { useEffect, useState } from 'react';
import { trackBusy } from '@/components/ui/busy';
import type { Engine, EventRef } from '@/lib/engine/engine';
import { writeEventRef } from '@/lib/url/event-refs';
import type { EventFilter } from '@/lib/engine/event-filter-shapes';
import type { EventListView } from '@/lib/url/view-state';

/** `stage` is another number: the search has found more. */
interface Listed {
  readonly filter: EventFilter;
  readonly stage: number;
}

/** Where an event stands in the list, as the engine says; null while that is not known, or it is not listed. */
export function useEventPlace(engine: Engine, { filter, stage }: Listed, { field, descending }: EventListView['sort'], event: EventRef | null): number | null {
  const key = event && JSON.stringify([writeEventRef(event), filter, stage, field, descending]);
  const [found, setFound] = useState<{ readonly key: string; readonly place: number | null } | null>(null);
  useEffect(() => {
    if (key === null || event === null) return;
    let isWanted = true;
    const work = engine.eventPlace({ filter, sort: { field, descending }, event }).then((place) => isWanted && setFound({ key, place }));
    // A crash of the engine is told by the workbench.
    void trackBusy(work.catch(() => undefined));
    return () => {
      isWanted = false;
    };
    // `key` says everything else.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [engine, key]);
  return found !== null && found.key === key ? found.place : null;
}
