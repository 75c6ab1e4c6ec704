import { createContext, use } from 'react';
import type { Engine } from '@/lib/engine/engine';
import type { ViewState } from '@/lib/url/view-state';
import type { ViewNavigation } from '@/components/workbench/use-view-state';

export interface PivotPlace {
  readonly engine: Engine;
  readonly view: ViewState;
  readonly go: ViewNavigation['go'];
  /** The field that serves as the dataset's clock; null without one. */
  readonly clock: string | null;
}

export const PivotContext = createContext<PivotPlace | null>(null);

export function usePivotPlace(): PivotPlace {
  const place = use(PivotContext);
  if (!place) throw new Error('usePivotPlace needs a PivotContext around it');
  return place;
}
