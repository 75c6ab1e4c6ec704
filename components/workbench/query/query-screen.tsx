'use client';

import { Skeleton } from '@/components/ui/skeleton';
import { useLazy } from '@/components/ui/use-lazy';
import type { QueryPageProps } from './query-page';

const loadPage = () => import('./query-page');

/** The section Query; its script is loaded when it is first opened. */
export function QueryScreen(props: QueryPageProps) {
  const script = useLazy(loadPage);
  return script ? <script.QueryPage {...props} /> : <Skeleton className="m-4 h-64" />;
}
