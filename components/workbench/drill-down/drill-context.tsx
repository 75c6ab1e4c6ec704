import { createContext, use } from 'react';
import type { DatasetSummary, Engine } from '@/lib/engine/engine';
import type { ViewState } from '@/lib/url/view-state';

export interface Drill {
  readonly engine: Engine;
  readonly view: ViewState;
  readonly go: (change: Partial<ViewState>) => void;
  /** The dataset's channels, those with most events first: they give each its colour. */
  readonly channels: readonly string[];
  readonly members: DatasetSummary['members'];
}

export const DrillContext = createContext<Drill | null>(null);

export function useDrill(): Drill {
  const drill = use(DrillContext);
  if (!drill) throw new Error('useDrill needs a DrillContext around it');
  return drill;
}
