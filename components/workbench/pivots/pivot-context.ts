import { createContext, use } from 'react';
import type { Engine, EventRef } from '@/lib/engine/engine';
import type { ViewState } from '@/lib/url/view-state';
import type { ViewNavigation } from '@/components/workbench/use-view-state';
import type { Clock } from './count-over-time';

export interface PivotPlace {
  readonly engine: Engine;
  readonly view: ViewState;
  readonly go: ViewNavigation['go'];
  /** Null where no event has a readable time. */
  readonly clock: Clock | null;
}

export const PivotContext = createContext<PivotPlace | null>(null);

/** The event whose values are shown inside; null: of no one event. */
export const PivotEventContext = createContext<EventRef | null>(null);

export function usePivotPlace(): PivotPlace {
  const place = use(PivotContext);
  if (!place) throw new Error('usePivotPlace needs a PivotContext around it');
  return place;
}
