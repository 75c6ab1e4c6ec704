import { useEffect, useState } from 'react';
import { useBusy } from '@/components/ui/busy';
import type { ViewNavigation } from '@/components/workbench/use-view-state';
import type { TimeRange } from '@/lib/engine/event-filter-shapes';
import type { Timeline } from '@/lib/engine/engine';
import { brushedTime, brushOf, type Brush } from './brush';

/** A key that is held down moves the brush thirty times a second: the other views follow when it rests. */
const REST_MILLIS = 60;

interface BrushControl {
  /** Null: everything that the timeline shows. */
  readonly brush: Brush | null;
  /** Null: whatever its time. */
  readonly time: TimeRange | null;
  readonly onBrush: (brush: Brush, by: 'key' | 'pointer') => void;
  readonly setTime: (time: TimeRange | null) => void;
}

interface Draft {
  readonly time: TimeRange | null;
  /** What it will replace: once that is another, the draft is over. */
  readonly instead: TimeRange | null;
}

/** The brush is the view's time filter, but while keys move it. */
export function useBrush(timeline: Timeline | null, filtered: TimeRange | null, { go, adjust }: Pick<ViewNavigation, 'go' | 'adjust'>): BrushControl {
  const [draft, setDraft] = useState<Draft | null>(null);
  const isDrafted = draft !== null && isSame(draft.instead, filtered) && !isSame(draft.time, filtered);
  const time = isDrafted ? draft.time : filtered;
  useBusy(isDrafted);
  useEffect(() => {
    if (!isDrafted) return;
    const rest = setTimeout(() => {
      const change = filtered === null ? go : adjust;
      change(({ filters }) => ({ filters: { ...filters, time: draft.time } }));
      // Else it would come back with what it replaced.
      setDraft(null);
    }, REST_MILLIS);
    return () => clearTimeout(rest);
  }, [isDrafted, draft, filtered, go, adjust]);

  const setTime = (wanted: TimeRange | null) => {
    setDraft(null);
    if (!isSame(wanted, filtered)) go(({ filters }) => ({ filters: { ...filters, time: wanted } }));
  };
  const onBrush = (brush: Brush, by: 'key' | 'pointer') => {
    if (!timeline) return;
    const wanted = brushedTime(timeline, brush);
    if (by === 'pointer') setTime(wanted);
    else setDraft({ time: wanted, instead: filtered });
  };
  return { brush: timeline && time && brushOf(timeline, time), time, onBrush, setTime };
}

function isSame(a: TimeRange | null, b: TimeRange | null): boolean {
  return a === b || (a !== null && b !== null && a.from === b.from && a.to === b.to);
}
