import { createContext, use } from 'react';
import type { ViewNavigation } from '@/components/workbench/use-view-state';
import type { ViewState } from '@/lib/url/view-state';

export interface TablesPlace extends Pick<ViewNavigation, 'go' | 'adjust'> {
  readonly view: ViewState;
}

export const TablesContext = createContext<TablesPlace | null>(null);

export function useTablesPlace(): TablesPlace {
  const place = use(TablesContext);
  if (!place) throw new Error('useTablesPlace needs a TablesContext around it');
  return place;
}
