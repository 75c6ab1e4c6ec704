'use client';

import { Skeleton } from '@/components/ui/skeleton';
import { useLazy } from '@/components/ui/use-lazy';
import type { EventsPageProps } from './events-page';

const loadPage = () => import('./events-page');

/** The section Events; its script is loaded when it is first opened. */
export function EventsSection(props: EventsPageProps) {
  const script = useLazy(loadPage);
  return script ? <script.EventsPage {...props} /> : <Skeleton className="m-4 h-64" />;
}
